package io.portolan.onboarding;

import io.portolan.onboarding.PreflightReport.Finding;
import io.portolan.tpp.TppProfile.Role;
import io.portolan.tpp.Tpps;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Says before anything is sent what a bank asks of us for an onboarding, and whether we have it. */
@Component
public class Preflight {

    private final ReadRequest readRequest;
    private final ReadRoute readRoute;
    private final List<PreflightCheck> checks;
    private final CheckLeanings leanings;
    private final CheckStanding standing;
    private final Tpps tpps;

    Preflight(ReadRequest readRequest, ReadRoute readRoute, List<PreflightCheck> checks, CheckLeanings leanings, CheckStanding standing, Tpps tpps) {
        this.readRequest = readRequest;
        this.readRoute = readRoute;
        this.checks = checks;
        this.leanings = leanings;
        this.standing = standing;
        this.tpps = tpps;
    }

    /**
     * What would be started by a request.
     *
     * @param services those that would be asked for: of a registration that is held, only what it lacks
     * @param factsByBranch the facts of which each branch of the bank has its own
     */
    public record Looked(String tpp, String bank, String branch, String environment, String kind, String application, String route, List<String> services,
            Set<String> factsByBranch, PreflightReport report) { }

    /**
     * What is found for this wish as it would be started now. Where it names no services, those are taken to which the TPP's roles reach,
     * account information and payment initiation; application and route are as for a start.
     *
     * @throws io.portolan.refusal.Refused with the codes of {@link StartOnboarding#with} for what is unknown
     */
    public Looked of(StartRequest request) {
        var services = request.services() == null || request.services().isEmpty() ? usual(request.tpp()) : request.services();
        var wish = readRequest.readWithoutApplication(new StartRequest(request.tpp(), request.bank(), request.branch(), request.environment(),
                request.application(), services, request.route()));
        var findings = new PreflightFindings();
        var left = standing.check(wish, request.route(), findings);
        look(left, findings);
        return new Looked(wish.tpp(), wish.unit(), wish.branch(), wish.environmentName(), wish.environmentKind(), wish.application(), left.route().name(),
                left.services().stream().sorted().map(Enum::name).toList(), factsByBranch(wish), findings.report());
    }

    private static Set<String> factsByBranch(Wish wish) {
        return wish.playbook().playbook().ask().entrySet().stream().filter(asked -> asked.getValue().byBranch()).map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    private List<String> usual(String tpp) {
        var roles = tpp == null ? Set.<Role>of() : tpps.find(tpp).map(found -> found.profile().roles()).orElse(Set.of());
        var services = new ArrayList<String>();
        if (roles.contains(Role.PSP_AI) || !roles.contains(Role.PSP_PI)) {
            services.add("AIS");
        }
        if (roles.contains(Role.PSP_PI)) {
            services.add("PIS");
        }
        return services;
    }

    /** What is found for a wish of which nothing is under way or there. */
    PreflightReport of(Wish wish) {
        var findings = new PreflightFindings();
        look(wish, findings);
        return findings.report();
    }

    private void look(Wish wish, PreflightFindings findings) {
        var asked = readRoute.of(wish);
        checks.forEach(check -> check.check(asked, findings));
        leanings.check(asked, findings, this::notFine);
    }

    private List<Finding> notFine(Wish elsewhere) {
        var findings = new PreflightFindings();
        look(elsewhere, findings);
        return findings.notFine();
    }
}
