package io.portolan.adoption;

import io.portolan.certificate.IdentityUses;
import io.portolan.database.Leases;
import io.portolan.journal.Act;
import io.portolan.journal.Journal;
import io.portolan.onboarding.VerifyRegistration;
import io.portolan.refusal.Refused;
import io.portolan.registration.Adoption;
import io.portolan.registration.Adoption.Proof;
import io.portolan.registration.Adoptions;
import io.portolan.registration.Registration;
import io.portolan.registration.Registrations;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Sends what was taken in straight to the legs that prove access; what stands in the way is kept for people. */
@Component
public class BeginProofs {

    private static final Logger LOG = LoggerFactory.getLogger(BeginProofs.class);
    private static final int AT_ONCE = 20;

    private final Adoptions adoptions;
    private final Registrations registrations;
    private final VerifyRegistration verify;
    private final IdentityUses uses;
    private final Journal journal;
    private final Leases leases;

    BeginProofs(Adoptions adoptions, Registrations registrations, VerifyRegistration verify, IdentityUses uses, Journal journal, Leases leases) {
        this.adoptions = adoptions;
        this.registrations = registrations;
        this.verify = verify;
        this.uses = uses;
        this.journal = journal;
        this.leases = leases;
    }

    /** Begins what is wanted, some at a time, on one node. */
    @Scheduled(fixedDelay = 2, initialDelay = 5, timeUnit = TimeUnit.SECONDS)
    public void beginAll() {
        if (!adoptions.wanted(1).isEmpty() && leases.hold("begin-proofs", Duration.ofMinutes(5))) {
            try {
                adoptions.wanted(AT_ONCE).forEach(adoption -> begin(adoption.registration()));
            } finally {
                leases.release("begin-proofs");
            }
        }
    }

    /** Begins the proof of a registration, if that is wanted and nothing is in its way. */
    void begin(String id) {
        adoptions.of(id).filter(adoption -> adoption.proof() == Proof.WANTED).ifPresent(adoption -> {
            try {
                var registration = registrations.find(id).orElseThrow();
                if (registration.isAdoptedUnproven()) {
                    used(verify.with(id, adoption.by()).registration(), adoption);
                }
                adoptions.proof(id, Proof.BEGUN, null);
            } catch (Refused standing) {
                refused(id, adoption, standing);
            } catch (RuntimeException trouble) {
                LOG.warn("The proof of registration {} has not begun and will be tried again: {}", id, trouble.getClass().getName());
            }
        });
    }

    /** Whoever was faster has begun it; all else is for people. */
    private void refused(String id, Adoption adoption, Refused standing) {
        if (standing.code().equals("already-onboarding")) {
            adoptions.proof(id, Proof.BEGUN, null);
            return;
        }
        adoptions.proof(id, Proof.NOT_BEGUN, standing.getMessage());
        journal.write(Act.by(adoption.by(), id, "proof-not-begun", standing.getMessage()));
    }

    /** What the bank was given before us is known from now on, for the day on which it changes. */
    private void used(Registration registration, Adoption adoption) {
        var place = new IdentityUses.Place(registration.onboarding(), registration.tpp(), registration.bank(), registration.environment());
        adoption.origin().certificates().forEach(certificate -> uses.certificate(place, certificate, IdentityUses.Manner.VALUE));
        adoption.origin().redirectUris().forEach(uri -> uses.redirectUri(place, uri));
    }
}
