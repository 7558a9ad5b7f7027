package io.portolan.onboarding;

import io.portolan.journal.Act;
import io.portolan.journal.Journal;
import io.portolan.leg.LegQueue;
import io.portolan.leg.LegRecord;
import io.portolan.leg.LegState;
import io.portolan.playbook.Stage;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Has legs done that are new before where an onboarding stands, and brings it back to there. What is done stands up to the first leg that
 * uses what the new ones bring: that one is done for something else then, and so is all that comes after it. Access is proven anew.
 */
@Component
class DoNewLegs {

    private final LegQueue legs;
    private final OnboardingOrders orders;
    private final GoBack goBack;
    private final JdbcOnboardings onboardings;
    private final SideBySide sideBySide;
    private final Engine engine;
    private final Journal journal;

    DoNewLegs(LegQueue legs, OnboardingOrders orders, GoBack goBack, JdbcOnboardings onboardings, SideBySide sideBySide, Engine engine, Journal journal) {
        this.legs = legs;
        this.orders = orders;
        this.goBack = goBack;
        this.onboardings = onboardings;
        this.sideBySide = sideBySide;
        this.engine = engine;
        this.journal = journal;
    }

    /** Begins at the first of these legs of the locked onboarding, which has moved to the version that has them. */
    void of(Onboarding onboarding, Collection<String> added, String why, String actor) {
        var first = added.iterator().next();
        var from = engine.legsFrom(onboarding.id(), first);
        var anew = anew(onboarding, added, from);
        goBack.setBack(onboarding, first, anew, why, actor);
        var stands = legs.of(onboarding.id()).stream().filter(row -> from.contains(row.leg()) && !anew.contains(row.leg())).toList();
        legs.comeAgain(onboarding.id(), stands.stream().map(LegRecord::leg).toList());
        var done = stands.stream().filter(row -> row.state() == LegState.DONE).map(LegRecord::leg).collect(Collectors.joining(", "));
        journal.write(Act.by(actor, onboarding.id(), "legs-stand", done.isEmpty() ? "Nothing that is done stands after them." : "What is done and stands: " + done + "."));
        onboardings.status(onboarding.id(), Onboarding.Status.RUNNING, null, null);
        engine.goBack(onboarding.id(), from, first);
        sideBySide.refresh(onboarding.id());
    }

    /** The new legs, the proof, and in the order of the route all from the first on that uses what the new ones bring. */
    private Set<String> anew(Onboarding onboarding, Collection<String> added, Set<String> from) {
        var anew = new LinkedHashSet<String>();
        var brought = new HashSet<String>();
        var isFed = false;
        for (var leg : orders.route(onboarding).legs().stream().filter(each -> from.contains(each.id())).toList()) {
            isFed = isFed || leg.stage() != Stage.VERIFY_ACCESS && !added.contains(leg.id()) && leg.uses().stream().anyMatch(brought::contains);
            if (isFed || added.contains(leg.id()) || leg.stage() == Stage.VERIFY_ACCESS) {
                anew.add(leg.id());
            }
            if (added.contains(leg.id())) {
                brought.addAll(leg.captures().keySet());
            }
        }
        return anew;
    }
}
