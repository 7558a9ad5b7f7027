package io.portolan.api;

import io.portolan.access.Actors;
import io.portolan.onboarding.VerifyRegistration;
import io.portolan.refusal.Refused;
import io.portolan.registration.Registrations;
import io.portolan.registration.Verification;
import io.portolan.registration.Verifications;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/registrations/{id}/verifications")
@Tag(name = "Registrations")
class VerificationsController {

    private static final int LATEST = 10;

    private final VerifyRegistration verify;
    private final Verifications verifications;
    private final Registrations registrations;
    private final Actors actors;

    VerificationsController(VerifyRegistration verify, Verifications verifications, Registrations registrations, Actors actors) {
        this.verify = verify;
        this.verifications = verifications;
        this.registrations = registrations;
        this.actors = actors;
    }

    /**
     * A check of access: {@code running}, {@code proven}, {@code failed}, {@code no-answer}, {@code started} for one that was adopted, or {@code cut-off}.
     *
     * @param sentence what came of it, once it is over
     * @param step at which of its steps it is, from 1; 0 before the first
     */
    record AccessCheckView(String id, String state, String sentence, String begunBy, Instant begunAt, Instant movedAt, Instant endedAt, int step, List<AccessCheckStepView> steps) {

        static AccessCheckView of(Verification verification) {
            return new AccessCheckView(verification.id(), Words.of(verification.state()), verification.said(), verification.begunBy(), verification.begunAt(),
                    verification.movedAt(), verification.endedAt(), verification.at(), verification.steps().stream().map(AccessCheckStepView::of).toList());
        }
    }

    /** One call of it; without begunAt it is to come, or was not made. */
    record AccessCheckStepView(String what, Instant begunAt, Instant endedAt, String came, List<EvidenceView> evidence) {

        static AccessCheckStepView of(Verification.Step step) {
            return new AccessCheckStepView(step.what(), step.begunAt(), step.endedAt(), step.came(), step.evidence().stream().map(EvidenceView::link).toList());
        }
    }

    /** The latest, the newest first. */
    record AccessChecksView(List<AccessCheckView> items) { }

    @PostMapping
    @Operation(summary = "Begin to prove anew that access works, without waiting",
            description = "What `POST /api/v1/registrations/{id}/verification` does, but in the background: the address in Location tells how far it is, call by call, and the"
                    + " events `verification-moved` that there is more to see. One runs at a time for a registration: 409 `verification-running`.")
    ResponseEntity<AccessCheckView> begin(@PathVariable String id) {
        var begun = verify.begin(id, actors.current().name());
        return ResponseEntity.accepted().location(Address.of("/api/v1/registrations/" + id + "/verifications/" + begun.id())).body(AccessCheckView.of(begun));
    }

    @GetMapping
    @Operation(summary = "The latest checks of access of a registration, whoever began them, the newest first")
    AccessChecksView latest(@PathVariable String id) {
        known(id);
        return new AccessChecksView(verifications.of(id, LATEST).stream().map(AccessCheckView::of).toList());
    }

    @GetMapping("/{verification}")
    @Operation(summary = "How far a check of access is, and what came of it")
    AccessCheckView one(@PathVariable String id, @PathVariable String verification) {
        known(id);
        return AccessCheckView.of(verifications.find(id, verification)
                .orElseThrow(() -> Refused.notFound("unknown-verification", "There is no check " + verification + " of this registration, or it is kept no more.")));
    }

    private void known(String id) {
        registrations.find(id).orElseThrow(() -> RegistrationsController.unknown(id));
    }
}
