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
    private final Engine engine;
    private final Journal journal;

    MovePlaybook(JdbcOnboardings onboardings, OnboardingOrders orders, Playbooks playbooks, VersionChanges changes, LegQueue legs,
            Engine engine, Journal journal) {
        this.onboardings = onboardings;
        this.orders = orders;
        this.playbooks = playbooks;
        this.changes = changes;
        this.legs = legs;
        this.engine = engine;
        this.journal = journal;
    }

    /**
     * What another version would change.
     *
     * @param problems why the onboarding cannot be moved to it, as sentences; empty where it can
     */
    public record Difference(String from, String to, List<LegChange> legs, List<String> problems) { }

    /** What is different of a leg: {@code same}, {@code changed}, {@code added}, {@code too-late} (new, before where it stands) or {@code removed}. */
    public record LegChange(String leg, String title, String what) { }

    /** What the version with this hash, or the current one for null, would change. */
    public Difference difference(String id, String versionOrNull) {
        var onboarding = onboardings.find(id).orElseThrow(() -> Refused.notFound("unknown-onboarding", "There is no onboarding " + id + "."));
        var version = version(onboarding, versionOrNull);
        var to = route(onboarding, version);
        var from = orders.route(onboarding);
        return new Difference(onboarding.playbookVersion(), version.hash(), changes.of(onboarding, from, to), changes.problems(onboarding, from, to));
    }

    /**
     * Moves it, if nothing stands in the way.
     *
     * @throws Refused with codes {@code unknown-onboarding}, {@code onboarding-finished}, {@code unknown-version}, {@code same-version},
     *         {@code cannot-move}
     */
    @Transactional
    public Onboarding move(String id, String versionOrNull, String actor) {
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
        var late = changes.of(onboarding, from, to).stream().filter(change -> change.what().equals("too-late")).map(LegChange::leg).collect(Collectors.toSet());
        var skipped = skipped(onboarding, to, late);
        var moved = onboardings.moveTo(id, version.hash());
        legs.replan(id, to.legs().stream().map(leg -> planned(leg, moved, version, to, skipped.contains(leg.id()))).toList());
        if (moved.status() != Onboarding.Status.SCHEDULED) {
            engine.migrate(moved, version, skipped);
        }
        journal.write(Act.by(actor, id, "moved-to-playbook", "From version " + onboarding.playbookVersion().substring(0, 12) + " to "
                + version.shortHash() + ": " + said(changes.of(onboarding, from, to))));
        return moved;
    }

    /**
     * Has one leg, and no other, done by another version from its next run on.
     *
     * @throws Refused with codes {@code unknown-onboarding}, {@code onboarding-finished}, {@code unknown-version}, {@code unknown-leg}
     */
    @Transactional
    public Onboarding mend(String id, String leg, String versionOrNull, String actor) {
        var onboarding = onboardings.lockRunning(id);
        var version = version(onboarding, versionOrNull);
        var mended = route(onboarding, version).leg(leg).filter(found -> legs.find(id, leg).map(LegRecord::state).filter(state ->
                state != LegState.DONE && state != LegState.SKIPPED).isPresent()).orElseThrow(() -> Refused.invalid("unknown-leg",
                        "Version " + version.shortHash() + " has no leg \"" + leg + "\" that is still to be done.", Map.of("leg", leg)));
        var versions = new HashMap<>(onboarding.legVersions());
        versions.put(leg, version.hash());
        legs.by(id, leg, mended.by());
        journal.write(new Act(id, actor, "leg-mended", leg, null, "By version " + version.shortHash() + " from its next run on.", List.of()));
        return onboardings.mend(id, versions);
    }

    private Set<String> skipped(Onboarding onboarding, Route to, Set<String> late) {
        var skipped = new HashSet<>(late);
        legs.of(onboarding.id()).stream().filter(row -> row.state() == LegState.SKIPPED).map(LegRecord::leg)
                .filter(leg -> to.leg(leg).map(found -> found.onlyFor().isEmpty()).orElse(false)).forEach(skipped::add);
        to.legs().stream().filter(leg -> !leg.isFor(onboarding.wanted())).map(Leg::id).forEach(skipped::add);
        return skipped;
    }

    private static PlannedLeg planned(Leg leg, Onboarding onboarding, Playbooks.Versioned version, Route route, boolean skipped) {
        var order = new LegOrder(onboarding.id(), onboarding.tpp(), version.playbook(), onboarding.environment(), route, leg, onboarding.branch(),
                onboarding.application(), onboarding.wanted(), onboarding.startedAt());
        return new PlannedLeg(leg.id(), leg.by(), leg.by() == MeansName.PORTAL ? order.portalAccount() : null, skipped, false);
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
