package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.portolan.access.Role;
import io.portolan.certificate.Certificate;
import io.portolan.simulator.DemoAuthority;
import io.portolan.simulator.DemoTpp;
import io.portolan.vault.Secret;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** That nobody goes round the second person: not in two calls, nor by a machine of theirs, nor by waiting, nor by another door. */
class KeepsFourEyesIT extends GuardedStory {

    private static final String ANOTHER = "{\"name\": \"client-secret\", \"kind\": \"client-secret\", \"value\": \"another-one\", \"reason\": \"It was lost.\"}";

    @Test
    void putsNothingInPlaceOfALiveCredentialAlsoAfterItWasSaidToBeLost() {
        var credentials = API + "registrations/" + live().registration() + "/credentials";
        for (var state : Set.of("superseded", "usable", "issued")) {
            var refused = problem(ada.call("PATCH", credentials + "/client-secret", "{\"state\": \"" + state + "\"}"), 422, "invalid-values");
            assertThat(refused.at("/fields/state").asText()).contains("revoked, lost");
        }
        assertThat(ok(ada.call("PATCH", credentials + "/client-secret", "{\"state\": \"lost\", \"reason\": \"The note is gone.\"}")).get("state").asText()).isEqualTo("lost");

        var id = needed(ada.post(credentials, ANOTHER));
        assertThat(ok(viewer.get(credentials + "/client-secret")).get("state").asText()).isEqualTo("lost");
        ok(decide(bob, id, "approved"));
        assertThat(ada.post(credentials, ANOTHER).status()).isEqualTo(201);

        ok(decide(bob, needed(ada.call("DELETE", credentials + "/client-secret?reason=It+has+leaked.", null)), "approved"));
        needed(ada.post(credentials, ANOTHER));
    }

    @Test
    void endsALiveCredentialEarlierOnlyOnceItIsAgreedTo() {
        var credential = API + "registrations/" + live().registration() + "/credentials/client-secret";
        problem(ada.call("PATCH", credential, "{\"expires\": \"2020-01-01\"}"), 422, "reason-required");
        var id = needed(ada.call("PATCH", credential, "{\"expires\": \"2020-01-01\", \"reason\": \"The bank says so.\"}"));
        assertThat(approval(id).toString()).contains("2020-01-01T00:00:00Z");
        assertThat(ok(viewer.get(credential)).get("expires").isNull()).isTrue();
        problem(decide(ada, id, "approved"), 403, "own-approval");
        assertThat(ok(decide(bob, id, "approved")).get("state").asText()).isEqualTo("done");
        assertThat(ok(viewer.get(credential)).get("expires").asText()).isEqualTo("2020-01-01T00:00:00Z");

        assertThat(ok(ada.call("PATCH", credential, "{\"expires\": \"2099-01-01\"}")).get("expires").asText()).as("later is no end").isEqualTo("2099-01-01T00:00:00Z");
        needed(ada.call("PATCH", credential, "{\"expires\": \"2098-12-31\", \"reason\": \"The bank says so.\"}"));
        assertThat(ok(ada.call("PATCH", credential, "{\"expires\": \"never\"}")).get("expires").isNull()).isTrue();
    }

    @Test
    void changesEitherTheStateOrTheExpirySoThatNothingIsHalfDone() {
        var credential = API + "registrations/" + live().registration() + "/credentials/client-secret";
        problem(ada.call("PATCH", credential, "{\"state\": \"revoked\", \"expires\": \"2099-01-01\"}"), 422, "invalid-values");
        problem(ada.call("PATCH", credential, "{\"state\": \"revoked\", \"expires\": \"2099-01-01\", \"reason\": \"It has leaked.\"}"), 422, "invalid-values");
        assertThat(ok(viewer.get(credential)).get("expires").isNull()).isTrue();
    }

    @Test
    void isAskedOfNoMachineThatTheSameMachineHasMadeATokenFor() {
        var credential = API + "registrations/" + live().registration() + "/credentials/client-secret/reveal";
        var id = needed(tokenOf("client:two-ops", Role.ADMIN).post(credential, WHY));
        problem(decide(tokenOf("client:two-ops", Role.APPROVER), id, "approved"), 403, "own-approval");
        assertThat(ok(decide(tokenOf("client:two-others", Role.APPROVER), id, "approved")).get("state").asText()).isEqualTo("approved");
    }

