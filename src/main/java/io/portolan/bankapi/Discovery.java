package io.portolan.bankapi;

import com.fasterxml.jackson.databind.JsonNode;
import io.portolan.leg.Filled;
import io.portolan.leg.LegRun;
import io.portolan.leg.Outcome.Reason;
import io.portolan.playbook.ApiWork;
import io.portolan.playbook.AuthorizationServer;
import io.portolan.playbook.Places;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Asks a bank's authorization server where its endpoints are (RFC 8414; OpenID Connect Discovery 1.0, section 4). */
@Component
class Discovery {

    /** The endpoint that says what a token is worth (RFC 7662). */
    static final String INTROSPECTION_ENDPOINT = Places.DISCOVERED + "introspection-endpoint";

    private static final Duration GOOD_FOR = Duration.ofMinutes(10);
    private static final String OPENID = "/.well-known/openid-configuration";
    private static final String OAUTH = "/.well-known/oauth-authorization-server";
    private static final List<String> ENDPOINTS = List.of("token-endpoint", "registration-endpoint", "authorization-endpoint", "introspection-endpoint");
    private static final String MUTUAL_TLS = Places.DISCOVERED + "mtls.";

    private final Calls calls;
    private final Caller caller;
    private final Exchanges exchanges;
    private final Clock clock;
    private final Map<AuthorizationServer, Found> found = new ConcurrentHashMap<>();

    Discovery(Calls calls, Caller caller, Exchanges exchanges, Clock clock) {
        this.calls = calls;
        this.caller = caller;
        this.exchanges = exchanges;
        this.clock = clock;
    }

    private record Found(Map<String, Filled> places, Instant at) { }

    /** The name under which the alias of a discovered endpoint stands that is called over mutual TLS. */
    static String alias(String place) {
        return place.startsWith(Places.DISCOVERED) ? MUTUAL_TLS + place.substring(Places.DISCOVERED.length()) : place;
    }

    /** What fills the templates of a leg, with what the authorization server says where the leg asks for that. */
    Filling filling(LegRun run, ApiWork work) throws CallFailed {
        var filling = new Filling(run);
        var server = run.order().environment().authorizationServer();
        return server != null && work.isDiscovering() ? filling.with(places(server, filling)) : filling;
    }

    private Map<String, Filled> places(AuthorizationServer server, Filling filling) throws CallFailed {
        var known = found.get(server);
        if (known == null || known.at().plus(GOOD_FOR).isBefore(clock.instant())) {
            known = new Found(asked(server, filling), clock.instant());
            found.put(server, known);
        }
        return known.places();
    }

    private Map<String, Filled> asked(AuthorizationServer server, Filling filling) throws CallFailed {
        var run = filling.run();
        String why = null;
        Answer outage = null;
        for (var address : addresses(server)) {
            var call = calls.get(address, server.tls(), filling);
            exchanges.keepRequest(run, call);
            var answer = caller.call(call);
            var excerpt = exchanges.keepOnlyAnswer(run, answer);
            // a server may answer every address with a page of its own, and some addresses with an error of its own
            if (answer.isSuccess() && answer.at("/issuer").isPresent()) {
                return read(server, answer);
            }
            why = call.said() + " answers " + excerpt;
            outage = answer.isOutage() ? answer : outage;
        }
        if (outage != null) {
            throw new CallFailed(CallFailed.How.NOT_REACHED, "The bank's authorization server does not say at present where its endpoints are: " + why, outage);
        }
        throw stopped("It is found at none of its addresses. " + why);
    }

    /**
     * Behind the issuer is where OpenID Connect has it, between host and path where RFC 8414 (section 3) does; either name is met with at either
     * place (section 5).
     */
    private static List<String> addresses(AuthorizationServer server) {
        if (server.metadata() != null) {
            return List.of(server.metadata());
        }
        var issuer = URI.create(server.issuer());
        var path = issuer.getRawPath() == null ? "" : issuer.getRawPath().replaceFirst("/$", "");
        var host = issuer.getScheme() + "://" + issuer.getRawAuthority();
        return Stream.of(host + path + OPENID, host + OAUTH + path, host + OPENID + path, host + path + OAUTH).distinct().toList();
    }

    /** Only what is used is read: what else a server says of itself may be odd. */
    private static Map<String, Filled> read(AuthorizationServer server, Answer answer) {
        var issuer = answer.at("/issuer").orElseThrow();
        if (!issuer.equals(server.issuer())) {
            throw stopped("It is of another issuer, " + issuer + ", and not of " + server.issuer() + " (RFC 8414, section 3.3).");
        }
        var places = new HashMap<String, Filled>();
        places.put(Places.DISCOVERED + "issuer", new Filled(issuer, false));
        endpoints(places, Places.DISCOVERED, answer.json());
        endpoints(places, MUTUAL_TLS, answer.json().path("mtls_endpoint_aliases"));
        return places;
    }

    private static void endpoints(Map<String, Filled> places, String prefix, JsonNode metadata) {
        ENDPOINTS.stream().filter(name -> metadata.path(name.replace('-', '_')).isTextual())
                .forEach(name -> places.put(prefix + name, new Filled(metadata.path(name.replace('-', '_')).asText().strip(), false)));
    }

    private static Stopped stopped(String why) {
        return new Stopped(Reason.UNEXPECTED_ANSWER, "What the bank's authorization server says of itself is not of use. Please look"
                + " whether the playbook names the right one.", why);
    }
}
