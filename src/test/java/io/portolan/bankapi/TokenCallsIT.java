package io.portolan.bankapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.util.X509CertUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.portolan.bankapi.FakeBankApi.Came;
import io.portolan.bankapi.FakeBankApi.Goes;
import io.portolan.certificate.Certificate;
import io.portolan.leg.FormText;
import io.portolan.leg.Outcome.Reason;
import io.portolan.leg.Outcome;
import io.portolan.leg.ProofOfAccess;
import io.portolan.playbook.ProofLevel;
import io.portolan.playbook.Service;
import io.portolan.simulator.DemoTpp;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenCallsIT extends ApiLegs {

    private static final String TOKEN = "{\"access_token\": \"t0k3n-0001\", \"token_type\": \"Bearer\"}";

    @Override
    String playbook() {
        return TokenPlaybook.at(bank.port());
    }

    @Test
    void authenticatesByAnAssertionAtTheAliasForMutualTls() throws Exception {
        var issuer = base() + "/auth";
        bank.on("/auth/.well-known/openid-configuration", came -> Goes.json(200, """
                {"issuer": "%1$s", "token_endpoint": "%2$s/open/token", "mtls_endpoint_aliases": {"token_endpoint": "%2$s/mtls/token"}}"""
                .formatted(issuer, base())));
        bank.on("/mtls/token", came -> Goes.json(200, TOKEN.replace("}", ", \"scope\": \"aisp\"}")));
        var run = run("by-assertion").with("captured.client-id", "cl;(/%:\\+1");

        assertThat(means.perform(run)).isInstanceOf(Outcome.Done.class);

        var asked = bank.came().get(1);
        assertThat(asked.certificate()).isTrue();
        var form = form(asked);
        assertThat(form).containsEntry("grant_type", "client_credentials").containsEntry("scope", "aisp pisp")
                .containsEntry("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer").doesNotContainKey("client_id");
        var assertion = SignedJWT.parse(form.get("client_assertion"));
        assertThat(assertion.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.PS256);
        assertThat(assertion.getHeader().getKeyID()).isEqualTo("cl;(/%:\\+1");
        assertThat(assertion.verify(new RSASSAVerifier((RSAPublicKey) seal().getPublicKey()))).isTrue();
        var claims = assertion.getJWTClaimsSet();
        assertThat(claims.getIssuer()).isEqualTo(claims.getSubject()).isEqualTo("cl;(/%:\\+1");
        assertThat(claims.getAudience()).containsExactly(base() + "/open/token");
        assertThat(claims.getExpirationTime()).isEqualTo(Date.from(NOW.plusSeconds(60)));
        assertThat(run.told()).anySatisfy(told -> assertThat(told).contains("without pisp"));
        assertThat(run.evidence()).allSatisfy(kept -> assertThat(kept).doesNotContain("t0k3n-0001", form.get("client_assertion")));
    }

    @Test
    void neverAssertsTwiceWithTheSameId() throws Exception {
        oauthServer();
        bank.on("/token", came -> Goes.json(200, TOKEN));

        assertThat(means.perform(run("for-the-issuer"))).isInstanceOf(Outcome.Done.class);
        assertThat(means.perform(run("for-the-issuer"))).isInstanceOf(Outcome.Done.class);

        var asked = bank.came().stream().filter(came -> came.path().equals("/token")).toList();
        var first = SignedJWT.parse(form(asked.get(0)).get("client_assertion")).getJWTClaimsSet();
        var second = SignedJWT.parse(form(asked.get(1)).get("client_assertion")).getJWTClaimsSet();
        assertThat(first.getJWTID()).isNotEqualTo(second.getJWTID());
        assertThat(first.getAudience()).containsExactly(base() + "/auth");
        // what the server says of itself is asked once
        assertThat(bank.came()).filteredOn(came -> came.path().contains(".well-known")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"by-basic", "by-post"})
    void sendsIdsAndSecretsOfAnyCharacters(String leg) {
        oauthServer();
        var id = "a;(/%:\\+ b&=ü";
        var secret = "s+%2B:/\\;(\"' é=&";
        bank.on("/token", came -> isClient(came, id, secret) ? Goes.json(200, TOKEN) : Goes.json(401, "{\"error\": \"invalid_client\"}"));
        var run = run(leg).with("captured.client-id", id).withSecret("captured.client-secret", secret);

        assertThat(means.perform(run)).isInstanceOf(Outcome.Done.class);

        assertThat(run.evidence()).allSatisfy(kept -> assertThat(kept).doesNotContain(secret).doesNotContain(FormText.encoded(secret)));
    }

    private static boolean isClient(Came came, String id, String secret) {
        if (came.header("Authorization") == null) {
            return form(came).equals(Map.of("grant_type", "client_credentials", "client_id", id, "client_secret", secret));
        }
        var parts = new String(Base64.getDecoder().decode(came.header("Authorization").substring(6)), StandardCharsets.US_ASCII).split(":");
        return parts.length == 2 && decoded(parts[0]).equals(id) && decoded(parts[1]).equals(secret)
                && form(came).equals(Map.of("grant_type", "client_credentials"));
    }

    @Test
    void provesNothingWithATokenThatIsBoundToAnotherCertificate() throws Exception {
        accounts(AUTHORITY.qwac(DemoTpp.example()).chain().get(0));
        var outcome = means.perform(run("bound").again());

        assertThat(reason(outcome)).isEqualTo(Reason.ACCESS_NOT_PROVEN);
        assertThat(((Outcome.NeedsPerson) outcome).detail()).contains("bound the access token to another certificate");
        assertThat(bank.came()).hasSize(1);
    }

    @Test
    void provesNothingWithATokenThatIsNotBoundWhereItShouldBe() throws Exception {
        accounts(null);

        assertThat(((Outcome.NeedsPerson) means.perform(run("bound").again())).detail()).contains("has not bound the access token");
    }

    @Test
    void provesAccessWithATokenThatWorksWithOurCertificateOnly() throws Exception {
        accounts(certificates.inUse("lantern", Certificate.Kind.QWAC, "test").orElseThrow().leaf());
        var run = run("bound");

        assertThat(means.perform(run)).isInstanceOf(Outcome.Done.class);
        assertThat(run.proofs()).contains(new ProofOfAccess(ProofLevel.DATA, true, Service.AIS));
    }

    private void accounts(X509Certificate boundTo) {
        var claims = new JWTClaimsSet.Builder().subject("client-1");
        if (boundTo != null) {
            claims.claim("cnf", Map.of("x5t#S256", X509CertUtils.computeSHA256Thumbprint(boundTo).toString()));
        }
        var token = new PlainJWT(claims.build()).serialize();
        bank.on("/token", came -> Goes.json(200, "{\"access_token\": \"" + token + "\"}"));
        bank.on("/accounts", came -> came.certificate() ? Goes.json(200, "{}") : Goes.json(401, "{}"));
    }

    @Test
    void takesNothingFromAServerThatCallsItselfAnother() {
        bank.on("/auth/.well-known/openid-configuration", came -> Goes.json(200,
                "{\"issuer\": \"https://other.example\", \"token_endpoint\": \"" + base() + "/token\"}"));

        var outcome = (Outcome.NeedsPerson) means.perform(run("by-basic"));

        assertThat(outcome.detail()).contains("another issuer, https://other.example");
        assertThat(bank.came()).hasSize(1);
    }

    @Test
    void sendsNothingToAnEndpointOnAHostThatThePlaybookDoesNotName() {
        bank.on("/auth/.well-known/openid-configuration", came -> Goes.json(200,
                "{\"issuer\": \"" + base() + "/auth\", \"token_endpoint\": \"https://elsewhere.example/token\"}"));

        var outcome = (Outcome.NeedsPerson) means.perform(run("by-basic"));

        assertThat(outcome.question()).contains("elsewhere.example");
    }

    @Test
    void provesEachServiceByItsOwnCallWithTheKeyAlone() {
        bank.on("/accounts", came -> Goes.json("k3y-0001".equals(came.header("X-API-Key")) ? 200 : 401, "{}"));
        bank.on("/payments", came -> Goes.json(403, "{\"error\": \"insufficient_scope\"}"));
        var run = run("by-key").again().inRound(2, NOW.minusSeconds(3600));

        var outcome = means.perform(run);

        assertThat(run.proofs()).containsExactly(new ProofOfAccess(ProofLevel.DATA, false, Service.AIS));
        assertThat(reason(outcome)).isEqualTo(Reason.ACCESS_NOT_PROVEN);
    }

    @Test
    void isPatientWithABankThatDoesNotKnowANewClientEverywhereYet() {
        bank.on("/accounts", came -> Goes.json(401, "{}"));
        bank.on("/payments", came -> Goes.json(200, "{}"));

        var notYet = (Outcome.NotYet) means.perform(run("by-key").inRound(2, NOW.minusSeconds(60)));
        assertThat(notYet.why()).contains("30 minutes", "does not know our registration");
        assertThat(notYet.lookAgainAt()).isEqualTo(NOW.plusSeconds(60));
        assertThat(((Outcome.NotYet) means.perform(run("by-key").inRound(2, NOW.minusSeconds(1500)))).lookAgainAt()).isEqualTo(NOW.plusSeconds(300));
        assertThat(means.perform(run("by-key").inRound(2, NOW.minusSeconds(1801)))).isInstanceOf(Outcome.NeedsPerson.class);
    }

    private void oauthServer() {
        bank.on("/.well-known/oauth-authorization-server/auth", came -> Goes.json(200,
                "{\"issuer\": \"" + base() + "/auth\", \"token_endpoint\": \"" + base() + "/token\"}"));
    }

    private X509Certificate seal() {
        return certificates.inUse("lantern", Certificate.Kind.QSEALC, "test").orElseThrow().leaf();
    }

    private String base() {
        return "https://localhost:" + bank.port();
    }

    private static Map<String, String> form(Came came) {
        return List.of(came.body().split("&")).stream().map(field -> field.split("=", 2))
                .collect(java.util.stream.Collectors.toMap(field -> decoded(field[0]), field -> decoded(field[1])));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
