package io.portolan.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.portolan.registration.AccessProof;
import io.portolan.registration.Adoption;
import io.portolan.registration.Grants;
import io.portolan.registration.Registration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How a TPP stands with a bank, as clients see it; the proofs only where one is asked for. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record RegistrationView(String id, String tpp, String bank, String branch, String environment, String application,
        String standing, String method, String health, Instant effectiveFrom, ServicesView services, DueView due,
        String onboarding, Instant createdAt, Instant changedAt, String atBank, String healthNote, String madeFor,
        @JsonInclude(JsonInclude.Include.NON_NULL) AdoptionView adoption, @JsonInclude(JsonInclude.Include.NON_NULL) List<ProofView> proofs) {

    /** The services asked for, granted, and in effect now, and from when each that was granted is; null for at once. */
    record ServicesView(List<String> asked, List<String> granted, List<String> effective, Map<String, Instant> effectiveFrom) { }

    /** What has to be done, and by when. */
    record DueView(String what, Instant by) { }

    /** That a call at the bank's API has worked; uncontrolled ones leave the level unproven. */
    record ProofView(String service, String level, boolean controlled, Instant at) {

        static ProofView of(AccessProof proof) {
            return new ProofView(Words.of(proof.service()), Words.of(proof.level()), proof.controlled(), proof.at());
        }
    }

    static RegistrationView of(Registration r, List<AccessProof> proofs, List<Grants.Grant> grants) {
        return of(r, null, proofs, grants);
    }

    /** With how it was taken in, which is null where it was made by us. */
    static RegistrationView of(Registration r, Adoption adoption, List<AccessProof> proofs, List<Grants.Grant> grants) {
        return new RegistrationView(r.id(), r.tpp(), r.bank(), r.branch(), r.environment(), r.application(),
                Words.of(r.standing()), Words.of(r.method()), Words.of(r.health()), r.effectiveFrom(),
                new ServicesView(Words.of(r.asked()), Words.of(r.granted()), Words.of(r.effective()), days(grants)),
                r.due() == null ? null : new DueView(r.due().what(), r.due().by()), r.onboarding(), r.createdAt(),
                r.changedAt(), Words.of(r.atBank()), r.healthNote(), r.madeFor(), adoption == null ? null : AdoptionView.of(adoption), proofs == null ? null : proofs.stream().map(ProofView::of).toList());
    }

    private static Map<String, Instant> days(List<Grants.Grant> grants) {
        var days = new TreeMap<String, Instant>();
        grants.forEach(grant -> days.put(Words.of(grant.service()), grant.from()));
        return days;
    }
}
