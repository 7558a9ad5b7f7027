package io.portolan.api;

import io.portolan.access.Actors;
import io.portolan.onboarding.FromAnother;
import io.portolan.onboarding.GoBack;
import io.portolan.onboarding.HoldOnboarding;
import io.portolan.onboarding.Leaning;
import io.portolan.onboarding.Leanings;
import io.portolan.onboarding.LeftAtBank;
import io.portolan.onboarding.MovePlaybook;
import io.portolan.onboarding.NudgeWait;
import io.portolan.onboarding.Onboarding;
import io.portolan.onboarding.Onboardings;
import io.portolan.refusal.Refused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/onboardings/{id}")
@Tag(name = "Onboardings", description = "Runs of the process that takes a TPP to access at a bank")
class OnboardingMovesController {

    private final Onboardings onboardings;
    private final MovePlaybook movePlaybook;
    private final GoBack goBack;
    private final HoldOnboarding holdOnboarding;
    private final LeftAtBank leftAtBank;
    private final Leanings leanings;
    private final FromAnother fromAnother;
    private final NudgeWait nudge;
    private final ETags tags;
    private final Actors actors;

    OnboardingMovesController(Onboardings onboardings, MovePlaybook movePlaybook, GoBack goBack, HoldOnboarding holdOnboarding,
            LeftAtBank leftAtBank, Leanings leanings, FromAnother fromAnother, NudgeWait nudge, ETags tags, Actors actors) {
        this.nudge = nudge;
        this.tags = tags;
        this.onboardings = onboardings;
        this.movePlaybook = movePlaybook;
        this.goBack = goBack;
        this.holdOnboarding = holdOnboarding;
        this.leftAtBank = leftAtBank;
        this.leanings = leanings;
        this.fromAnother = fromAnother;
        this.actors = actors;
    }

    /**
     * The version to go on by, the current one where it is null; with a leg, only that one is done by it. {@code newLegs} says what becomes of
     * new legs before where it stands: {@code leave-out} or {@code begin-there}.
     */
    record PlaybookBody(String version, String leg, String newLegs) { }

    /** Where to begin again, and why. */
    record GoingBackBody(String leg, String reason) { }

    /** The leg that waits, where several do, and a note. */
    record WaitingLegBody(String leg, String note) { }

    /** Why it is put on hold. */
    record HoldBody(String reason) { }

    /** What was done about it at the bank. */
    record ClearanceBody(String note) { }

    /** What an onboarding leans on, and who leans on it. */
    record LeaningsView(List<LeaningView> leansOn, List<LeaningView> leanedOnBy) { }

    /** That one onboarding leans on another, or on the registration that came of it. */
    record LeaningView(String onboarding, String leg, String unit, String environment, String awaited, String awaitedStatus,
            String registration, String standing, String health, String note) {

        static LeaningView of(Leaning leaning) {
            return new LeaningView(leaning.onboarding(), leaning.leg(), leaning.unit(), leaning.environment(), leaning.awaited(),
                    Words.of(leaning.awaitedStatus()), leaning.registration(), Words.of(leaning.standing()), Words.of(leaning.health()), leaning.note());
        }
    }

    @GetMapping("/playbook")
    @Operation(summary = "What another version of the playbook would change",
            description = "The current version where none is named; with a leg, if only that one were done by it.")
    MovePlaybook.Difference difference(@PathVariable String id, @RequestParam(required = false) String version,
            @RequestParam(required = false) String leg) {
        return leg == null ? movePlaybook.difference(id, version) : movePlaybook.difference(id, leg, version);
    }

    @PostMapping("/playbook")
    @Operation(summary = "Move to another version of the playbook", description = "All of it by the ids of its legs, or one leg alone.")
    OnboardingView move(@PathVariable String id, @RequestBody PlaybookBody body) {
        return whole(body.leg() == null ? movePlaybook.move(id, body.version(),
                Words.read(MovePlaybook.NewLegs.class, "newLegs", body.newLegs()), actors.current().name())
                : movePlaybook.mend(id, body.leg(), body.version(), actors.current().name()));
    }

