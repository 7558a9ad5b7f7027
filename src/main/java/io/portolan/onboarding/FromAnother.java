package io.portolan.onboarding;

import io.portolan.playbook.Environment;
import io.portolan.playbook.Leg;
import io.portolan.playbook.Playbook;
import io.portolan.playbook.Playbooks;
import io.portolan.playbook.Route;
import io.portolan.refusal.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Makes an onboarding of one that is done in another environment of the same bank, such as production of the sandbox. */
@Component
public class FromAnother {

    private final Onboardings onboardings;
    private final OnboardingOrders orders;
    private final Playbooks playbooks;
    private final ReadRequest readRequest;
    private final Preflight preflight;
    private final Facts facts;

    FromAnother(Onboardings onboardings, OnboardingOrders orders, Playbooks playbooks, ReadRequest readRequest, Preflight preflight, Facts facts) {
        this.onboardings = onboardings;
        this.orders = orders;
        this.playbooks = playbooks;
        this.readRequest = readRequest;
        this.preflight = preflight;
        this.facts = facts;
    }

    /**
     * What is different there.
     *
     * @param legs the legs of both routes
     * @param missing what stands in the way before it may start
     * @param facts the facts that the playbook asks for and that nobody has supplied for that environment, with who would know
     */
    public record Differences(String from, String environment, String kind, String route, List<LegDifference> legs,
            List<PreflightReport.Finding> missing, Map<String, String> facts) { }

    /** How a leg of one route is found in the other: {@code same}, {@code changed}, {@code only-here} (where it was done) or {@code only-there}. */
    public record LegDifference(String leg, String title, String what, String detail) { }

    /** The request with what it leaves open taken from the onboarding that it names. */
    StartRequest filled(StartRequest request) {
        if (request.from() == null) {
            return request;
        }
        var other = done(request.from());
        return new StartRequest(or(request.tpp(), other.tpp()), or(request.bank(), other.bank()), or(request.branch(), other.branch()),
                environment(other, request.environment()), or(request.application(), other.application()),
                request.services() == null || request.services().isEmpty() ? other.services().stream().map(Enum::name).sorted().toList()
                        : request.services(), request.route(), request.startAt(), request.from(), request.despiteUsed());
    }

    /** What is different in another environment, by the playbook of today; null for the only live one. */
    public Differences differences(String id, String environmentOrNull) {
        var other = done(id);
        var environment = environment(other, environmentOrNull);
        var wish = readRequest.readWithoutApplication(filled(new StartRequest(null, null, null, environment, null, null, null, null, id, null)));
        var playbook = wish.playbook().playbook();
        var missing = new TreeMap<String, String>();
        playbook.ask().forEach((name, fact) -> {
            if (facts.find(playbook.bank(), environment, playbook.branchOfFact(name, other.branch()), name).isEmpty()) {
                missing.put(name, fact.who());
            }
        });
        return new Differences(id, environment, wish.environmentKind(), wish.route().name(), compared(orders.route(other), wish.route()),
                preflight.of(wish).errors(), missing);
    }

    private static List<LegDifference> compared(Route here, Route there) {
        var legs = new ArrayList<LegDifference>();
        there.legs().forEach(leg -> legs.add(here.leg(leg.id()).map(done -> compared(done, leg))
                .orElseGet(() -> new LegDifference(leg.id(), leg.title(), "only-there", means(leg)))));
        here.legs().stream().filter(leg -> there.leg(leg.id()).isEmpty()).forEach(leg ->
                legs.add(new LegDifference(leg.id(), leg.title(), "only-here", means(leg))));
        return legs;
    }

    private static LegDifference compared(Leg here, Leg there) {
        return here.equals(there) ? new LegDifference(there.id(), there.title(), "same", means(there))
                : new LegDifference(there.id(), there.title(), "changed", here.by() == there.by() ? means(there) : means(here) + " here, " + means(there) + " there");
    }

    private static String means(Leg leg) {
        return "by " + leg.by().name().toLowerCase(Locale.ROOT);
    }

    private Onboarding done(String id) {
        var other = onboardings.find(id).orElseThrow(() -> Refused.notFound("unknown-onboarding", "There is no onboarding " + id + "."));
        if (other.status() != Onboarding.Status.DONE) {
            throw Refused.conflict("not-finished", "Only of an onboarding that is done can another be made.", Map.of("onboarding", id));
        }
        return other;
    }

    private String environment(Onboarding other, String given) {
        if (given != null) {
            return given;
        }
        var live = playbooks.current(other.bank()).map(Playbooks.Versioned::playbook).map(Playbook::environments).orElse(Map.of()).entrySet().stream()
                .filter(each -> each.getValue().kind() == Environment.Kind.LIVE && !each.getKey().equals(other.environment())).map(Map.Entry::getKey).toList();
        if (live.size() != 1) {
            throw Refused.invalid("missing-field", "The environment is missing" + (live.isEmpty() ? "; there is no live one." : ": one of " + String.join(", ", live) + "."),
                    Map.of("environment", "missing"));
        }
        return live.get(0);
    }

    private static String or(String given, String otherwise) {
        return given == null ? otherwise : given;
    }
}
