package io.portolan.bankapi;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jose.util.X509CertUtils;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import io.portolan.leg.LegRun.Progress;
import io.portolan.leg.LegRun;
import io.portolan.leg.Rehearsed.Cue;
import io.portolan.leg.Value;
import io.portolan.playbook.ApiWork;
import io.portolan.playbook.AuthorizationServer;
import io.portolan.playbook.Places;
import io.portolan.playbook.Probe;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Answers the calls of one run of a leg in a rehearsal; no call leaves us. */
final class RehearsedCaller implements Caller {

    private static final List<Integer> REFUSALS = List.of(401, 403, 400);

    private final LegRun run;
    private final ApiWork work;
    private final Cue cue;
    private final Clock clock;
    private String ourselves;

    RehearsedCaller(LegRun run, Cue cue, Clock clock) {
        this.run = run;
        this.work = (ApiWork) run.order().leg().work();
        this.cue = cue;
        this.clock = clock;
    }

    @Override
    public Answer callOnce(Call call) {
        return call(call);
    }

    @Override
    public Answer call(Call call) {
        if (isDiscovery(call)) {
            return json(200, metadata(run.order().environment().authorizationServer(), run.order().environment().hosts().get(0)));
        }
        if (asksForToken() && call.body() != null && call.body().contains("grant_type=")) {
            return token(call);
        }
        if (isLook(call)) {
            return look();
        }
        return isControl(call) ? refused() : shown();
    }

    /** A leg may ask for a token by its very request, which its signs then read. */
    private boolean asksForToken() {
        return work.token() != null || work.look() != null && work.look().token() != null;
    }

    private Answer shown() {
        var isDone = cue.kind() == Cue.Kind.DONE;
        // where the sign names no status: a success would be held, and read again in place of asking again
        var isRefused = cue.kind() == Cue.Kind.REJECTED || cue.kind() == Cue.Kind.ASK;
        var answer = new RehearsedAnswer(run, isRefused ? 400 : 200, clock).showing(cue.sign());
        return (isDone ? answer.bringing(Map.of()) : answer.telling(cue.kind())).answer();
    }

    private Answer refused() {
        var done = run.order().leg().signs().doneWhen();
        var status = REFUSALS.stream().filter(each -> done.stream().noneMatch(sign -> sign.status().contains(each))).findFirst().orElse(500);
        return json(status, "{\"error\":\"rehearsed\"}");
    }

    private boolean isDiscovery(Call call) {
        var server = run.order().environment().authorizationServer();
        return server != null && call.method().equals("GET") && (call.uri().toString().equals(server.metadata())
                || server.metadata() == null && call.uri().getPath() != null && call.uri().getPath().contains("/.well-known/"));
    }

    private static String metadata(AuthorizationServer server, String host) {
        var base = "https://" + host;
        return Answer.JSON.createObjectNode().put("issuer", server.issuer()).put("token_endpoint", base + "/token")
                .put("authorization_endpoint", base + "/authorize").put("registration_endpoint", base + "/register").toString();
    }

    /** Whoever asks first is ourselves; a control asks as somebody else. */
    private Answer token(Call call) {
        var asking = identity(call).orElse("");
        ourselves = ourselves == null ? asking : ourselves;
        var isOnlyToken = work.request() == null && work.probe().isEmpty();
        if (!asking.equals(ourselves) || work.look() != null && work.look().token() != null && run.progress() == Progress.NOTHING && work.token() == null) {
            return json(401, "{\"error\":\"invalid_client\"}");
        }
        if (isOnlyToken && cue.kind() != Cue.Kind.DONE) {
            return shown();
        }
        var claims = new JWTClaimsSet.Builder().subject("made-up");
        if (call.certificate() != null) {
            claims.claim("cnf", Map.of("x5t#S256", X509CertUtils.computeSHA256Thumbprint(call.certificate().leaf()).toString()));
        }
        return json(200, Answer.JSON.createObjectNode().put("access_token", new PlainJWT(claims.build()).serialize()).put("token_type", "Bearer")
                .put("expires_in", 300).toString());
    }

    private static Optional<String> identity(Call call) {
        var basic = call.headers().entrySet().stream().filter(header -> header.getKey().equalsIgnoreCase("Authorization")).map(Map.Entry::getValue)
                .filter(value -> value.startsWith("Basic ")).findFirst()
                .map(value -> new String(Base64.getDecoder().decode(value.substring(6)), StandardCharsets.US_ASCII).split(":")[0]);
        var form = URLUtils.parseParameters(call.body());
        return basic.or(() -> Stream.ofNullable(form.get("client_assertion")).flatMap(List::stream).findFirst().map(RehearsedCaller::subject))
                .or(() -> Stream.ofNullable(form.get("client_id")).flatMap(List::stream).findFirst());
    }

    private static String subject(String assertion) {
        try {
            return JWTParser.parse(assertion).getJWTClaimsSet().getSubject();
        } catch (ParseException notOurs) {
            throw new IllegalStateException("our own assertion cannot be read", notOurs);
        }
    }

    private boolean isLook(Call call) {
        return work.look() != null && work.look().url() != null && call.method().equals("GET")
                && (work.request() == null || !"GET".equals(work.request().method()));
    }

    /** What was asked for before is there where the cue says done; what is looked for before it is asked for is not. */
    private Answer look() {
        var isThere = run.progress() != Progress.NOTHING && cue.kind() == Cue.Kind.DONE;
        if (isThere) {
            return new RehearsedAnswer(run, 200, clock).showing(work.look().foundWhen().stream().findFirst().orElse(null))
                    .bringing(work.look().captures() == null ? Map.of() : work.look().captures()).answer();
        }
        return work.look().absentWhen().isEmpty() ? json(404, "{}")
                : new RehearsedAnswer(run, 200, clock).showing(work.look().absentWhen().get(0)).answer();
    }

    /** A probe with something left out, or as somebody else. */
    private boolean isControl(Call call) {
        return !work.probe().isEmpty() && work.probe().stream().noneMatch(probe -> isWhole(call, probe));
    }

    private boolean isWhole(Call call, Probe probe) {
        var hasCertificate = probe.tls() == null || AllowedHosts.isPlain(call.uri()) || call.certificate() != null;
        var hasHeaders = probe.headers() == null || probe.headers().keySet().stream()
                .allMatch(name -> call.headers().keySet().stream().anyMatch(name::equalsIgnoreCase));
        var namesUs = probe.headers() == null || probe.headers().values().stream().noneMatch(header -> header.places().contains(Places.CAPTURED + "client-id"))
                || run.value(Places.CAPTURED + "client-id") instanceof Value.Plain plain && call.headers().values().stream().anyMatch(value -> value.contains(plain.text()));
        return hasCertificate && hasHeaders && namesUs;
    }

    private static Answer json(int status, String body) {
        return new Answer(status, HttpHeaders.of(Map.of("Content-Type", List.of("application/json")), (name, value) -> true), body);
    }
}
