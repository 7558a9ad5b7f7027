package io.portolan.onboarding;

import io.portolan.certificate.Certificate;
import io.portolan.certificate.Certificates;
import io.portolan.playbook.Environment;
import io.portolan.playbook.Nearest;
import io.portolan.playbook.Playbook;
import io.portolan.playbook.Playbooks;
import io.portolan.playbook.Procedure;
import io.portolan.playbook.Route;
import io.portolan.playbook.Service;
import io.portolan.refusal.Refused;
import io.portolan.tpp.TppProfile;
import io.portolan.tpp.Tpp;
import io.portolan.tpp.Tpps;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Reads the wish to start an onboarding and says what is unknown in it, with what would be right. */
@Component
class ReadRequest {

    private final Playbooks playbooks;
    private final Tpps tpps;
    private final Certificates certificates;

    ReadRequest(Playbooks playbooks, Tpps tpps, Certificates certificates) {
        this.playbooks = playbooks;
        this.tpps = tpps;
        this.certificates = certificates;
    }

    Wish read(StartRequest request) {
        return read(request, tpp(request));
    }

    /** The same for a TPP that was looked up already. */
    Wish read(StartRequest request, Tpp tpp) {
        var wish = readWithoutApplication(request, tpp);
        var applications = tpp.profile().applications().keySet();
        if (!applications.contains(wish.application())) {
            throw unknown("unknown-application", wish.application(), applications);
        }
        return wish;
    }

    /** As {@link #read}, for a TPP that may have no such application yet. */
    Wish readWithoutApplication(StartRequest request) {
        return readWithoutApplication(request, tpp(request));
    }

    private Tpp tpp(StartRequest request) {
        return tpps.find(given("tpp", request.tpp())).orElseThrow(() -> unknown("unknown-tpp", request.tpp(), tpps.all().stream().map(Tpp::id).toList()));
    }

    private Wish readWithoutApplication(StartRequest request, Tpp tpp) {
        var playbook = playbooks.current(given("bank", request.bank())).orElseThrow(() -> unknown("unknown-bank", request.bank(),
                playbooks.all().stream().map(known -> known.playbook().bank()).toList()));
        var environment = playbook.playbook().environments().get(given("environment", request.environment()));
        if (environment == null) {
            throw unknown("unknown-environment", request.environment(), playbook.playbook().environments().keySet());
        }
        if (request.branch() != null && !playbook.playbook().branches().containsKey(request.branch())) {
            throw unknown("unknown-branch", request.branch(), playbook.playbook().branches().keySet());
        }
        var services = services(request.services());
        return new Wish(tpp.id(), playbook, request.environment(), request.branch(),
                request.application() == null ? TppProfile.MAIN : request.application(), services,
                route(request, playbook.playbook(), environment, tpp.id(), services));
    }

    private static String given(String field, String value) {
        if (value == null || value.isBlank()) {
            throw Refused.invalid("missing-field", "The " + said(field) + " is missing.", Map.of(field, "missing"));
        }
        return value;
    }

    private static Set<Service> services(List<String> names) {
        var services = EnumSet.noneOf(Service.class);
        for (var name : names == null ? List.<String>of() : names) {
            services.add(Stream.of(Service.values()).filter(service -> service.name().equals(name)).findFirst()
                    .orElseThrow(() -> unknown("unknown-service", name, Stream.of(Service.values()).map(Enum::name).toList())));
        }
        if (services.isEmpty()) {
            throw Refused.invalid("missing-field", "Name at least one service: AIS, PIS or CAF.", Map.of("services", "missing"));
        }
        return services;
    }

    private Route route(StartRequest request, Playbook playbook, Environment environment, String tpp, Set<Service> services) {
        if (request.route() != null) {
            return environment.route(request.route()).orElseThrow(() -> unknown("unknown-route", request.route(),
                    environment.routes().stream().map(Route::name).toList()));
        }
        var certificatesFor = environment.certificatesFor(playbook.bank(), request.environment());
        var forProcedures = playbook.procedures().values().stream().map(Procedure::route).toList();
        var routes = environment.routes().stream().filter(route -> !forProcedures.contains(route.name())).toList();
        return routes.stream().filter(route -> fits(route.when(), request, tpp, services, certificatesFor)).findFirst().orElseThrow(() -> noneFits(request, routes));
    }

    private static Refused noneFits(StartRequest request, List<Route> routes) {
        var regions = routes.stream().map(Route::when).filter(Objects::nonNull).map(Route.When::region).filter(Objects::nonNull).distinct().toList();
        return request.branch() == null && !regions.isEmpty()
                ? Refused.invalid("branch-missing", "The branches of this bank are reached by routes of their own. Say which branch.", Map.of("branch", "one of " + String.join(", ", regions)))
                : Refused.invalid("unknown-route", "None of the routes of this environment fits by itself. Name one of them.",
                        Map.of("route", "one of " + String.join(", ", routes.stream().map(Route::name).toList())));
    }

    private boolean fits(Route.When when, StartRequest request, String tpp, Set<Service> services, String certificatesFor) {
        if (when == null) {
            return true;
        }
        var kinds = when.certificate() == null ? Stream.of(Certificate.Kind.values()) : Stream.of(Certificate.Kind.valueOf(when.certificate().name()));
        var inUse = kinds.flatMap(each -> certificates.inUse(tpp, each, certificatesFor, request.bank()).stream()).toList();
        return (when.certificate() == null || !inUse.isEmpty())
                && (when.issuer() == null || inUse.stream().anyMatch(certificate -> certificate.isIssuedBy(when.issuer())))
                && (when.region() == null || when.region().equals(request.branch()))
                && (when.service() == null || services.contains(when.service()));
    }

    private static Refused unknown(String code, String name, Collection<String> known) {
        var what = code.substring("unknown-".length());
        var nearest = Nearest.to(name, known);
        var sentence = "There is no " + said(what) + " \"" + name + "\"." + (nearest == null ? "" : " Did you mean \"" + nearest + "\"?");
        return what.equals("tpp") || what.equals("bank") ? new Refused(Refused.Kind.NOT_FOUND, code, sentence, Map.of(what, name))
                : Refused.invalid(code, sentence, Map.of(what, known.isEmpty() ? "there are none" : "one of " + String.join(", ", known)));
    }

    private static String said(String field) {
        return field.equals("tpp") ? "TPP" : field;
    }
}
