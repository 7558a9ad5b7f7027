package io.portolan.adoption;

import io.portolan.database.Leases;
import io.portolan.journal.Act;
import io.portolan.journal.Journal;
import io.portolan.onboarding.VerifyRegistration;
import io.portolan.refusal.Refused;
import io.portolan.registration.Adoption;
import io.portolan.registration.Adoption.Proof;
import io.portolan.registration.Adoptions;
import io.portolan.registration.Registrations;
import java.time.Clock;
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
    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofHours(6);

    private final Adoptions adoptions;
    private final Registrations registrations;
    private final VerifyRegistration verify;
    private final Journal journal;
    private final Leases leases;
    private final Clock clock;

    BeginProofs(Adoptions adoptions, Registrations registrations, VerifyRegistration verify, Journal journal, Leases leases, Clock clock) {
        this.adoptions = adoptions;
        this.registrations = registrations;
        this.verify = verify;
        this.journal = journal;
        this.leases = leases;
        this.clock = clock;
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
                    verify.with(id, adoption.by());
                }
                adoptions.proof(id, Proof.BEGUN, null);
            } catch (Refused standing) {
                refused(id, adoption, standing);
            } catch (RuntimeException trouble) {
                failed(id, adoption, trouble);
            }
        });
    }

    /** It goes to the end of those that wait, for longer each time, so that what cannot begin does not keep others from it. */
    private void failed(String id, Adoption adoption, RuntimeException trouble) {
        var next = clock.instant().plus(wait(adoption.tries()));
        // what it says may hold what is nobody's business
        LOG.warn("The proof of registration {} has not begun and is tried again at {}: {}", id, next, trouble.getClass().getName());
        adoptions.notYet(id, "Something went wrong in Portolan (" + trouble.getClass().getSimpleName() + ").", next);
    }

    private static Duration wait(int tries) {
        var wait = FIRST_WAIT.multipliedBy(1L << Math.min(tries, 20));
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
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
}
