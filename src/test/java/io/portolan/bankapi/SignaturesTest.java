package io.portolan.bankapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import io.portolan.certificate.Certificate;
import io.portolan.certificate.InMemoryCertificates;
import io.portolan.leg.FakeLegRun;
import io.portolan.leg.SampleOrders;
import io.portolan.playbook.CertificateKind;
import io.portolan.playbook.Generator;
import io.portolan.playbook.Jws;
import io.portolan.playbook.Jws.Algorithm;
import io.portolan.playbook.Jws.Serialization;
import io.portolan.playbook.Jws.X5c;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignaturesTest {

    /** The payload of RFC 7515, appendices A.2 and A.3, with its line breaks. */
    private static final String PAYLOAD = "{\"iss\":\"joe\",\r\n \"exp\":1300819380,\r\n \"http://example.com/is_root\":true}";
    private static final String PAYLOAD_WRITTEN = "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ";
    private static final String OF_RS256 = "cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuHIm4Bh-0Qc_lF5YKt_O8W2Fp5jujGbds9uJdbF9CUAr7t1dnZcAcQjbKBYNX4BAynRFdiuB--f_nZLg"
            + "rnbyTyWzO75vRK5h6xBArLIARNPvkSjtQBMHlb1L07Qe7K0GarZRmB_eSN9383LcOLn6_dO--xi12jzDwusC-eOkHWEsqtFZESc6BfI7noOPqvhJ1phCnvWh6IeYI2w9QOYEUipUTI8np6LbgGY9Fs98rqVt5AXLIhWkWywlVmt"
            + "VrBp0igcN_IoypGlUPQGe77Rw";
    private static final String OF_ES256 = "DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q";
    private static final String LEG = "- {id: call, stage: verify-access, by: api, title: Call, probe: {method: GET, url: '{{environment.base-url}}', proves: data}}";

    private final FakeLegRun run = new FakeLegRun(SampleOrders.of(SampleOrders.playbook("xx-signed",
            SampleOrders.yaml("xx-signed", "base-url: https://bank.example\nhosts: [bank.example]\n", LEG)), "call"));

    @Test
    void signsWhatRfc7515Signs() {
        assertThat(signed(KnownKeys.ofRs256(), Algorithm.RS256, null, null)).isEqualTo("eyJhbGciOiJSUzI1NiJ9." + PAYLOAD_WRITTEN + "." + OF_RS256);
    }

    @Test
    void signsFlattenedWhatRfc7515Signs() throws Exception {
        var flattened = Answer.JSON.readTree(signed(KnownKeys.ofRs256(), Algorithm.RS256, null, Serialization.FLATTENED));

        assertThat(flattened.fieldNames()).toIterable().containsExactlyInAnyOrder("payload", "protected", "signature");
        assertThat(flattened.get("payload").asText()).isEqualTo(PAYLOAD_WRITTEN);
        assertThat(flattened.get("protected").asText()).isEqualTo("eyJhbGciOiJSUzI1NiJ9");
        assertThat(flattened.get("signature").asText()).isEqualTo(OF_RS256);
    }

    @Test
    void checksByTheSameLibraryWhatRfc7515Signs() throws Exception {
        var ofRsa = JWSObject.parse("eyJhbGciOiJSUzI1NiJ9." + PAYLOAD_WRITTEN + "." + OF_RS256);
        var ofEc = JWSObject.parse("eyJhbGciOiJFUzI1NiJ9." + PAYLOAD_WRITTEN + "." + OF_ES256);

        assertThat(ofRsa.verify(new RSASSAVerifier((RSAPublicKey) KnownKeys.ofRs256().getPublic()))).isTrue();
        assertThat(ofEc.verify(new ECDSAVerifier((ECPublicKey) KnownKeys.ofEs256().getPublic()))).isTrue();
        assertThat(ofEc.getPayload()).hasToString(PAYLOAD);
        assertThat(isGood("ES256", KnownKeys.ofEs256(), "eyJhbGciOiJFUzI1NiJ9", PAYLOAD_WRITTEN, OF_ES256)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"RS256, COMPACT", "PS256, COMPACT", "ES256, COMPACT", "RS256, FLATTENED", "PS256, FLATTENED", "ES256, FLATTENED"})
    void signsWhatJavaAloneFindsGood(Algorithm algorithm, Serialization serialization) throws Exception {
        var keys = algorithm == Algorithm.ES256 ? KnownKeys.ofEs256() : KnownKeys.ofRs256();

        var parts = parts(signed(keys, algorithm, X5c.LEAF, serialization), serialization);

        assertThat(isGood(algorithm.name(), keys, parts[0], parts[1], parts[2])).isTrue();
        assertThat(isGood(algorithm.name(), keys, parts[0], parts[1].replace('e', 'f'), parts[2])).isFalse();
        JsonNode header = Answer.JSON.readTree(Base64.getUrlDecoder().decode(parts[0]));
        assertThat(header.get("alg").asText()).isEqualTo(algorithm.name());
        assertThat(header.get("x5c")).hasSize(1);
        // RFC 7515, section 4.1.6: not in the alphabet of addresses
        assertThat(header.get("x5c").get(0).asText()).isEqualTo(Base64.getEncoder().encodeToString(KnownKeys.certified(keys).certificate().getEncoded()));
    }

    @Test
    void refusesAKeyThatCannotSignThis() {
        assertThat(refusal(KnownKeys.made("EC", 384), Algorithm.ES256)).contains("by ES256", "our QSealC has the wrong kind of key, EC P-384. It takes an EC key on P-256.");
        assertThat(refusal(KnownKeys.ofEs256(), Algorithm.PS256)).contains("by PS256", "wrong kind of key, EC P-256. It takes an RSA key of at least 2048 bits.");
        assertThat(refusal(KnownKeys.ofTheDraft(), Algorithm.RS256)).contains("wrong kind of key, RSA 1024");
        assertThat(refusal(KnownKeys.made("RSASSA-PSS", 2048), Algorithm.PS256)).contains("wrong kind of key, RSASSA-PSS 2048");
    }

    @Test
    void refusesAKeyOfOurMakingThatCannotSignThis() {
        run.withGenerated("own", Generator.EC_P256);
        var by = new Jws(null, "own", Algorithm.RS256, null, null, null, null, null);

        var stopped = catchThrowableOfType(Stopped.class, () -> signatures(KnownKeys.ofRs256()).signed(by, PAYLOAD, new Filling(run)));

        assertThat(stopped.outcome().question()).contains("for which our own has the wrong kind of key, EC P-256");
    }

    private String signed(KeyPair keys, Algorithm algorithm, X5c x5c, Serialization serialization) {
        return signatures(keys).signed(new Jws(CertificateKind.QSEALC, null, algorithm, x5c, null, null, serialization, null), PAYLOAD, new Filling(run)).text();
    }

    private String refusal(KeyPair keys, Algorithm algorithm) {
        return catchThrowableOfType(Stopped.class, () -> signed(keys, algorithm, null, null)).outcome().question();
    }

    private static Signatures signatures(KeyPair keys) {
        var certificates = new InMemoryCertificates();
        certificates.add("demo-tpp", Certificate.Kind.QSEALC, "test", KnownKeys.certified(keys));
        return new Signatures(certificates, Clock.fixed(SignedFields.NOW, ZoneOffset.UTC));
    }

    /** Header, payload and signature as they are written. */
    private static String[] parts(String text, Serialization serialization) throws Exception {
        if (serialization == Serialization.COMPACT) {
            return text.split("\\.");
        }
        var object = Answer.JSON.readTree(text);
        return new String[] {object.get("protected").asText(), object.get("payload").asText(), object.get("signature").asText()};
    }

    private static boolean isGood(String algorithm, KeyPair keys, String header, String payload, String written) {
        try {
            var signature = Signature.getInstance(switch (algorithm) {
                case "RS256" -> "SHA256withRSA";
                case "PS256" -> "RSASSA-PSS";
                default -> "SHA256withECDSAinP1363Format";
            });
            if (algorithm.equals("PS256")) {
                signature.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
            }
            signature.initVerify(keys.getPublic());
            signature.update((header + "." + payload).getBytes(StandardCharsets.US_ASCII));
            return signature.verify(Base64.getUrlDecoder().decode(written));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
