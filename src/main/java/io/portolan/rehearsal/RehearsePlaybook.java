package io.portolan.rehearsal;

import io.portolan.certificate.RehearsalAuthority;
import io.portolan.playbook.MadeUp;
import io.portolan.playbook.Places;
import io.portolan.playbook.Playbook;
import io.portolan.playbook.Playbooks;
import io.portolan.playbook.Route;
import io.portolan.playbook.Service;
import io.portolan.playbook.ValueType;
import io.portolan.rehearsal.RouteWalk.Way;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.beans.factory.BeanFactory;

/** Walks the routes of playbooks with TPPs that are made up, on an application whose means are all {@link Cast}. */
public final class RehearsePlaybook {

    private static final int SIDE_BY_SIDE = 8;
    private static final Duration A_MOMENT = Duration.ofMillis(30);
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Stage stage;
    private final Cast cast;
    private final ProgressFile progress;

    /** On this application; none of its means but the cast's may act for what is rehearsed. */
    public RehearsePlaybook(BeanFactory application, Cast cast) {
        this(application, cast, null);
    }

    /** The same, telling how far it is. */
    RehearsePlaybook(BeanFactory application, Cast cast, ProgressFile progress) {
        this.stage = Stage.of(application);
        this.cast = cast;
        this.progress = progress;
    }

    /** All routes of these banks by all of their signs, each with and without the facts that it asks for. */
    public List<RehearsalReport> all(List<Playbooks.Versioned> playbooks) {
        return rehearse(playbooks, way -> true);
    }

    /** One walk along each shape that the routes of these banks have; banks whose shapes others have too are not in what comes back. */
    public List<RehearsalReport> oncePerShape(List<Playbooks.Versioned> playbooks) {
        var seen = new HashSet<RouteShape>();
        return rehearse(playbooks, way -> way.walk() == 0 && seen.add(RouteShape.of(way.route())));
    }

    private List<RehearsalReport> rehearse(List<Playbooks.Versioned> playbooks, Predicate<Way> which) {
        var waiting = new ArrayList<RouteWalk>();
        var notes = new ArrayList<Map.Entry<Playbooks.Versioned, Notes>>();
        for (var playbook : playbooks) {
            var own = new Notes(progress);
            var ways = ways(playbook.playbook(), own).stream().filter(which).toList();
            own.walked(ways);
            if (!ways.isEmpty()) {
                notes.add(Map.entry(playbook, own));
                ways.forEach(way -> waiting.add(new RouteWalk(stage, way, "rehearsal-" + NUMBER.incrementAndGet(), own)));
            }
        }
        // facts are known for good once they are told, so walks that begin without them come first
        waiting.sort(Comparator.comparingInt(walk -> walk.way().walk()));
        var under = new ArrayList<RouteWalk>();
        while (!waiting.isEmpty() || !under.isEmpty()) {
            while (under.size() < SIDE_BY_SIDE && !waiting.isEmpty()) {
                begin(waiting.remove(0), under);
            }
            var ended = under.stream().filter(RouteWalk::goOn).toList();
            ended.forEach(this::end);
            under.removeAll(ended);
            aMoment();
        }
        return notes.stream().map(each -> each.getValue().report(each.getKey().playbook().bank(), each.getKey().hash())).toList();
    }

    private void begin(RouteWalk walk, List<RouteWalk> under) {
        var way = walk.way();
        if (way.walk() > 0) {
            tellFacts(way);
        }
        var environment = way.playbook().at(way.environmentName(), way.branch());
        new RehearsalTpp(stage).make(walk.tpp(), way.playbook(), way.environmentName(), leantOn(way.playbook()),
                new RehearsalAuthority(RehearsalTpp.issuers(way.playbook(), environment), stage.clock()));
        if (environment.portal() != null) {
            stage.consent().decide(walk.tpp(), environment.portal().name(), true, "In a rehearsal nobody's portal is worked.", RouteWalk.ACTOR);
        }
        cast.enter(walk);
        if (walk.start()) {
            under.add(walk);
        } else {
            walk.end();
            cast.leave(walk);
        }
    }

    private void end(RouteWalk walk) {
        walk.end();
        cast.leave(walk);
    }

    private List<Playbook> leantOn(Playbook playbook) {
        return playbook.needs().registrations().stream().flatMap(needed -> stage.playbooks().current(needed.unit()).stream()).map(Playbooks.Versioned::playbook).toList();
    }

    private void tellFacts(Way way) {
        var madeUp = new MadeUp(way.playbook().environments().get(way.environmentName()), way.route(), stage.clock());
        way.playbook().ask().keySet().forEach(name -> stage.facts().supply(way.bank(), way.environmentName(), way.playbook().branchOfFact(name, way.branch()), name, madeUp.fact(name, way.playbook().ask().get(name)),
                "made up for a rehearsal", RouteWalk.ACTOR));
    }

    private List<Way> ways(Playbook playbook, Notes notes) {
        var ways = new ArrayList<Way>();
        var forProcedures = playbook.procedures().values().stream().map(procedure -> procedure.route()).toList();
        playbook.environments().forEach((name, environment) -> environment.routes().forEach(route -> {
            if (forProcedures.contains(route.name())) {
                notes.left(name + "/" + route.name() + " is for a procedure, which begins with a registration that stands");
            } else {
                serviceSets(route).forEach(services -> IntStream.range(0, walks(playbook, route))
                        .forEach(walk -> ways.add(new Way(playbook, name, route, branch(playbook, route), services, walk))));
            }
        }));
        return ways;
    }

    private static int walks(Playbook playbook, Route route) {
        int signs = route.legs().stream().mapToInt(leg -> LegScript.walks(leg.signs())).max().orElse(1);
        return Math.max(signs, playbook.ask().isEmpty() ? 1 : 2);
    }

    /** All together, and each alone where anything in the route is for some services only. */
    private static List<Set<Service>> serviceSets(Route route) {
        var named = new TreeSet<>(route.servicesNamed());
        if (named.isEmpty()) {
            return List.of(usual(route));
        }
        var together = new TreeSet<>(usual(route));
        together.addAll(named);
        var always = route.when() == null ? null : route.when().service();
        return Stream.concat(Stream.of(together), together.stream().map(Set::of).filter(one -> always == null || one.contains(always))).map(set -> (Set<Service>) set).toList();
    }

    private static Set<Service> usual(Route route) {
        var usual = new TreeSet<>(Arrays.asList(Service.AIS, Service.PIS));
        if (route.when() != null && route.when().service() != null) {
            usual.add(route.when().service());
        }
        return usual;
    }

    private String branch(Playbook playbook, Route route) {
        if (route.when() != null && route.when().region() != null) {
            return route.when().region();
        }
        var today = LocalDate.now(stage.clock());
        var open = playbook.branches().entrySet().stream().filter(each -> each.getValue().closesOn() == null || each.getValue().closesOn().isAfter(today)).toList();
        var isAsked = open.stream().anyMatch(each -> each.getValue().scope() == Playbook.Branch.Scope.REGISTRATION) || route.namesBranch();
        return isAsked ? open.stream().map(Map.Entry::getKey).findFirst().orElse(null) : null;
    }

    private static void aMoment() {
        try {
            if (new Semaphore(0).tryAcquire(A_MOMENT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("nobody rings here");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the rehearsal was broken off", stopped);
        }
    }
}
