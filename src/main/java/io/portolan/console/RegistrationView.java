package io.portolan.console;

import static io.portolan.console.Messages.say;

import io.portolan.registration.AccessProof;
import io.portolan.registration.Credential;
import io.portolan.registration.Registration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A registration as the pages show it; credentials without their values. */
record RegistrationView(String id, String shortId, String bank, String bankName, String tpp, String environment, String branch,
        BadgeView standing, String method, String health, String asked, String granted, String effective,
        TimeView effectiveFrom, String due, TimeView dueBy, String onboarding, TimeView createdAt, TimeView changedAt,
        List<CredentialLine> credentials, List<ProofLine> proofs, String healthNote, String application, String madeFor, boolean isHeld, boolean isAdoptedUnproven, boolean isDegraded) {

    /** A credential by its name, state and validity; where it came from is null where nobody knows. */
    record CredentialLine(String name, String kind, boolean secret, String state, boolean isCurrent, TimeView expires, boolean isOver,
            TimeView issuedAt, RegistrationOrigins.Origin origin) { }

    /** What a call has proven. */
    record ProofLine(String service, String level, String sentence, boolean controlled, TimeView at) { }

    static RegistrationView of(Registration r, String bankName, List<Credential> credentials, Map<String, RegistrationOrigins.Origin> origins,
            List<AccessProof> proofs, Instant now) {
        return new RegistrationView(r.id(), r.id().substring(0, Math.min(8, r.id().length())), r.bank(), bankName, r.tpp(),
                r.environment(), r.branch(), BadgeView.of(r.standing()), Wording.sentence(r.method()),
                Wording.sentence(r.health()), Wording.joined(r.asked()), Wording.joined(r.granted()), Wording.joined(r.effective()),
                TimeView.of(r.effectiveFrom(), now), r.due() == null ? null : r.due().what(),
                r.due() == null ? null : TimeView.of(r.due().by(), now), r.onboarding(), TimeView.of(r.createdAt(), now),
                TimeView.of(r.changedAt(), now),
                credentials.stream().map(c -> new CredentialLine(c.name(), Wording.sentence(c.kind()) + (c.services().isEmpty() ? "" : say("registration.for-2", Wording.joined(c.services()))), c.secret(),
                        Wording.sentence(c.state()), c.state().isCurrent(), TimeView.of(c.expires(), now),
                        c.expires() != null && c.expires().isBefore(now), TimeView.of(c.issuedAt(), now),
                        c.state().isCurrent() ? origins.get(c.name()) : null)).toList(),
                proofs.stream().map(p -> proof(p, now)).toList(), r.healthNote(), r.application(), r.madeFor(), r.standing().isHeld(), r.isAdoptedUnproven(),
                r.health() == Registration.Health.DEGRADED);
    }

    private static ProofLine proof(AccessProof proof, Instant now) {
        var sentence = switch (proof.level()) {
            case CONNECTION -> say("registration.the-bank-takes-our-certificate");
            case CLIENT_KNOWN -> say("registration.the-bank-knows-our-client");
            case TOKEN -> say("registration.the-bank-gives-us-an");
            case DATA -> say("registration.the-bank-gives-us-data");
        };
        return new ProofLine(proof.service() == null ? null : proof.service().name(), Wording.sentence(proof.level()), sentence,
                proof.controlled(), TimeView.of(proof.at(), now));
    }
}