    @Test
    void isAskedOfNoTokenOfTokensHoweverManyLieBetween() {
        var credential = API + "registrations/" + live().registration() + "/credentials/client-secret/reveal";
        var id = needed(ada.post(credential, WHY));
        var maker = "user:two-ada";
        for (var between = 0; between < 12; between++) {
            var name = "between-" + UUID.randomUUID();
            tokens.create(name, Set.of(Role.ADMIN), Set.of(), null, maker).close();
            maker = "token:" + name;
        }
        problem(decide(tokenOf(maker, Role.APPROVER), id, "approved"), 403, "own-approval");
    }

    @Test
    void makesATokenThatReadsLiveSecretsOnlyOnceItIsAgreedTo() {
        var registration = live().registration();
        var admin = tokenOf("user:two-ada", Role.ADMIN);
        var name = "gateway-" + UUID.randomUUID();
        var wish = "{\"name\": \"%s\", \"roles\": [\"gateway\"], \"scope\": [\"%s\"], \"reason\": \"To call the bank.\"}";

        problem(admin.post(API + "tokens", wish.formatted(name, tpp).replace("To call the bank.", "")), 422, "reason-required");
        var id = needed(admin.post(API + "tokens", wish.formatted(name, tpp)));
        var asked = approval(id);
        assertThat(asked.get("title").asText() + asked.get("act").asText() + asked.get("doneBy").asText()).contains(name, "reveal", "requester");
        assertThat(asked.get("page").asText()).isEqualTo("/access?name=" + name + "&roles=GATEWAY&scope=" + tpp);
        problem(decide(tokenOf("user:two-ada", Role.APPROVER), id, "approved"), 403, "own-approval");
        ok(decide(bob, id, "approved"));
        assertThat(needed(admin.post(API + "tokens", wish.formatted(name, registration)))).as("of another scope it is another token").isNotEqualTo(id);
        var again = needed(admin.post(API + "tokens", wish.formatted(name, tpp)));
        ok(decide(bob, again, "approved"));
        var made = admin.post(API + "tokens", wish.formatted(name, tpp));
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        var gateway = Visitor.withToken(port, made.json().get("value").asText());
        assertThat(ok(gateway.post(API + "registrations/" + registration + "/credentials/client-secret/reveal", WHY)).get("value").asText()).isEqualTo("secret-of-client-secret");

        needed(admin.post(API + "tokens", wish.formatted("other-" + name, registration)));
        problem(admin.post(API + "tokens", wish.formatted("both-" + name, tpp + "\", \"" + aTpp())), 422, "invalid-token");
        var test = start(aTpp(), "AIS");
        assertThat(admin.post(API + "tokens", wish.formatted("test-" + name, test.tpp())).status()).as("of a TPP that nobody is asked about").isEqualTo(201);
        assertThat(admin.post(API + "tokens", wish.formatted("none-" + name, "").replace("[\"\"]", "[]")).status()).as("reads nothing").isEqualTo(201);
    }

    @Test
    void makesSuchATokenByPageInTheFormThatTheRequestLeadsBackTo() {
        var name = "by-page-" + UUID.randomUUID();
        var admin = admin();
        var typed = new HashMap<>(Map.of("name", name, "roles", "GATEWAY", "scope", tpp, "lastDay", "2099-12-31"));
        var unsaid = admin.submit("/access", "/access/tokens", typed);
        assertThat(unsaid.status()).isEqualTo(422);
        assertThat(unsaid.text()).contains("Say why, in a few words", name);
        typed.put("reason", "To call the bank.");
        var led = admin.submit("/access", "/access/tokens", typed);
        assertThat(led.status()).as(led.text()).isEqualTo(302);
        var request = URI.create(led.header("Location")).getPath();
        var id = request.substring(request.lastIndexOf('/') + 1);
        ok(decide(bob, id, "approved"));

        var back = approval(id).get("page").asText();
        assertThat(admin.get(back).text()).contains("value=\"" + name + "\"", "value=\"2099-12-31\"");
        typed.remove("reason");
        assertThat(admin.submit(back, "/access/tokens", typed).text()).contains("ptl_");
        assertThat(approval(id).get("state").asText()).isEqualTo("done");
    }

