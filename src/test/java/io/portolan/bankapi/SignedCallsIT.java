package io.portolan.bankapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import io.portolan.bankapi.FakeBankApi.Came;
import io.portolan.bankapi.FakeBankApi.Goes;
import io.portolan.certificate.Certificate;
import io.portolan.certificate.CertificateForms;
import io.portolan.leg.FakeLegRun;
import io.portolan.leg.Outcome;
import io.portolan.leg.ProofOfAccess;
import io.portolan.leg.SampleOrders;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import net.adamcin.httpsig.api.Authorization;
import net.adamcin.httpsig.api.RequestContent;
import org.junit.jupiter.api.Test;

/** Calls by which a bank knows us from our seal: signed header fields, assertions that we sign, and addresses that only we know. */
class SignedCallsIT extends ApiLegs {

    private static final String LEGS = """
            - id: enrol
              stage: register-client
              by: api
              title: Enrol by the first signed call
              repeat: safe
              request:
                method: POST
                url: '{{environment.base-url}}/oauth2/token?to=us'
                headers: {TPP-Signature-Certificate: '{{certificate.qsealc.der-base64}}', X-Request-ID: '{{generated.uuid}}'}
                form: {grant_type: client_credentials}
                http-signature:
                  key: QSealC
                  key-id: 'SN={{certificate.qsealc.serial-hex}}'
                  headers: [(request-target), host, digest, date, x-request-id]
                  in: authorization
              captures: {client-id: {from: /client_id}}
            - id: declare
              stage: register-client
              by: api
              title: Declare who we are
              repeat: safe
              request:
                method: POST
                url: '{{environment.base-url}}/register'
                body: {name: '{{application.name}}'}
                http-signature:
                  key: QSealC
                  key-id: https://tpp.example/seal
                  headers: [(request-target), host, x-own-date, x-own-host, content-type, content-length, digest]
                  digest: sha-512
                  date-in: X-Own-Date
                  host-in: X-Own-Host
            - id: get-link
              stage: sign-up
              by: operator
              title: Get the link
              captures: {link: {secret: true}}
            - id: follow
              stage: certificates
              by: api
              title: Hand in the certificate where the link says
              repeat: safe
              request: {method: PUT, url: '{{captured.link}}', body: {certificate: '{{certificate.qsealc.pem}}'}}
            - id: verify-access
              stage: verify-access
              by: api
              title: Prove the access by the seal alone
              probe:
                method: GET
                url: '{{environment.base-url}}/accounts'
                headers: {tpp-certificate: '{{certificate.qsealc.der-base64}}', X-Request-ID: '{{generated.uuid}}'}
                http-signature: {key: QSealC, key-id: seal-1, headers: [digest, x-request-id], algorithm: rsa-sha512}
                proves: data
                negative-control: no-certificate
            - id: get-token
              stage: verify-access
              by: api
              title: Get a token by an assertion
              token:
                grant: client_credentials
                auth: private_key_jwt
                url: '{{environment.base-url}}/token'
                assertion: {key: QSealC, alg: PS256, kid: key-7, valid-for: 5 minutes}
            """;

    private FakeLegRun leg(String leg) {
        var at = "localhost:" + bank.port();
        var run = run(SampleOrders.playbook("xx-sealed", SampleOrders.yaml("xx-sealed", "base-url: https://" + at + "\nhosts: ['" + at + "']\n", LEGS)), leg);
        return run.with("generated.uuid", "9f0e").with("certificate.qsealc.serial-hex", "4711")
                .with("certificate.qsealc.der-base64", CertificateForms.form(seal(), "der-base64").orElseThrow())
                .with("certificate.qsealc.pem", "PEM").withSecret("captured.link", "https://" + at + "/enrol/t0k-0001");
    }

    private Certificate seal() {
        return certificates.inUse("lantern", Certificate.Kind.QSEALC, "test").orElseThrow();
    }

    @Test
    void signsTheHeaderFieldsOfTheFirstCall() throws Exception {
        bank.on("/oauth2/token", came -> Goes.json(200, "{\"client_id\": \"of-the-bank\"}"));
        var run = leg("enrol");

        assertThat(means.perform(run)).isInstanceOf(Outcome.Done.class);

        assertThat(run.kept()).containsEntry("client-id", "of-the-bank");
        var came = bank.came().get(0);
        var signature = came.header("Authorization");
        assertThat(signature).startsWith("Signature keyId=\"SN=4711\",algorithm=\"rsa-sha256\",headers=\"(request-target) host digest date x-request-id\",");
        assertThat(came.header("Date")).isEqualTo("Fri, 20 Nov 2026 10:00:00 GMT");
        assertThat(came.header("Digest")).isEqualTo("SHA-256=" + Base64.getEncoder().encodeToString(
                MessageDigest.getInstance("SHA-256").digest("grant_type=client_credentials".getBytes(StandardCharsets.UTF_8))));
        assertThat(isSigned(signature, "SHA256withRSA", "(request-target): post /oauth2/token?to=us\nhost: localhost:" + bank.port() + "\ndigest: "
                + came.header("Digest") + "\ndate: Fri, 20 Nov 2026 10:00:00 GMT\nx-request-id: 9f0e")).isTrue();
    }

