package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.X509CertUtils;
import io.portolan.simulator.DemoAuthority;
import io.portolan.simulator.DemoTpp;
import io.portolan.simulator.IssuedCertificate;
import java.io.ByteArrayOutputStream;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Certificates, requests for them, and where they are used, as clients of the API meet them. */
class CertificatesApiIT extends ApiStory {

    private static final DemoAuthority ISSUER = DemoAuthority.create("Issuing CA", Clock.systemUTC());

    @Test
    void takesAPkcs12FileAndTellsWhatItFinds() throws Exception {
        var certificates = API + "tpps/" + aTpp() + "/certificates";
        var issued = ISSUER.qseal(DemoTpp.example());
        var file = Base64.getEncoder().encodeToString(pkcs12(issued, "correct-horse"));
        problem(viewer.post(certificates, "{}"), 403, "not-permitted");
        var wrong = operator.post(certificates, "{\"environment\": \"live\", \"file\": \"" + file + "\", \"password\": \"battery\"}");
        problem(wrong, 422, "unsuitable-certificate");
        assertThat(wrong.json().at("/fields/password").asText()).contains("wrong");

        var taken = operator.post(certificates, "{\"environment\": \"live\", \"file\": \"" + file + "\", \"password\": \"correct-horse\"}");

        assertThat(taken.status()).as(taken.text()).isEqualTo(201);
        assertThat(taken.text()).doesNotContain("PRIVATE KEY", "correct-horse");
        var shown = ok(viewer.get(taken.header("Location")));
        assertThat(shown.get("kind").asText()).isEqualTo("QSealC");
        assertThat(shown.get("hasKey").asBoolean()).isTrue();
        assertThat(shown.get("key").asText()).isEqualTo("RSA 2048");
        assertThat(shown.get("authorityId").asText()).isEqualTo("DE-BAFIN");
        assertThat(shown.get("qcTypes")).extracting(JsonNode::asText).containsExactly("eseal");
        assertThat(shown.get("findings").findValuesAsText("severity")).doesNotContain("error");
        problem(operator.post(certificates, "{\"environment\": \"live\", \"file\": \"" + file + "\", \"password\": \"correct-horse\"}"), 409, "certificate-already-taken");
        ok(operator.post(certificates + "/" + shown.get("id").asText() + "/retirement", "{\"reason\": \"Replaced.\"}"));
        assertThat(ok(viewer.get(taken.header("Location"))).get("retiredAt").asText()).isNotBlank();
    }

    @Test
    void refusesWithAllReasonsAndReadsWithoutKeeping() {
        var certificates = API + "tpps/" + aTpp() + "/certificates";
        var plain = DemoAuthority.create("Plain", Clock.systemUTC()).certificatePem();
        var foreign = ISSUER.qwac(DemoTpp.example()).keyPem();
        var body = "{\"kind\": \"QWAC\", \"environment\": \"live\", \"chain\": " + quoted(plain) + ", \"key\": " + quoted(foreign) + "}";

        var refused = operator.post(certificates, body);
        problem(refused, 422, "unsuitable-certificate");
        assertThat(refused.json().get("fields").fieldNames()).toIterable().contains("key", "not-qualified", "is-authority", "self-signed");
        assertThat(refused.json().get("detail").asText()).contains("(RTS (EU) 2018/389, Article 34)");

        var read = ok(operator.post(certificates + "/reading", body.replace(", \"key\": " + quoted(foreign), "")));
        assertThat(read.get("findings").findValuesAsText("code")).contains("not-qualified", "is-authority");
        assertThat(ok(viewer.get(certificates)).get("items")).hasSize(1);
        problem(operator.post(certificates, "{\"kind\": \"QWAC\", \"environment\": \"test\", \"chain\": " + quoted("x".repeat(2_000_000)) + "}"), 422, "unsuitable-certificate");
    }

