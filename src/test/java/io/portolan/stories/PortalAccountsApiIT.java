package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.portolan.access.Role;
import io.portolan.journal.Act;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PortalAccountsApiIT extends ApiStory {

    @Test
    void adoptsAnAccountAndNeverGivesItsSecretsAway() {
        var tpp = aTpp();
        var body = body(tpp);
        problem(viewer.post(API + "portal-accounts", body), 403, "not-permitted");

        var adopted = operator.post(API + "portal-accounts", body);

        assertThat(adopted.status()).isEqualTo(201);
        assertThat(adopted.json().get("secondFactor").asText()).isEqualTo("totp");
        problem(operator.post(API + "portal-accounts", body), 409, "portal-account-exists");
        problem(operator.post(API + "portal-accounts", "{\"tpp\": \"" + tpp + "\"}"), 422, "missing-values");
        var shown = viewer.get(API + "portal-accounts?tpp=" + tpp);
        assertThat(ok(shown).at("/items/0/login").asText()).isEqualTo("banks@lantern.example");
        assertThat(shown.text() + adopted.text()).doesNotContain("pass-4711-word", "GEZDGNBV");
        assertThat(journal.of(Act.HOUSE)).extracting(entry -> entry.act().name()).contains("portal-account-adopted");
    }

    @Test
    void findsAccountsPageByPageAndByWhatIsInThem() {
        var tpp = aTpp();
        for (var portal : List.of("quay-portal", "harbour-developer", "jetty-portal")) {
            assertThat(operator.post(API + "portal-accounts", body(tpp).replace("harbour-developer", portal).replace("production", portal.startsWith("h") ? "production" : "sandbox"))
                    .status()).isEqualTo(201);
        }

        var first = ok(viewer.get(API + "portal-accounts?limit=2&tpp=" + tpp));
        var second = ok(viewer.get(API + "portal-accounts?limit=2&tpp=" + tpp + "&cursor=" + first.get("next").asText()));
        var jetty = ok(viewer.get(API + "portal-accounts?q=JETTY&tpp=" + tpp));

        assertThat(portals(first)).containsExactly("harbour-developer", "jetty-portal");
        assertThat(portals(second)).containsExactly("quay-portal");
        assertThat(second.get("next").isNull()).isTrue();
        assertThat(portals(jetty)).containsExactly("jetty-portal");
        assertThat(portals(ok(viewer.get(API + "portal-accounts?q=%25&tpp=" + tpp)))).as("what matches everything in SQL is a character like others").isEmpty();
        var page = admin().get("/portal-accounts?tpp=" + tpp + "&q=quay").text();
        assertThat(page).contains(">quay-portal, sandbox</span>").doesNotContain(">jetty-portal, sandbox</span>");
        assertThat(admin().get("/portal-accounts?only=" + tpp + "/jetty-portal/sandbox").text()).contains(">jetty-portal, sandbox</span>").doesNotContain(">quay-portal, sandbox</span>");
        assertThat(admin().get("/portal-accounts?only=nothing").text()).contains("No account is like that");
    }

    private static List<String> portals(JsonNode page) {
        return page.get("items").findValuesAsText("portal");
    }

    @Test
    void showsThePasswordAndACodeOnlyWithAReasonToThoseWhoMayAndWritesItDown() {
        var tpp = aTpp();
        var account = API + "portal-accounts/" + tpp + "/harbour-developer/production";
        var password = account + "/password/reveal";
        problem(approver.post(password, "{\"reason\": \"A captcha.\"}"), 404, "unknown-portal-account");
        operator.post(API + "portal-accounts", body(tpp));
        problem(viewer.post(password, "{\"reason\": \"A captcha.\"}"), 403, "not-permitted");
        problem(operator.post(password, "{\"reason\": \"A captcha.\"}"), 403, "not-permitted");
        problem(holding(Role.GATEWAY, tpp).post(password, "{\"reason\": \"A captcha.\"}"), 403, "not-permitted");
        problem(operator.post(account + "/code/reveal", "{\"reason\": \"A captcha.\"}"), 403, "not-permitted");
        problem(approver.post(password, "{\"reason\": \" a \"}"), 422, "reason-required");
        var before = journal.of(Act.HOUSE).size();

        var revealed = approver.post(password, "{\"reason\": \"A captcha for " + tpp + ".\"}", "Idempotency-Key", UUID.randomUUID().toString());
        var code = approver.post(account + "/code/reveal", "{\"reason\": \"A captcha for " + tpp + ".\"}");

        assertThat(ok(revealed).get("value").asText()).isEqualTo("pass-4711-word");
        assertThat(revealed.json().get("login").asText()).isEqualTo("banks@lantern.example");
        assertThat(ok(code).get("value").asText()).matches("\\d{6}");
        assertThat(Instant.parse(code.json().get("until").asText())).isEqualTo(Instant.parse(code.json().get("from").asText()).plusSeconds(30));
        assertThat(List.of(revealed, code)).allSatisfy(answer -> assertThat(answer.header("Cache-Control")).contains("no-store"));
        var written = journal.of(Act.HOUSE).stream().skip(before).filter(entry -> entry.act().detail().contains(tpp)).toList();
        assertThat(written).extracting(entry -> entry.act().name()).containsExactly("secret-revealed", "one-time-code-shown");
        assertThat(written).allSatisfy(entry -> assertThat(entry.act().actor()).startsWith("token:api-"));
        assertThat(written.toString()).doesNotContain("pass-4711-word", code.json().get("value").asText(), "GEZDGNBV");
    }

    private static String body(String tpp) {
        return "{\"tpp\": \"" + tpp + "\", \"portal\": \"harbour-developer\", \"environment\": \"production\","
                + " \"login\": \"banks@lantern.example\", \"password\": \"pass-4711-word\", \"totp\": \"GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ\"}";
    }
}
