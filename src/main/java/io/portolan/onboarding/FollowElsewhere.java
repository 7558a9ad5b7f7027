package io.portolan.onboarding;

import io.portolan.journal.Act;
import io.portolan.journal.Journal;
import io.portolan.leg.Captured;
import io.portolan.leg.Captures;
import io.portolan.leg.LegOrder;
import io.portolan.playbook.RegistrationWork;
import io.portolan.registration.Credential;
import io.portolan.registration.Credentials;
import io.portolan.registration.Registration;
import io.portolan.registration.Registrations;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Takes over anew what an onboarding has taken from a registration elsewhere and what has changed there since. */
@Component
class FollowElsewhere {

    private final JdbcLeanings leanings;
    private final JdbcOnboardings onboardings;
    private final OnboardingOrders orders;
    private final LeanOnRegistration leanOn;
    private final Registrations registrations;
    private final Credentials credentials;
    private final OnboardingRegistration registration;
    private final Captures captures;
    private final PeopleNeeded people;
    private final Journal journal;

    FollowElsewhere(JdbcLeanings leanings, JdbcOnboardings onboardings, OnboardingOrders orders, LeanOnRegistration leanOn,
            Registrations registrations, Credentials credentials, OnboardingRegistration registration, Captures captures, PeopleNeeded people,
            Journal journal) {
        this.leanings = leanings;
        this.onboardings = onboardings;
        this.orders = orders;
        this.leanOn = leanOn;
        this.registrations = registrations;
        this.credentials = credentials;
        this.registration = registration;
        this.captures = captures;
        this.people = people;
        this.journal = journal;
    }

    /** One thing that was taken, by its names here and there. */
    private record Taken(Onboarding onboarding, LegOrder order, Registration there, String here, String name) {

        String chain() {
            return onboarding.status() == Onboarding.Status.DONE ? onboarding.registration() : onboarding.id();
        }

        String at() {
            return there.bank() + ", " + there.environment();
        }
    }

    /** Compares what was taken with what there is, in the caller's transaction; how it stood is read first, so that no change is missed. */
    void follow(Leaning leaning) {
        var onboarding = onboardings.lock(leaning.onboarding());
        var stands = leanings.credentialsThere(leaning);
        if (!onboarding.status().isFinal() || onboarding.status() == Onboarding.Status.DONE) {
            var there = registrations.find(leaning.registration()).orElseThrow();
            var order = orders.asWritten(onboarding, leaning.leg());
            ((RegistrationWork) order.leg().work()).take().forEach((here, name) -> follow(new Taken(onboarding, order, there, here, name)));
        }
        leanings.followed(leaning, stands);
    }

    private void follow(Taken taken) {
        var mine = captures.find(taken.onboarding().id(), taken.order().leg().id(), taken.here());
        if (mine.isEmpty()) {
            return;
        }
        var now = leanOn.source(taken.there(), taken.name());
        if (now.isEmpty()) {
            ended(taken, mine.get());
        } else if (isOther(mine.get(), now.get()) || isRenewed(taken, mine.get())) {
            takeAnew(taken, now.get());
        }
    }

    private static boolean isOther(Captured mine, Credentials.Source now) {
        return !Objects.equals(mine.value(), now.value()) || !Objects.equals(mine.secret(), now.inVault())
                || !Objects.equals(mine.expiresAt(), now.expires());
    }

    /** Another value may be in the vault under the same name. */
    private boolean isRenewed(Taken taken, Captured mine) {
        return credentials.find(taken.there().id(), taken.name()).filter(there -> there.issuedAt().isAfter(mine.capturedAt())).isPresent();
    }

    private void takeAnew(Taken taken, Credentials.Source now) {
        var onboarding = taken.onboarding().id();
        var leg = taken.order().leg().id();
        if (now.inVault() == null) {
            captures.keep(onboarding, leg, taken.here(), now.value(), now.expires());
        } else {
            captures.keepReference(onboarding, leg, taken.here(), now.inVault(), now.expires());
        }
        registration.keepCredential(taken.onboarding(), taken.order(), taken.here());
        journal.write(Act.ofPortolan(taken.chain(), "took-over-anew", leg, null, "\"" + taken.here() + "\" has changed in the registration "
                + taken.there().id() + " at " + taken.at() + "."));
    }

    /** What counts no longer there counts no longer here, unless it was replaced here. */
    private void ended(Taken taken, Captured mine) {
        var here = taken.onboarding().registration();
        var there = credentials.find(taken.there().id(), taken.name());
        var isStillUsed = credentials.source(here, taken.here()).filter(used -> Objects.equals(used.inVault(), mine.secret())
                && Objects.equals(used.value(), mine.value())).isPresent();
        if (there.isEmpty() || !isStillUsed) {
            return;
        }
        var state = there.get().state();
        if (state == Credential.State.REVOKED) {
            credentials.forget(here, taken.here(), "portolan");
        } else {
            credentials.mark(here, taken.here(), state, "It was taken from the registration at " + taken.at() + ".", "portolan");
        }
        var sentence = "\"" + taken.here() + "\" was taken from the registration at " + taken.at() + ", where it is "
                + state.name().toLowerCase(java.util.Locale.ROOT) + " now.";
        journal.write(Act.ofPortolan(taken.chain(), "taken-over-ended", taken.order().leg().id(), null, sentence));
        people.tell(taken.onboarding(), "What this leans on has changed", sentence + " Please get a new one there; it is taken over by itself then.");
    }
}