    @Test
    void makesARequestAndChoosesWhatIsUsedWhere() {
        var tpp = aTpp();
        var certificates = API + "tpps/" + tpp + "/certificates";
        problem(operator.post(certificates + "/requests", "{\"kind\": \"QWAC\", \"environment\": \"test\", \"keyType\": \"RSA 512\"}"), 422, "invalid-request");
        var made = operator.post(certificates + "/requests", "{\"kind\": \"QWAC\", \"environment\": \"test\", \"keyType\": \"EC P-384\", \"commonName\": \"api.tpp.example\"}");
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        assertThat(made.json().get("pem").asText()).startsWith("-----BEGIN CERTIFICATE REQUEST-----");
        assertThat(made.json().get("subject").asText()).contains("PSDDE-BAFIN-100200");
        assertThat(made.text()).doesNotContain("PRIVATE KEY");
        assertThat(viewer.get(made.header("Location") + "/pem").text()).isEqualTo(made.json().get("pem").asText());

        var own = ok(viewer.get(certificates)).at("/items/0/id").asText();
        ok(operator.call("PUT", certificates + "/choices", "{\"certificate\": \"" + own + "\", \"bank\": \"xx-quay\"}"));
        problem(operator.call("PUT", certificates + "/choices", "{\"certificate\": \"nothing\"}"), 404, "unknown-certificate");
        assertThat(ok(viewer.get(certificates + "/choices")).at("/items/0/bank").asText()).isEqualTo("xx-quay");
        assertThat(operator.call("DELETE", certificates + "/choices?environment=test&kind=QWAC&bank=xx-quay", null).status()).isEqualTo(204);
        problem(operator.call("DELETE", certificates + "/choices?environment=test&kind=QWAC&bank=xx-quay", null), 404, "unknown-choice");
        assertThat(ok(viewer.get(certificates + "/" + own + "/uses?key=true")).get("items")).isEmpty();
        assertThat(ok(viewer.get(API + "tpps/" + tpp + "/redirect-uri-uses?uri=https://tpp.example/callback")).get("items")).isEmpty();
    }

    @Test
    void publishesThePublicKeysToEverybody() throws Exception {
        var tpp = aTpp();
        var certificates = API + "tpps/" + tpp + "/certificates";
        var issued = ISSUER.qseal(DemoTpp.example());
        var taken = operator.post(certificates, "{\"environment\": \"live\", \"file\": \"" + Base64.getEncoder().encodeToString(pkcs12(issued, "pass")) + "\", \"password\": \"pass\"}");
        assertThat(taken.status()).as(taken.text()).isEqualTo(201);
        var nobody = Visitor.nobody(port);

        var published = nobody.get("/jwks/" + tpp + "/live");

        assertThat(published.header("Content-Type")).isEqualTo("application/jwk-set+json");
        assertThat(published.header("Cache-Control")).isEqualTo("max-age=300, public");
        assertThat(published.header("Set-Cookie")).isNull();
        var key = JWKSet.parse(published.text()).getKeys().get(0);
        assertThat(key.toRSAKey().toPublicKey()).isEqualTo(issued.certificate().getPublicKey());
        assertThat(key.isPrivate()).isFalse();
        assertThat(nobody.get("/jwks/" + tpp + "/live", "If-None-Match", published.header("ETag")).status()).isEqualTo(304);
        assertThat(nobody.get("/jwks/" + tpp + "/live?alg=PS256", "Accept", "application/json").json().at("/keys/0/alg").asText()).isEqualTo("PS256");

        var sha256 = HexFormat.of().formatHex(key.getX509CertSHA256Thumbprint().decode());
        var certificate = nobody.get("/jwks/" + tpp + "/certificates/" + sha256);
        assertThat(certificate.header("Content-Type")).startsWith("application/x-pem-file");
        assertThat(X509CertUtils.parse(certificate.text())).isEqualTo(issued.certificate());
        problem(nobody.get("/jwks/" + tpp + "/certificates/" + sha256.replace('a', 'b')), 404, "unknown-certificate");
        problem(nobody.get("/jwks/nobody/live"), 404, "unknown-tpp");
        problem(nobody.get("/jwks/" + tpp + "/staging"), 404, "unknown-environment");
        problem(nobody.get("/jwks/" + tpp + "/xx-harbour/sandbox"), 404, "unknown-environment");
        problem(nobody.get("/jwks/" + tpp + "/live?alg=none"), 422, "unknown-algorithm");
        problem(nobody.call("DELETE", "/jwks/" + tpp + "/live", null), 403, "not-permitted");
        problem(nobody.get(API + "tpps/" + tpp + "/jwks/live"), 401, "not-signed-in");
        var file = viewer.get(API + "tpps/" + tpp + "/jwks/live");
        assertThat(file.text()).isEqualTo(published.text());
        assertThat(file.header("Content-Disposition")).isEqualTo("attachment; filename=\"" + tpp + "-live-jwks.json\"");
        assertThat(admin().get("/certificates").text()).contains("/jwks/" + tpp + "/live", "/api/v1/tpps/" + tpp + "/jwks/test");

        ok(operator.post(taken.header("Location") + "/retirement", "{}"));
        assertThat(nobody.get("/jwks/" + tpp + "/live").json().get("keys")).isEmpty();
        problem(nobody.get("/jwks/" + tpp + "/certificates/" + sha256), 404, "unknown-certificate");
    }

    private static byte[] pkcs12(IssuedCertificate issued, String password) throws Exception {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("own", issued.key(), password.toCharArray(), issued.chain().toArray(X509Certificate[]::new));
        var out = new ByteArrayOutputStream();
        store.store(out, password.toCharArray());
        return out.toByteArray();
    }
}
