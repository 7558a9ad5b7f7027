package io.portolan.onboarding;

import io.portolan.journal.Act;
import io.portolan.journal.Journal;
import io.portolan.leg.LegOrder;
import io.portolan.leg.LegQueue;
import io.portolan.leg.LegRecord;
import io.portolan.leg.LegState;
import io.portolan.leg.PlannedLeg;
import io.portolan.playbook.Leg;
import io.portolan.playbook.MeansName;
import io.portolan.playbook.Playbooks;
import io.portolan.playbook.Route;
import io.portolan.refusal.Refused;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Moves a running onboarding to another version of its playbook, such as a repaired one: all of it by the ids of its legs, or one leg alone. */
@Component
public class MovePlaybook {

    private final JdbcOnboardings onboardings;
    private final OnboardingOrders orders;
    private final Playbooks playbooks;
    private final VersionChanges changes;
    private final LegQueue legs;
    private final DoNewLegs newLegsFirst;
    private final NotWhileActing notWhileActing;
    private final Engine engine;
    private final Journal journal;

    MovePlaybook(JdbcOnboardings onboardings, OnboardingOrders orders, Playbooks playbooks, VersionChanges changes, LegQueue legs,
            DoNewLegs newLegsFirst, NotWhileActing notWhileActing, Engine engine, Journal journal) {
        this.onboardings = onboardings;
        this.orders = orders;
        this.playbooks = playbooks;
        this.changes = changes;
        this.legs = legs;
        this.newLegsFirst = newLegsFirst;
        this.notWhileActing = notWhileActing;
        this.engine = engine;
        this.journal = journal;
    }

    /**
     * What another version would change.
     *
     * @param problems why the onboarding cannot be moved to it, as sentences; empty where it can
     */
    public record Difference(String from, String to, List<LegChange> legs, List<String> problems) { }

    /** What becomes of legs that are new in a version and stand before where an onboarding is. */
    public enum NewLegs {
        /** They are passed over. */
        LEAVE_OUT,
        /** They are done, and the onboarding comes back to where it stands; from the first leg on that uses what they bring, all is done anew, and what is at the bank is listed. */
        BEGIN_THERE
    }

    /** What is different of a leg: {@code same}, {@code changed}, {@code added}, {@code too-late} (new, before where it stands) or {@code removed}. */
    public record LegChange(String leg, String title, String what) { }

    /** The same for one leg that alone would be done by another version; {@code unknown-leg} where it is not to be done any more, or not there. */
    public Difference difference(String id, String leg, String versionOrNull) {
        var onboarding = onboardings.find(id).orElseThrow(() -> Refused.notFound("unknown-onboarding", "There is no onboarding " + id + "."));
        var version = version(onboarding, versionOrNull);
        var mended = mended(onboarding, leg, version);
        var before = orders.asWritten(onboarding, leg).leg();
        return new Difference(onboarding.legVersions().getOrDefault(leg, onboarding.playbookVersion()), version.hash(),
                List.of(new LegChange(leg, mended.title(), before.equals(mended.forServices(onboarding.wanted())) ? "same" : "changed")),
                changes.problemsOf(onboarding, mended, orders.route(onboarding)));
    }

    /** What the version with this hash, or the current one for null, would change. */
    public Difference difference(String id, String versionOrNull) {
        var onboarding = onboardings.find(id).orElseThrow(() -> Refused.notFound("unknown-onboarding", "There is no onboarding " + id + "."));
        var version = version(onboarding, versionOrNull);
        var to = route(onboarding, version);
        var from = orders.route(onboarding);
        return new Difference(onboarding.playbookVersion(), version.hash(), changes.of(onboarding, from, to), changes.problems(onboarding, from, to));
    }

    /** Why it cannot be moved to another version just now, or this leg alone where one is given, as sentences; empty where it can. */
    public Optional<String> notNow(String id, String legOrNull) {
        return notWhileActing.why(onboardings.find(id).orElseThrow(),
                legOrNull == null ? legs.of(id).stream().map(LegRecord::leg).toList() : List.of(legOrNull));
    }

    /** As {@link #move(String, String, NewLegs, String)} where no leg is new before where it stands; else {@code new-legs-before}. */
    @Transactional
    public Onboarding move(String id, String versionOrNull, String actor) {
        return move(id, versionOrNull, null, actor);
    }

    /**
     * Moves it, if nothing stands in the way.
     *
     * @param newLegs what becomes of new legs that stand before where it is; null only where there are none
     * @throws Refused with codes {@code unknown-onboarding}, {@code onboarding-finished}, {@code unknown-version}, {@code same-version},
     *         {@code cannot-move}, {@code new-legs-before}, {@code leg-is-acting}
     */
    @Transactional
    public Onboarding move(String id, String versionOrNull, NewLegs newLegs, String actor) {
        var onboarding = onboardings.lockRunning(id);
        var version = version(onboarding, versionOrNull);
        if (version.hash().equals(onboarding.playbookVersion()) && onboarding.legVersions().isEmpty()) {
            throw Refused.conflict("same-version", "This onboarding runs by this version already.", Map.of("version", version.hash()));
        }
        var to = route(onboarding, version);
        var from = orders.route(onboarding);
        var problems = changes.problems(onboarding, from, to);
        if (!problems.isEmpty()) {
            throw Refused.conflict("cannot-move", String.join(" ", problems), Map.of("onboarding", id));
        }
        var before = changes.of(onboarding, from, to).stream().filter(change -> change.what().equals("too-late")).map(LegChange::leg)
                .filter(leg -> to.leg(leg).orElseThrow().isFor(onboarding.wanted())).toList();
        if (!before.isEmpty() && newLegs == null) {
            throw newLegsBefore(id, before);
        }
        notWhileActing.require(onboarding, legs.of(id).stream().map(LegRecord::leg).toList());
        var begins = newLegs == NewLegs.BEGIN_THERE && !before.isEmpty();
        var skipped = skipped(onboarding, to, begins ? Set.of() : Set.copyOf(before));
        var moved = onboardings.moveTo(id, version.hash());
        legs.replan(id, to.legs().stream().map(leg -> planned(leg, moved, version, to, skipped.contains(leg.id()))).toList());
        if (moved.status() != Onboarding.Status.SCHEDULED) {
            engine.migrate(moved, version, skipped);
        }
        journal.write(Act.by(actor, id, "moved-to-playbook", "From version " + onboarding.playbookVersion().substring(0, 12) + " to "
                + version.shortHash() + ": " + said(changes.of(onboarding, from, to)) + (before.isEmpty() || begins ? "" : ". Passed over: " + String.join(", ", before))));
        if (begins) {
            newLegsFirst.of(moved, before, "It is new in version " + version.shortHash() + ".", actor);
        }
        return onboardings.find(id).orElseThrow();
    }

