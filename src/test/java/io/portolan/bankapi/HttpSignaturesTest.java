package io.portolan.bankapi;

import static io.portolan.bankapi.SignedFields.by;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.portolan.playbook.HttpSignature;
import io.portolan.playbook.HttpSignature.Algorithm;
import io.portolan.playbook.HttpSignature.Carrier;
import io.portolan.playbook.HttpSignature.Digest;
import java.security.KeyPair;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpSignaturesTest {

    private static final KeyPair OF_THE_DRAFT = KnownKeys.ofTheDraft();
    private static final KeyPair RSA = KnownKeys.ofRs256();
    private static final String ISSUER = "CN=Issuing CA 2-1,O=Trust\\, AG,C=DE";

    /** The request of draft-cavage-http-signatures-12, appendix C. */
    private static SignedFields ofTheDraft() {
        return SignedFields.of(OF_THE_DRAFT, "POST", "https://example.com/foo?param=value&pet=dog", "{\"hello\": \"world\"}")
                .with("Date", "Sun, 05 Jan 2014 21:31:40 GMT").with("Content-Type", "application/json");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "date | SjWJWbWN7i0wzBvtPl8rbASWz5xQW6mcJmn+ibttBqtifLN7Sazz6m79cNfwwb8DMJ5cou1s7uEGKKCs+FLEEaDV5lp7q25WqS+lavg7T8hc0GppauB6hbgEKTwblDHYGEtbGmtdHgVCk9SuS13F0hZ8FD0k"
                + "/5OxEPXe5WozsbM=",
        "(request-target) host date | qdx+H7PHHDZgy4y/Ahn9Tny9V3GP6YgBPyUXMmoxWtLbHpUnXS2mg2+SbrQDMCJypxBLSPQR2aAjn7ndmw2iicw3HMbe8VfEdKFYRqzic+efkb3nndiv/x1xSHDJWeSWkx3"
                + "ButlYSuBskLu6kd9Fswtemr3lgdDEmn04swr2Os0=",
        "(request-target) host date content-type digest content-length | vSdrb+dS3EceC9bcwHSo4MlyKS59iFIrhgYkz8+oVLEEzmYZZvRs8rgOp+63LEM3v+MFHB32NfpB2bEKBIvB1q52LaEUHFv120V"
                + "01IL+TAD48XaERZFukWgHoBTLMhYS2Gb51gWxpeIq8knRmPnYePbF5MOkR0Zkly4zKH7s1dE="})
    void signsWhatTheDraftSigns(String fields, String signature) {
        var signed = ofTheDraft().signed(by("Test", fields.split(" ")));

        assertThat(signed.header("Signature")).isEqualTo("keyId=\"Test\",algorithm=\"rsa-sha256\",headers=\"" + fields + "\",signature=\"" + signature + '"');
    }

    /** The vectors are made by http-signature 1.4.0 of npm, on Node.js 20.20.2. */
    @Test
    void signsWhatAnotherImplementationSigns() {
        var nextGen = SignedFields.of(RSA, "POST", "https://bank.example/v1/consents", "{\"n\":\"Müller €\"}").with("X-Request-ID", "99391c7e-ad88-49ec-a2ad-99ddcb1f7721")
                .with("PSU-ID", "somebody").with("TPP-Redirect-URI", "https://tpp.example/cb?a=b")
                .signed(by("SN=4711ab,CA=CN=Issuing%20CA%202-1,O=Trust\\,%20AG,C=DE", "digest", "x-request-id", "psu-id", "date", "tpp-redirect-uri"));
        var stet = SignedFields.of(RSA, "GET", "https://bank.example/v1/accounts?withBalance=true", null).with("X-Request-ID", "99391c7e-ad88-49ec-a2ad-99ddcb1f7721")
                .signed(dialect(by("https://tpp.example/seal.pem", "(request-target)", "digest", "x-request-id", "date"), Algorithm.RSA_SHA512, Digest.SHA_512, null, null, null));

        assertThat(nextGen.header("Digest")).isEqualTo("SHA-256=gNGBmNlKMtdL+aVochaqdJP8L6jjB9V+hbx71OKYAKQ=");
        assertThat(nextGen.header("Signature")).isEqualTo("keyId=\"SN=4711ab,CA=CN=Issuing%20CA%202-1,O=Trust\\,%20AG,C=DE\",algorithm=\"rsa-sha256\",headers=\"digest x-request-id"
                + " psu-id date tpp-redirect-uri\",signature=\"QauGB7iWrXYPnxUwlQs5f4iQQ69ICr5+twr96Br4xQKiMFDdLCgSUE6CRGhlpv+N2O5MVPq39S9Y+w38GVnmIIBJZbz8IKVhceZz+XI5CoMKhSwH6eaTqH18Pbxy"
                + "0myVTLD/75abH10gG+cRJVfbyoBCtwyblsjNyqdwy9ELqfra1ZbvWLtRu3TRJt52wCwRoy1j2sBdfZ9PEQ/FOWuxWURjSAWZGROoOTD212Y33oYaPn0dS4Ne9IlgzDw7OwGlJAfbMFqSVEeQzT6rokEzNfalvDx3F7FQfPHhMppp"
                + "MYifE0WQzUlZCxkNhyjKvrgMrWMC9FiHGhSRU6QyxYX0cw==\"");
        assertThat(stet.header("Signature")).isEqualTo("keyId=\"https://tpp.example/seal.pem\",algorithm=\"rsa-sha512\",headers=\"(request-target) digest x-request-id date\","
                + "signature=\"nEt1DaarjCFXGfi6A4sySHMCjkE1JCdqxBt3t/qWDEpGaH0WFmCVMfAIE3xT7C6dJIw339E36SJtXIaJQZaGC3t4U17e8DjBV1ZCvdXaNkL08w1K200+x+S1kFNM+qQ/K3iySUHUCdd5/Ev6jTxvyrhSCdLzp2Wsrhd0"
                + "rHn1eKK0S/aVzjA1j9+QhIADihOlWNzZfwyEzU/fZkCOWQvtYDkkbi65zAz/O3rymHxXwC9s+qRKSTX4YCLmLt4Ok/NXOHH2tkzdbjqXTv/Qes2MFlaxDDuGZlo8ipIpKNcR2KDRqbK8yJdw1y6R7/3duzLDINoBTLm6IsHR+EMf"
                + "4T6Adw==\"");
    }

    @ParameterizedTest
    @CsvSource({"SHA_256, SHA-256=X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=, SHA-256=47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
        "SHA_512, SHA-512=WZDPaVn/7XgHaAy8pmojAkGWoRx2UFChF41A2svX+TaPm+AbwAgBWnrIiYllu7BNNyealdVLvRwEmTHWXvJwew==, "
                + "SHA-512=z4PhNX7vuL3xVChQ1m2AB9Yg5AULVxXcg/SpIdNs6c5H0NE8XYXysP+DGNKHfuwvY7kxvUdBeoGlODJ6+SfaPg=="})
    void sumsUpABodyAndNone(Digest digest, String ofTheDraft, String ofNothing) {
        var by = new HttpSignature(by("Test", "digest").key(), by("Test", "digest").keyId(), by("Test", "digest").headers(), null, digest, null, null, null);

        assertThat(ofTheDraft().signed(by).header("Digest")).isEqualTo(ofTheDraft);
        assertThat(SignedFields.of(RSA, "GET", "https://bank.example/", null).signed(by).header("Digest")).isEqualTo(ofNothing);
    }

    @Test
    void sumsUpABodyAsItIsSentWhateverItsLetters() {
        var signed = SignedFields.of(RSA, "POST", "https://bank.example/", "{\"name\": \"Müller & Söhne €\"}").signed(by("k", "digest", "content-length"));

        assertThat(signed.header("Digest")).isEqualTo("SHA-256=ka0bAC3/su0MyY3ZKHUIeN912o9lw0byzGh77QQqP5U=");
        assertThat(signed.isGood("SHA256withRSA", "bank.example")).isTrue();
    }

    @Test
    void signsAsNextGenPsd2WantsIt() {
        var signed = SignedFields.of(RSA, "POST", "https://bank.example/v1/consents", "{}").with("X-Request-ID", "99391c7e-ad88-49ec-a2ad-99ddcb1f7721")
                .with("PSU-ID", "  somebody ").with("TPP-Redirect-URI", "https://tpp.example/callback")
                .knowing("certificate.qsealc.serial-hex", "4711ab").knowing("certificate.qsealc.issuer-dn-escaped", ISSUER.replace(" ", "%20"))
                .signed(by("SN={{certificate.qsealc.serial-hex}},CA={{certificate.qsealc.issuer-dn-escaped}}", "digest", "x-request-id", "psu-id", "date", "tpp-redirect-uri"));

        assertThat(signed.read().getKeyId()).isEqualTo("SN=4711ab,CA=CN=Issuing%20CA%202-1,O=Trust\\,%20AG,C=DE");
        assertThat(signed.read().getHeaders()).containsExactly("digest", "x-request-id", "psu-id", "date", "tpp-redirect-uri");
        assertThat(signed.with("PSU-ID", "somebody").isGood("SHA256withRSA", "bank.example")).isTrue();
        assertThat(signed.with("PSU-ID", "somebody else").isGood("SHA256withRSA", "bank.example")).isFalse();
    }

    @Test
    void signsByTheSerialNumberWithTheLongerSums() {
        var signed = SignedFields.of(RSA, "GET", "https://bank.example/accounts?page=2", null).with("X-Request-ID", "95126d8f")
                .knowing("certificate.qsealc.serial-decimal", "1523433508")
                .signed(dialect(by("{{certificate.qsealc.serial-decimal}}", "date", "digest", "x-request-id"), Algorithm.RSA_SHA512, Digest.SHA_512, null, null, null));

        assertThat(signed.header("Signature")).startsWith("keyId=\"1523433508\",algorithm=\"rsa-sha512\",headers=\"date digest x-request-id\",");
        assertThat(signed.header("Digest")).startsWith("SHA-512=z4PhNX7vuL3xVChQ1m2AB9Yg5AULVxXcg");
        assertThat(signed.isGood("SHA512withRSA", "bank.example")).isTrue();
    }

    @Test
    void signsInTheFieldsThatABankHasForDateAndHost() {
        var signed = SignedFields.of(RSA, "POST", "https://api.bank.example:443/v5/authorize", "a=b").with("Content-Type", "application/x-www-form-urlencoded")
                .knowing("captured.client-id", "of-the-bank").signed(dialect(by("{{captured.client-id}}", "(request-target)", "x-own-host", "x-own-date", "content-type", "digest"),
                        null, null, "X-Own-Date", "X-Own-Host", null));

        assertThat(signed.header("X-Own-Date")).isEqualTo("Fri, 20 Nov 2026 10:00:00 GMT");
        assertThat(signed.header("X-Own-Host")).isEqualTo("api.bank.example");
        assertThat(signed.isGood("SHA256withRSA", "api.bank.example")).isTrue();
    }

    @Test
    void signsByTheAddressOfOurCertificate() {
        var signed = SignedFields.of(RSA, "POST", "https://bank.example/stet/register", "{\"client_name\": \"Ä\"}").with("Content-Type", "application/json")
                .with("X-Request-ID", "1").signed(by("https://tpp.example/seal.pem", "(request-target)", "digest", "content-type", "content-length", "date", "x-request-id"));

        assertThat(signed.read().getKeyId()).isEqualTo("https://tpp.example/seal.pem");
        assertThat(signed.isGood("SHA256withRSA", "bank.example")).isTrue();
    }

    @Test
    void signsInAuthorizationByTheSerialNumber() {
        var signed = SignedFields.of(RSA, "POST", "https://bank.example/oauth2/token", "grant_type=client_credentials").knowing("certificate.qsealc.serial-hex", "5e4299be")
                .signed(dialect(by("SN={{certificate.qsealc.serial-hex}}", "(request-target)", "date", "digest"), null, null, null, null, Carrier.AUTHORIZATION));

        assertThat(signed.header("Authorization")).startsWith("Signature keyId=\"SN=5e4299be\",algorithm=\"rsa-sha256\",headers=\"(request-target) date digest\",signature=\"");
        assertThat(signed.isHidden("Authorization")).isTrue();
        assertThat(signed.isGood("SHA256withRSA", "bank.example")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"ECDSA_SHA256, 256, SHA256withECDSA", "ECDSA_SHA384, 384, SHA384withECDSA", "ECDSA_SHA512, 521, SHA512withECDSA", "ECDSA_SHA256, 384, SHA256withECDSA"})
    void signsByCurves(Algorithm algorithm, int size, String java) {
        var keys = KnownKeys.made("EC", size);
        var signed = SignedFields.of(keys, "GET", "https://bank.example", null).signed(dialect(by("k", "(request-target)", "host", "date"), algorithm, null, null, null, null));

        assertThat(signed.header("Signature")).contains("algorithm=\"" + algorithm.word() + '"');
        var text = "(request-target): get /\nhost: bank.example\ndate: Fri, 20 Nov 2026 10:00:00 GMT";
        assertThat(SignedFields.isSignature(java, keys.getPublic(), text.getBytes(), signed.read().getSignatureBytes())).isTrue();
    }

    @Test
    void signsAPortThatIsUnusual() {
        var signed = SignedFields.of(RSA, "GET", "https://bank.example:8443/a", null).signed(by("k", "host"));

        assertThat(signed.isGood("SHA256withRSA", "bank.example:8443")).isTrue();
    }

    @Test
    void signsWhereTheLettersOfTheMachineAreTurkish() {
        var call = SignedFields.of(RSA, "PATCH", "https://bank.example/I", null).with("X-Request-ID", "I1");
        var before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            call.signed(by("SN=I", "(request-target)", "x-request-id"));
        } finally {
            Locale.setDefault(before);
        }
        assertThat(call.isGood("SHA256withRSA", "bank.example")).isTrue();
    }

    @Test
    void hidesASecretThatIsTheIdOfAKey() {
        var signed = SignedFields.of(RSA, "GET", "https://bank.example/", null).knowingSecret("captured.client-id", "s3cret").signed(by("{{captured.client-id}}", "date"));

        assertThat(signed.isHidden("Signature")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x-request-id", "content-type", "content-length"})
    void refusesAFieldThatIsNotThere(String field) {
        assertThat(refusal(SignedFields.of(RSA, "GET", "https://bank.example/", null), by("k", "date", field))).contains("signs the header field " + field, "does not have");
    }

    @Test
    void refusesAFieldThatWouldComeToTheBankAsAnother() {
        assertThat(refusal(SignedFields.of(RSA, "GET", "https://bank.example/", null).with("PSU-ID", "Müller"), by("k", "psu-id"))).contains("psu-id", "beyond ASCII")
                .doesNotContain("Müller");
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "CA=CN=\\\"Trust\\\"", "CA=CN=Hitelesítő", "a\nb"})
    void refusesAKeyIdThatWouldBreakOutOfItsQuotes(String keyId) {
        assertThat(refusal(SignedFields.of(RSA, "GET", "https://bank.example/", null), by(keyId, "date"))).contains("The key id of the signature");
    }

    @Test
    void refusesAKeyThatCannotSignThis() {
        assertThat(refusal(SignedFields.of(KnownKeys.made("EC", 256), "GET", "https://bank.example/", null), by("k", "date")))
                .contains("by rsa-sha256", "our QSealC has the wrong kind of key, EC P-256. It takes an RSA key.");
        assertThat(refusal(SignedFields.of(RSA, "GET", "https://bank.example/", null), dialect(by("k", "date"), Algorithm.ECDSA_SHA256, null, null, null, null)))
                .contains("by ecdsa-sha256", "wrong kind of key, RSA 2048. It takes an EC key.");
        assertThat(refusal(SignedFields.of(KnownKeys.made("RSASSA-PSS", 2048), "GET", "https://bank.example/", null), by("k", "date")))
                .contains("wrong kind of key, RSASSA-PSS 2048");
    }

    private static String refusal(SignedFields call, HttpSignature by) {
        return catchThrowableOfType(Stopped.class, () -> call.signed(by)).outcome().question();
    }

    private static HttpSignature dialect(HttpSignature of, Algorithm algorithm, Digest digest, String dateIn, String hostIn, Carrier carrier) {
        return new HttpSignature(of.key(), of.keyId(), of.headers(), algorithm, digest, dateIn, hostIn, carrier);
    }
}