    @PostMapping("/going-back")
    @Operation(summary = "Begin again at an earlier leg")
    ResponseEntity<OnboardingView> goBack(@PathVariable String id, @RequestBody GoingBackBody body, @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String ifMatch) {
        return moved(id, ifMatch, () -> goBack.to(id, required("leg", body.leg()), required("reason", body.reason()), actors.current().name()));
    }

    @PostMapping("/look")
    @Operation(summary = "Look now whether the bank has moved", description = "In place of the next look; the wait goes on where it has not. Nothing is done twice. `leg` where several wait.")
    OnboardingView look(@PathVariable String id, @RequestBody(required = false) WaitingLegBody body) {
        return whole(nudge.lookNow(id, body == null ? null : body.leg(), actors.current().name()));
    }

    @PostMapping("/reminder")
    @Operation(summary = "Say that somebody has reminded the bank", description = "The next reminder is due as long from now; nothing is sent for it. `leg` where several wait.")
    OnboardingView remind(@PathVariable String id, @RequestBody(required = false) WaitingLegBody body) {
        return whole(nudge.reminded(id, body == null ? null : body.leg(), body == null || body.note() == null || body.note().isBlank() ? null : body.note().strip(),
                actors.current().name()));
    }

    @PostMapping("/hold")
    @Operation(summary = "Put an onboarding on hold", description = "Nothing more is acted on until it goes on.")
    ResponseEntity<OnboardingView> hold(@PathVariable String id, @RequestBody HoldBody body, @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String ifMatch) {
        return moved(id, ifMatch, () -> holdOnboarding.hold(id, required("reason", body.reason()), actors.current().name()));
    }

    @PostMapping("/resumption")
    @Operation(summary = "Let an onboarding that is on hold go on")
    ResponseEntity<OnboardingView> resume(@PathVariable String id, @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String ifMatch) {
        return moved(id, ifMatch, () -> holdOnboarding.resume(id, actors.current().name()));
    }

    @GetMapping("/left-at-bank")
    @Operation(summary = "What exists at the bank that nothing builds on any more")
    Slice<LeftAtBank.Item> left(@PathVariable String id) {
        return new Slice<>(leftAtBank.of(found(id).id()), null);
    }

    @PostMapping("/left-at-bank/{item}/clearance")
    @Operation(summary = "Say that something is gone from the bank")
    Slice<LeftAtBank.Item> clear(@PathVariable String id, @PathVariable long item, @RequestBody ClearanceBody body) {
        return new Slice<>(leftAtBank.clear(id, item, body.note(), actors.current().name()), null);
    }

    @GetMapping("/leanings")
    @Operation(summary = "What it waits for or has taken elsewhere, and who waits for it")
    LeaningsView leanings(@PathVariable String id) {
        return new LeaningsView(leanings.of(found(id).id()).stream().map(LeaningView::of).toList(),
                leanings.on(id).stream().map(LeaningView::of).toList());
    }

    @GetMapping("/elsewhere")
    @Operation(summary = "What differs in another environment", description = "Of an onboarding that is done; the only live one where none is named.")
    FromAnother.Differences elsewhere(@PathVariable String id, @RequestParam(required = false) String environment) {
        return fromAnother.differences(id, environment);
    }

    private static String required(String field, String value) {
        if (value == null || value.isBlank()) {
            throw Refused.invalid("missing-values", "The " + field + " is missing.", Map.of(field, "is missing"));
        }
        return value.strip();
    }

    private ResponseEntity<OnboardingView> moved(String id, String ifMatch, Supplier<Onboarding> move) {
        return tags.write(Versioned.ONBOARDING, id, ifMatch, () -> whole(found(id)), () -> whole(move.get()));
    }

    private Onboarding found(String id) {
        return onboardings.find(id).orElseThrow(() -> Refused.notFound("unknown-onboarding", "There is no onboarding " + id + "."));
    }

    private OnboardingView whole(Onboarding onboarding) {
        return OnboardingView.of(onboarding, onboardings.legs(onboarding.id()));
    }
}