    private static Refused newLegsBefore(String id, List<String> legs) {
        return Refused.conflict("new-legs-before", "That version has new legs before where this onboarding stands: " + String.join(", ", legs)
                + ". Say whether they are left out (leave-out), or whether it begins again at the first of them (begin-there) and comes back: what is done stands,"
                + " up to the first leg that uses what they bring.", Map.of("onboarding", id, "newLegs", String.join(", ", legs)));
    }

    /**
     * Has one leg, and no other, done by another version from its next run on.
     *
     * @throws Refused with codes {@code unknown-onboarding}, {@code onboarding-finished}, {@code unknown-version}, {@code unknown-leg},
     *         {@code same-version}, {@code cannot-move}, {@code leg-is-acting}
     */
    @Transactional
    public Onboarding mend(String id, String leg, String versionOrNull, String actor) {
        var onboarding = onboardings.lockRunning(id);
        var version = version(onboarding, versionOrNull);
        var mended = mended(onboarding, leg, version);
        if (version.hash().equals(onboarding.legVersions().getOrDefault(leg, onboarding.playbookVersion()))) {
            throw Refused.conflict("same-version", "This leg is done by this version already.", Map.of("version", version.hash(), "leg", leg));
        }
        var problems = changes.problemsOf(onboarding, mended, orders.route(onboarding));
        if (!problems.isEmpty()) {
            throw Refused.conflict("cannot-move", String.join(" ", problems), Map.of("onboarding", id, "leg", leg));
        }
        notWhileActing.require(onboarding, List.of(leg));
        var versions = new HashMap<>(onboarding.legVersions());
        versions.put(leg, version.hash());
        var planned = planned(mended, onboarding, version, route(onboarding, version), false);
        legs.by(id, leg, planned.means(), planned.portalAccount());
        journal.write(new Act(id, actor, "leg-mended", leg, null, "By version " + version.shortHash() + " from its next run on.", List.of()));
        return onboardings.mend(id, versions);
    }

    private Leg mended(Onboarding onboarding, String leg, Playbooks.Versioned version) {
        return route(onboarding, version).leg(leg).filter(found -> legs.find(onboarding.id(), leg).map(LegRecord::state).filter(state ->
                state != LegState.DONE && state != LegState.SKIPPED).isPresent()).orElseThrow(() -> Refused.invalid("unknown-leg",
                        "Version " + version.shortHash() + " has no leg \"" + leg + "\" that is still to be done.", Map.of("leg", leg)));
    }

    private Set<String> skipped(Onboarding onboarding, Route to, Set<String> late) {
        var skipped = new HashSet<>(late);
        legs.of(onboarding.id()).stream().filter(row -> row.state() == LegState.SKIPPED).map(LegRecord::leg)
                .filter(leg -> to.leg(leg).map(found -> found.onlyFor().isEmpty()).orElse(false)).forEach(skipped::add);
        to.legs().stream().filter(leg -> !leg.isFor(onboarding.wanted())).map(Leg::id).forEach(skipped::add);
        return skipped;
    }

    private static PlannedLeg planned(Leg leg, Onboarding onboarding, Playbooks.Versioned version, Route route, boolean skipped) {
        var playbook = version.playbook().atBranch(onboarding.environment(), onboarding.branch());
        var order = new LegOrder(onboarding.id(), onboarding.tpp(), playbook, onboarding.environment(), route, leg, onboarding.branch(),
                onboarding.application(), onboarding.wanted(), onboarding.startedAt());
        return new PlannedLeg(leg.id(), leg.stage(), leg.by(), leg.by() == MeansName.PORTAL ? order.portalAccount() : null, skipped, false);
    }

    private Playbooks.Versioned version(Onboarding onboarding, String hash) {
        return (hash == null ? playbooks.current(onboarding.bank()) : playbooks.version(onboarding.bank(), hash)).orElseThrow(() ->
                Refused.notFound("unknown-version", "There is no such version of the playbook " + onboarding.bank() + "."));
    }

    private static Route route(Onboarding onboarding, Playbooks.Versioned version) {
        var environment = version.playbook().environments().get(onboarding.environment());
        return (environment == null ? Optional.<Route>empty() : environment.route(onboarding.route())).orElseThrow(() ->
                Refused.conflict("cannot-move", "That version has no route \"" + onboarding.route() + "\" in " + onboarding.environment() + ".",
                        Map.of("onboarding", onboarding.id())));
    }

    private static String said(List<LegChange> changed) {
        var said = changed.stream().filter(change -> !change.what().equals("same")).map(change -> change.leg() + " " + change.what())
                .collect(Collectors.joining(", "));
        return said.isEmpty() ? "no leg is different" : said;
    }
}
