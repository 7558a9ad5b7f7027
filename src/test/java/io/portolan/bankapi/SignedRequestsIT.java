package io.portolan.bankapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSObjectJSON;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.util.X509CertUtils;
import io.portolan.bankapi.FakeBankApi.Goes;
import io.portolan.certificate.Certificate;
import io.portolan.leg.Outcome.Reason;
import io.portolan.leg.Outcome;
import io.portolan.playbook.Generator;
import io.portolan.playbook.Template;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SignedRequestsIT extends ApiLegs {

    @BeforeEach
    void takesEverything() {
        bank.on("/enrol", came -> Goes.json(201, "{}"));
    }

    @Test
    void signsAsAFlattenedJwsWithTheLeafAloneInItsHeader() throws Exception {
        var run = run("enrol").with("certificate.qsealc.der-base64", "MIIB");

        assertThat(means.perform(run)).isInstanceOf(Outcome.Done.class);

        var came = bank.came().get(0);
        assertThat(came.header("Content-Type")).isEqualTo("application/jose+json");
        assertThat(came.header("TPP-Signature-Certificate")).isEqualTo("MIIB");
        var jws = JWSObjectJSON.parse(came.body());
        assertThat(Answer.JSON.readTree(came.body()).fieldNames()).toIterable().containsExactlyInAnyOrder("payload", "protected", "signature");
        var header = jws.getSignatures().get(0).getHeader();
        assertThat(header.getAlgorithm()).isEqualTo(JWSAlgorithm.RS256);
        assertThat(header.getX509CertChain()).hasSize(1);
        var shown = X509CertUtils.parse(header.getX509CertChain().get(0).decode());
        assertThat(shown.getSubjectX500Principal().getName()).contains("2.5.4.97");
        assertThat(jws.getSignatures().get(0).verify(new RSASSAVerifier((RSAPublicKey) shown.getPublicKey()))).isTrue();
        assertThat(jws.getPayload()).hasToString("{\"client\":\"client-1\"}");
        assertThat(run.evidence().get(0)).contains("{\"client\":\"client-1\"}", "(the body is signed, RS256, by our QSEALC, serial ");
    }

    @Test
    void signsCompactWithChainClaimsAndTheTypeThatThePlaybookSays() throws Exception {
        var run = run("enrol-compact");

        assertThat(means.perform(run)).isInstanceOf(Outcome.Done.class);

        var came = bank.came().get(0);
        assertThat(came.header("Content-Type")).isEqualTo("application/jwt");
        var jws = JWSObject.parse(came.body());
        assertThat(jws.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.PS256);
        assertThat(jws.getHeader().getKeyID()).isEqualTo("client-1");
        assertThat(jws.getHeader().getType().getType()).isEqualTo("JWT");
        var chain = jws.getHeader().getX509CertChain();
        assertThat(chain).hasSizeGreaterThan(0);
        var leaf = X509CertUtils.parse(chain.get(0).decode());
        assertThat(jws.verify(new RSASSAVerifier((RSAPublicKey) leaf.getPublicKey()))).isTrue();
        var claims = jws.getPayload().toJSONObject();
        assertThat(claims).containsEntry("iat", NOW.getEpochSecond()).containsEntry("exp", NOW.getEpochSecond() + 300)
                .containsEntry("client", "client-1").containsEntry("secret", "k3y-0001");
        assertThat(UUID.fromString((String) claims.get("jti")).version()).isEqualTo(4);
        assertThat(run.evidence()).allSatisfy(kept -> assertThat(kept).doesNotContain("k3y-0001")
                .doesNotContain(Base64.getUrlEncoder().withoutPadding().encodeToString("k3y-0001".getBytes())));
    }

    @Test
    void signsWithAKeyThatWasMadeForTheBank() throws Exception {
        assertThat(means.perform(run("enrol-own").withGenerated("client-key-pair", Generator.EC_P256))).isInstanceOf(Outcome.Done.class);

        var jws = JWSObject.parse(bank.came().get(0).body());
        var key = ECKey.parse(Answer.JSON.readTree(jws.getPayload().toString()).get("jwk").toString());
        assertThat(jws.verify(new ECDSAVerifier(key))).isTrue();
        assertThat(key.isPrivate()).isFalse();
    }

    @Test
    void sendsValuesThatAreSignedByThemselves() throws Exception {
        var run = run("prove-key").withGenerated("installation-key", Generator.RSA_2048).with("tpp.roles", "PSP_AI PSP_PI")
                .with("application.redirect-uris", "https://a.example/1 https://a.example/2");

        assertThat(means.perform(run)).isInstanceOf(Outcome.Done.class);

        var came = bank.came().get(0);
        var sent = Answer.JSON.readTree(came.body());
        var publicPem = run.fill(new Template("{{generated.installation-key.public-pem}}")).text();
        assertThat(isSignature(came.header("X-Signature"), publicPem + "k3y-0001", seal())).isTrue();
        assertThat(isSignature(sent.get("own").asText(), "k3y-0001",
                JWK.parseFromPEMEncodedObjects(publicPem).toRSAKey().toPublicKey())).isTrue();
        var statement = JWSObject.parse(sent.get("software_statement").asText());
        assertThat(statement.verify(new RSASSAVerifier((RSAPublicKey) seal()))).isTrue();
        assertThat(statement.getPayload().toString()).isEqualTo(
                "{\"client\":\"client-1\",\"redirect_uris\":[\"https://a.example/1\",\"https://a.example/2\"]}");
        assertThat(sent.get("roles")).hasToString("[\"PSP_AI\",\"PSP_PI\"]");
        assertThat(sent.get("scope").asText()).isEqualTo("PSP_AI PSP_PI");
    }

    private PublicKey seal() {
        return certificates.inUse("lantern", Certificate.Kind.QSEALC, "test").orElseThrow().leaf().getPublicKey();
    }

    private static boolean isSignature(String base64, String text, PublicKey key) throws Exception {
        var signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(key);
        signature.update(text.getBytes(StandardCharsets.UTF_8));
        return signature.verify(Base64.getDecoder().decode(base64));
    }

    @Test
    void sendsNothingWhereTheKeyIsNotForTheAlgorithm() {
        var outcome = means.perform(run("enrol-wrongly"));

        assertThat(reason(outcome)).isEqualTo(Reason.MISSING_DATA);
        assertThat(((Outcome.NeedsPerson) outcome).question()).contains("ES256", "wrong kind of key, RSA");
        assertThat(bank.came()).isEmpty();
    }
}