    @Test
    void keepsTheCertificateInUseWhereOneComesInThatBeginsLater() {
        var first = certificates.inUse(tpp, Certificate.Kind.QWAC, "live", BANK).orElseThrow().id();
        var issued = DemoAuthority.create("Later CA", Clock.offset(Clock.systemUTC(), Duration.ofDays(2))).qwac(DemoTpp.example());
        try (var key = Secret.of(issued.keyPem())) {
            certificates.take(tpp, Certificate.Kind.QWAC, "live", "From the day after tomorrow", issued.chainPem(), key, "user:two-ada");
        }
        assertThat(certificates.inUse(tpp, Certificate.Kind.QWAC, "live", BANK).orElseThrow().id()).isEqualTo(first);
        assertThat(ok(viewer.get(API + "tpps/" + tpp + "/certificates/choices")).get("items")).extracting(choice -> choice.get("certificate").asText())
                .as("it stays so when the other begins").containsExactly(first);
    }

    @Test
    void takesNothingInWithAnotherLiveCertificateThanIsInUse() {
        var first = certificates.inUse(tpp, Certificate.Kind.QWAC, "live", BANK).orElseThrow().id();
        var second = takeLive(tpp);
        var wish = "{\"tpp\": \"" + tpp + "\", \"bank\": \"" + BANK + "\", \"environment\": \"production\", \"services\": [\"AIS\"], \"certificates\": [\"%s\"], \"prove\": false}";
        var refused = problem(operator.post(API + "registrations", wish.formatted(second)), 422, "unsuitable-certificate");
        assertThat(refused.toString()).contains("second person");
        assertThat(certificates.inUse(tpp, Certificate.Kind.QWAC, "live", BANK).orElseThrow().id()).isEqualTo(first);

        ok(decide(bob, needed(ada.call("PUT", API + "tpps/" + tpp + "/certificates/choices",
                "{\"certificate\": \"" + second + "\", \"bank\": \"" + BANK + "\", \"reason\": \"The bank knows this one.\"}")), "approved"));
        assertThat(operator.post(API + "registrations", wish.formatted(second)).status()).isEqualTo(201);
    }

    @Test
    void letsACampaignGoThatWaitedForASecondPersonWhomNobodyAsksForAnyMore() {
        var made = operator.post(API + "campaigns", "{\"tpp\": \"" + aTpp() + "\", \"environment\": \"sandbox\", \"services\": [\"AIS\"], \"banks\": [\"xx-quay\"]}");
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        var campaign = made.json().get("id").asText();
        await().atMost(Duration.ofSeconds(20)).until(() -> state(campaign).equals("all-begun"));
        jdbc.update("update campaigns set state = 'AWAITS_APPROVAL' where id = ?", campaign);
        assertThat(ok(operator.post(API + "campaigns/" + campaign + "/resume", null)).get("state").asText()).isEqualTo("running");
        await().atMost(Duration.ofSeconds(20)).until(() -> state(campaign).equals("all-begun"));
        assertThat(acts("campaign:" + campaign)).contains("campaign-resumed");
    }

    private String state(String campaign) {
        JsonNode seen = ok(viewer.get(API + "campaigns/" + campaign));
        return seen.get("state").asText();
    }

    @Test
    void carriesTheSameCallOutOnceSomebodyHasAgreedAlsoUnderItsIdempotencyKey() {
        var credentials = API + "registrations/" + live().registration() + "/credentials";
        var key = UUID.randomUUID().toString();

        var id = needed(ada.post(credentials, ANOTHER, "Idempotency-Key", key));
        assertThat(needed(ada.post(credentials, ANOTHER, "Idempotency-Key", key))).isEqualTo(id);
        ok(decide(bob, id, "approved"));

        assertThat(ada.post(credentials, ANOTHER, "Idempotency-Key", key).status()).isEqualTo(201);
        assertThat(ada.post(credentials, ANOTHER, "Idempotency-Key", key).header("Idempotency-Replayed")).isEqualTo("true");
    }
}
