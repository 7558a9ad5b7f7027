package io.portolan.api;

import io.portolan.access.Actors;
import io.portolan.journal.EvidenceStore;
import io.portolan.journal.Journal;
import io.portolan.leg.BankAnswer;
import io.portolan.onboarding.AnswerForBank;
import io.portolan.onboarding.Onboarding;
import io.portolan.onboarding.Onboardings;
import io.portolan.onboarding.StartOnboarding;
import io.portolan.onboarding.StartRequest;
import io.portolan.onboarding.WithdrawOnboarding;
import io.portolan.playbook.Service;
import io.portolan.refusal.Refused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/onboardings")
@Tag(name = "Onboardings", description = "Runs of the process that takes a TPP to access at a bank")
class OnboardingsController {

    private final Onboardings onboardings;
    private final StartOnboarding start;
    private final AnswerForBank answer;
    private final WithdrawOnboarding withdraw;
    private final Journal journal;
    private final EvidenceStore evidence;
    private final ETags tags;
    private final Actors actors;

    OnboardingsController(Onboardings onboardings, StartOnboarding start, AnswerForBank answer,
            WithdrawOnboarding withdraw, Journal journal, EvidenceStore evidence, ETags tags, Actors actors) {
        this.tags = tags;
        this.actors = actors;
        this.onboardings = onboardings;
        this.start = start;
        this.answer = answer;
        this.withdraw = withdraw;
        this.journal = journal;
        this.evidence = evidence;
    }

    /** What the bank said; times are ISO 8601, a date stands for its beginning in UTC. */
    record BankAnswerBody(String answer, List<String> services, String note, String reference, String expectedBy,
            String effectiveFrom, String leg) { }

    /** Why it is withdrawn. */
    record WithdrawalBody(String reason) { }

    /** The onboarding that was stopped, and what exists at the bank already. */
    record WithdrawnView(OnboardingView onboarding, List<String> existsAtBank) { }

    /** What a check of the journal found. */
    record VerificationView(boolean intact, long entries, String problem) {

        static VerificationView of(Journal.Verification found) {
            return new VerificationView(found.intact(), found.entries(), found.problem());
        }
    }

    @PostMapping
    @Operation(summary = "Start an onboarding", description = "Give an Idempotency-Key to be able to ask again safely.")
    ResponseEntity<OnboardingView> start(@RequestBody StartRequest wish) {
        var started = start.with(wish, actors.current().name());
        return ResponseEntity.created(Address.of("/api/v1/onboardings/" + started.id())).body(whole(started));
    }

    @GetMapping
    @Operation(summary = "List onboardings, newest first", description = "kind is live or test; underWay leaves out those that are over; stage is where they are now, passed a stage"
            + " that they have passed since the moment that is given; without passed, since is when they have ended. promiseBroken are those whose bank has promised to move by a"
            + " time that is over.")
    Slice<OnboardingView> page(@ParameterObject @ModelAttribute OnboardingQuery query, @RequestParam(required = false) String cursor, @RequestParam(required = false) Integer limit) {
        var page = onboardings.page(query.filter(), cursor, Slice.limit(limit));
        return new Slice<>(page.items().stream().map(OnboardingView::item).toList(), page.next());
    }

    @GetMapping("/{id}")
    @Operation(summary = "One onboarding with its legs")
    ResponseEntity<OnboardingView> one(@PathVariable String id) {
        return tags.read(Versioned.ONBOARDING, id, () -> whole(found(id)));
    }

    @GetMapping("/{id}/events")
    @Operation(summary = "The journal of an onboarding, oldest first, with links to evidence")
    Slice<EventView> events(@PathVariable String id, @RequestParam(required = false) String cursor,
            @RequestParam(required = false) Integer limit) {
        return Slice.of(journal.of(found(id).id()), entry -> String.valueOf(entry.position()), cursor, limit,
                entry -> EventView.of(entry, entry.act().evidence().stream()
                        .map(piece -> evidence.find(piece).map(EvidenceView::of).orElse(EvidenceView.link(piece)))
                        .toList()));
    }

    @GetMapping("/{id}/verification")
    @Operation(summary = "Check the journal of an onboarding: its hashes and the evidence that is still there")
    VerificationView verification(@PathVariable String id) {
        return VerificationView.of(journal.verify(found(id).id()));
    }

    @PostMapping("/{id}/bank-answer")
    @Operation(summary = "Tell what the bank said", description = "A waiting onboarding looks again at once.")
    OnboardingView bankAnswer(@PathVariable String id, @RequestBody BankAnswerBody body) {
        var said = new AnswerForBank.Said(Words.required(BankAnswer.Kind.class, "answer", body.answer()),
                services(body.services()), body.note(), body.reference(), Moments.read("expectedBy", body.expectedBy()),
                Moments.read("effectiveFrom", body.effectiveFrom()), body.leg());
        return whole(answer.with(id, said, actors.current().name()));
    }

    @PostMapping("/{id}/withdrawal")
    @Operation(summary = "Withdraw an onboarding", description = "Stops it and says what already exists at the bank.")
    WithdrawnView withdraw(@PathVariable String id, @RequestBody WithdrawalBody body) {
        if (body.reason() == null || body.reason().isBlank()) {
            throw Refused.invalid("missing-values", "A withdrawal needs a reason.", Map.of("reason", "is missing"));
        }
        var withdrawn = withdraw.with(id, body.reason().trim(), actors.current().name());
        return new WithdrawnView(whole(withdrawn.onboarding()), withdrawn.existsAtBank());
    }

    private static Set<Service> services(List<String> words) {
        var services = new LinkedHashSet<Service>();
        if (words != null) {
            words.forEach(word -> services.add(Words.required(Service.class, "services", word)));
        }
        return services;
    }

    private Onboarding found(String id) {
        return onboardings.find(id)
                .orElseThrow(() -> Refused.notFound("unknown-onboarding", "There is no onboarding " + id + "."));
    }

    private OnboardingView whole(Onboarding onboarding) {
        return OnboardingView.of(onboarding, onboardings.legs(onboarding.id()));
    }
}