    @Test
    void signsWhatTheConnectionThenSends() throws Exception {
        bank.on("/register", came -> Goes.json(200, "{}"));

        assertThat(means.perform(leg("declare").with("application.name", "Müller & Söhne €"))).isInstanceOf(Outcome.Done.class);

        var came = bank.came().get(0);
        assertThat(came.body()).contains("Müller & Söhne €");
        assertThat(came.header("Digest")).isEqualTo("SHA-512=" + Base64.getEncoder().encodeToString(
                MessageDigest.getInstance("SHA-512").digest(came.body().getBytes(StandardCharsets.UTF_8))));
        assertThat(came.header("X-Own-Host")).isEqualTo(came.header("Host"));
        var content = new RequestContent.Builder().setRequestTarget(came.method(), came.path());
        came.headers().forEach((name, values) -> values.forEach(value -> content.addHeader(name, value)));
        var read = Authorization.parse("Signature " + came.header("Signature"));
        assertThat(read.getHeaders()).contains("host", "content-length");
        assertThat(SignedFields.isSignature("SHA256withRSA", publicKey(), content.build().getBytesToSign(read.getHeaders(), StandardCharsets.US_ASCII),
                read.getSignatureBytes())).isTrue();
    }

    @Test
    void provesAccessBySealAloneAndThatNobodyElseHasIt() {
        bank.on("/accounts", this::accounts);
        var run = leg("verify-access");

        assertThat(means.perform(run)).isInstanceOf(Outcome.Done.class);

        assertThat(run.proofs()).hasSize(2).allMatch(ProofOfAccess::controlled);
        assertThat(bank.came()).hasSize(2);
        assertThat(bank.came().get(1).headers()).doesNotContainKeys("Signature", "Tpp-certificate");
    }

    private Goes accounts(Came came) {
        return came.header("Signature") != null && isSigned(came.header("Signature"), "SHA512withRSA", "digest: "
                + "SHA-256=47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\nx-request-id: 9f0e") ? Goes.json(200, "{}") : Goes.json(401, "{}");
    }

    @Test
    void getsATokenByAnAssertionThatIsGoodForOneCall() throws Exception {
        bank.on("/token", came -> Goes.json(200, "{\"access_token\": \"t0k3n-0001\"}"));

        assertThat(means.perform(leg("get-token"))).isInstanceOf(Outcome.Done.class);
        assertThat(means.perform(leg("get-token"))).isInstanceOf(Outcome.Done.class);

        var form = form(bank.came().get(0));
        assertThat(form).containsEntry("grant_type", "client_credentials").doesNotContainKey("client_id")
                .containsEntry("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
        var assertion = JWSObject.parse(form.get("client_assertion"));
        assertThat(assertion.verify(new RSASSAVerifier((RSAPublicKey) publicKey()))).isTrue();
        assertThat(assertion.getHeader().getKeyID()).isEqualTo("key-7");
        assertThat(assertion.getPayload().toJSONObject()).containsEntry("iss", "client-1").containsEntry("sub", "client-1")
                .containsEntry("aud", "https://localhost:" + bank.port() + "/token").containsEntry("exp", NOW.getEpochSecond() + 300);
        assertThat(assertion.getPayload().toJSONObject().get("jti")).isNotEqualTo(
                JWSObject.parse(form(bank.came().get(1)).get("client_assertion")).getPayload().toJSONObject().get("jti"));
    }

    @Test
    void callsAnAddressThatIsItselfASecretAndShowsItNowhere() {
        bank.on("/enrol/t0k-0001", came -> Goes.json(200, "{}"));
        var run = leg("follow");

        assertThat(means.perform(run)).isInstanceOf(Outcome.Done.class);

        assertThat(bank.came().get(0).path()).isEqualTo("/enrol/t0k-0001");
        assertThat(run.evidence()).isNotEmpty().allSatisfy(kept -> assertThat(kept).doesNotContain("t0k-0001"));
        assertThat(run.told()).allSatisfy(told -> assertThat(told).doesNotContain("t0k-0001"));
    }

    private PublicKey publicKey() {
        return seal().leaf().getPublicKey();
    }

    private boolean isSigned(String header, String algorithm, String text) {
        try {
            var signature = Signature.getInstance(algorithm);
            signature.initVerify(publicKey());
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return signature.verify(Base64.getDecoder().decode(header.replaceFirst(".*,signature=\"", "").replace("\"", "")));
        } catch (java.security.GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static Map<String, String> form(Came came) {
        var form = new HashMap<String, String>();
        Arrays.stream(came.body().split("&")).map(field -> field.split("=", 2))
                .forEach(field -> form.put(field[0], URLDecoder.decode(field[1], StandardCharsets.UTF_8)));
        return form;
    }
}
