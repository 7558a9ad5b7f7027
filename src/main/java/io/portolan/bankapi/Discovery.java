package io.portolan.bankapi;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.as.AuthorizationServerEndpointMetadata;
import com.nimbusds.oauth2.sdk.as.AuthorizationServerMetadata;
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
import org.springframework.stereotype.Component;

/** Asks a bank's authorization server where its endpoints are (RFC 8414; OpenID Connect Discovery 1.0, section 4). */
@Component
class Discovery {

    private static final Duration GOOD_FOR = Duration.ofMinutes(10);
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
        return work.isDiscovering() ? filling.with(places(run.order().environment().authorizationServer(), filling)) : filling;
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
        Answer last = null;
        for (var address : addresses(server)) {
            var call = calls.get(address, server.tls(), filling);
            exchanges.keepRequest(filling.run(), call);
            last = caller.call(call);
            exchanges.keepOnlyAnswer(filling.run(), last);
            if (last.isSuccess()) {
                return read(server, last);
            }
            if (last.isOutage()) {
                throw new CallFailed(CallFailed.How.NOT_REACHED, call.said() + " answers " + last.status() + ".");
            }
        }
        throw stopped("It is found at none of its addresses; the last answered " + last.status() + ".");
    }

    /** Behind the issuer is where OpenID Connect has it, between host and path where RFC 8414 (section 3) does. */
    private static List<String> addresses(AuthorizationServer server) {
        if (server.metadata() != null) {
            return List.of(server.metadata());
        }
        var issuer = URI.create(server.issuer());
        var path = issuer.getRawPath() == null ? "" : issuer.getRawPath().replaceFirst("/$", "");
        var host = issuer.getScheme() + "://" + issuer.getRawAuthority();
        return List.of(host + path + "/.well-known/openid-configuration", host + "/.well-known/oauth-authorization-server" + path);
    }

    private static Map<String, Filled> read(AuthorizationServer server, Answer answer) {
        AuthorizationServerMetadata metadata;
        try {
            metadata = AuthorizationServerMetadata.parse(answer.body());
        } catch (ParseException e) {
            throw stopped("It cannot be read: " + e.getMessage());
        }
        if (!metadata.getIssuer().getValue().equals(server.issuer())) {
            throw stopped("It is of another issuer, " + metadata.getIssuer() + ", and not of " + server.issuer()
                    + " (RFC 8414, section 3.3).");
        }
        var places = new HashMap<String, Filled>();
        put(places, Places.DISCOVERED + "issuer", server.issuer());
        endpoints(places, Places.DISCOVERED, metadata);
        if (metadata.getMtlsEndpointAliases() != null) {
            endpoints(places, MUTUAL_TLS, metadata.getMtlsEndpointAliases());
        }
        return places;
    }

    private static void endpoints(Map<String, Filled> places, String prefix, AuthorizationServerEndpointMetadata metadata) {
        put(places, prefix + "token-endpoint", metadata.getTokenEndpointURI());
        put(places, prefix + "registration-endpoint", metadata.getRegistrationEndpointURI());
        put(places, prefix + "authorization-endpoint", metadata.getAuthorizationEndpointURI());
    }

    private static void put(Map<String, Filled> places, String place, Object value) {
        if (value != null) {
            places.put(place, new Filled(value.toString(), false));
        }
    }

    private static Stopped stopped(String why) {
        return new Stopped(Reason.UNEXPECTED_ANSWER, "What the bank's authorization server says of itself is not of use. Please look"
                + " whether the playbook names the right one.", why);
    }
}
