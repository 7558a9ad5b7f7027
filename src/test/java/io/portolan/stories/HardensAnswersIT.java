package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What every answer carries so that browsers keep others out, and what the program says it is made of. */
class HardensAnswersIT extends ApiStory {

    @Test
    void tellsBrowsersToKeepToTlsWhereTheyCameByIt() {
        for (var path : List.of("/sign-in", "/api/v1/banks", "/nothing")) {
            assertThat(Visitor.nobody(port).get(path, "X-Forwarded-Proto", "https").header("Strict-Transport-Security")).as(path).contains("max-age=31536000", "includeSubDomains");
            assertThat(Visitor.nobody(port).get(path).header("Strict-Transport-Security")).as(path).isNull();
        }
    }

    @Test
    void believesNobodyButTheProxyWhereTheyComeFrom() throws IOException {
        assertThat(headOfSignIn("127.0.0.1")).contains("Strict-Transport-Security");
        assertThat(headOfSignIn("127.0.0.2")).startsWith("HTTP/1.1 200").doesNotContain("Strict-Transport-Security");
    }

    /** The head of an answer to a client at this address, which says that it came by TLS. */
    private String headOfSignIn(String from) throws IOException {
        try (var socket = new Socket(InetAddress.getByName("127.0.0.1"), port, InetAddress.getByName(from), 0)) {
            socket.getOutputStream().write("GET /sign-in HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-Proto: https\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            return answer.substring(0, answer.indexOf("\r\n\r\n"));
        }
    }

    @Test
    void marksTheCookieOfASessionForTlsAloneWhereItCameByIt() {
        var cookie = Visitor.nobody(port).get("/sign-in", "X-Forwarded-Proto", "https").header("Set-Cookie");

        assertThat(cookie).contains("HttpOnly", "SameSite=Lax", "Secure");
    }

    @Test
    void saysWhatItIsMadeOfToThoseWhoAreKnown() {
        var made = ok(viewer.get("/actuator/sbom/application"));

        assertThat(made.get("bomFormat").asText()).isEqualTo("CycloneDX");
        assertThat(made.get("components").findValuesAsText("name")).contains("camunda-engine", "bcprov-jdk18on", "postgresql", "selenium-java").doesNotContain("junit-jupiter", "archunit");
        assertThat(Visitor.nobody(port).get("/actuator/sbom/application").status()).isEqualTo(401);
    }

    @Test
    void saysOnEveryKindOfAnswerThatBrowsersShallNotGuessFrameOrRunIt() {
        var tpp = aTpp();
        var id = start(tpp, "AIS").id();
        var done = awaitStatus(id, io.portolan.onboarding.Onboarding.Status.DONE);
        var person = admin();
        var nobody = Visitor.nobody(port);
        for (var answer : List.of(person.get("/"), person.get("/onboardings/" + id), person.get("/nothing"), person.get("/onboardings/nothing"), person.get("/tasks/nothing"),
                person.form("/tasks/none/claim", java.util.Map.of()), viewer.get(API + "banks"), viewer.get(API + "nothing"), viewer.get(API + "onboardings/nothing"), operator.post(API + "onboardings", "{"),
                nobody.get(API + "banks"), nobody.get("/sign-in"), nobody.get("/tasks"), nobody.get("/css/portolan.css"), nobody.get("/jwks/portolan"), nobody.get("/actuator/health"),
                viewer.get("/v3/api-docs"), viewer.get(API + "onboardings/" + id + "/case-file"), person.get("/registrations/import/example.csv"),
                viewer.get(API + "banks/xx-quay/playbook"), viewer.get(API + "tpps/" + tpp + "/jwks/test"))) {
            assertThat(answer.header("X-Content-Type-Options")).as(answer.toString()).isEqualTo("nosniff");
            assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
            assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'").doesNotContain("unsafe");
            assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
        }
        for (var download : List.of(viewer.get(API + "onboardings/" + id + "/case-file"), person.get("/registrations/import/example.csv"), viewer.get(API + "tpps/" + tpp + "/jwks/test"))) {
            assertThat(download.header("Content-Disposition")).startsWith("attachment");
        }
        var revealed = approver.post(API + "registrations/" + done.registration() + "/credentials/api-key/reveal", "{\"reason\": \"looked at\"}");
        var made = admin().get("/access");
        for (var secret : List.of(revealed, made)) {
            assertThat(secret.header("Cache-Control")).contains("no-store");
        }
    }

    @Test
    void letsBrowsersKeepWhatIsNoPageUnderAnAddressThatChangesWithIt() {
        var nobody = Visitor.nobody(port);
        var page = nobody.get("/sign-in").text();
        for (var kind : List.of("/css/[\\w-]+-[0-9a-f]{32}\\.css", "/js/[\\w-]+-[0-9a-f]{32}\\.js", "/webjars/tabler__core/[0-9][^/]*/dist/[^\"]+\\.css")) {
            var file = Pattern.compile("\"(" + kind + ")\"").matcher(page);
            assertThat(file.find()).as(kind).isTrue();
            var answer = nobody.get(file.group(1));
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Cache-Control")).isEqualTo("max-age=31536000, public, immutable");
        }
        assertThat(nobody.get("/favicon.svg").header("Cache-Control")).isEqualTo("max-age=86400");
        assertThat(nobody.get("/css/none.css").status()).isEqualTo(404);
        assertThat(nobody.get("/sign-in").header("Cache-Control")).contains("no-store");
    }

    @Test
    void stopsAnAddressThatCallsAgainAndAgainWithoutATokenThatHolds() {
        var stranger = Visitor.withToken(port, "ptl_wrong");
        var answer = stranger.get(API + "banks", "X-Forwarded-For", "203.0.113.7");
        assertThat(answer.header("RateLimit-Policy")).isEqualTo("\"address\";q=1200;w=60");
        for (int i = 0; i < 3000 && answer.status() == 401; i++) {
            answer = stranger.get(API + "banks", "X-Forwarded-For", "203.0.113.7");
        }

        problem(answer, 429, "too-many-calls");
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 2);
        problem(stranger.get(API + "banks", "X-Forwarded-For", "203.0.113.8"), 401, "not-signed-in");
        assertThat(viewer.get(API + "banks", "X-Forwarded-For", "203.0.113.7").header("RateLimit")).startsWith("\"token\";r=");
    }
}
