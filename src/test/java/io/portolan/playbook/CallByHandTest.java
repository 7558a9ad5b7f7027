package io.portolan.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class CallByHandTest {

    private static final String PLAYBOOK = """
            bank: xx-call
            name: Call Bank
            automation: permitted
            ask: {register-url: "told by the support"}
            sources: [https://bank.example]
            checked-on: 2026-11-01
            confidence: verified-from-source
            environments:
              production:
                kind: live
                base-url: https://bank.example
                hosts: [bank.example]
                routes:
                  - name: default
                    legs:
                      - id: key
                        stage: collect-credentials
                        by: operator
                        title: Get the key
                        instruct: Ask for it.
                        captures: {api-key: {secret: true}}
                      - id: register
                        stage: register-client
                        by: api
                        title: Register
                        repeat: never
                        request: {method: POST, url: "https://bank.example/register", tls: QWAC, headers: {APIKEY: "{{captured.api-key}}", X-TPP: "{{tpp.legal-name}}"},
                          body: {client_name: "Our {{application.name}}", n: 2}}
                        done-when: {status: 201}
                        captures: {client-id: {from: /client_id}, client-secret: {from: /client_secret, secret: true, label: The secret}}
                      - id: verify
                        stage: verify-access
                        by: api
                        title: Prove it
                        token: {grant: client_credentials, auth: client_secret_basic, url: "https://bank.example/token", tls: QWAC, scope: aisp}
                        probe: {method: GET, url: "https://bank.example/accounts", tls: QWAC, headers: {Authorization: "Bearer {{token}}"}, proves: data,
                          http-signature: {key: QSealC, key-id: "SN={{certificate.qsealc.serial-hex}}", headers: [digest, date]}}
            """;

    @Test
    void tellsThePersonTheExactCallAndAsksForWhatItBrings() {
        var leg = byHand("register");

        assertThat(leg.by()).isEqualTo(MeansName.OPERATOR);
        assertThat(leg.instruct()).contains("The key of our QWAC is not kept here.", "Call POST https://bank.example/register with our QWAC for mutual TLS.",
                "APIKEY: the value of \"Header field APIKEY\"", "Its body is the value of \"Body\", as application/json.", "Bring back: Client id, The secret.").doesNotContain("{{");
        var work = (OperatorWork) leg.work();
        assertThat(work.data()).containsEntry("Header field X-TPP", new Template("{{tpp.legal-name}}")).containsEntry("Header field APIKEY", new Template("{{captured.api-key}}"))
                .containsEntry("Body", new Template("{\"client_name\": \"Our {{application.name}}\", \"n\": 2}"));
        assertThat(leg.captures()).containsKeys("client-id", "client-secret");
    }

    @Test
    void letsAPersonProveAccessByWhatTheBankHasAnswered() {
        var leg = byHand("verify");

        assertThat(leg.instruct()).contains("Call POST https://bank.example/token with our QWAC", "It asks for an access token", "client_secret_basic", "The scope is aisp.",
                "Call GET https://bank.example/accounts",
                "It is signed in its header fields (draft-cavage-http-signatures-10) with our QSealC: digest, date;", "It proves our access");
        assertThat(leg.evidence().label()).isEqualTo("What the bank answered");
        assertThat(((OperatorWork) leg.work()).data()).containsOnlyKeys("Client id", "Client secret", "Id of the key");
    }

    @Test
    void offersWhatATokenIsAskedForWithThoughThePlaybookDoesNotNameIt() {
        var leg = byHand("verify");

        assertThat(leg.instruct()).contains("Authorization is Basic, a space, and in Base64 the client id, a colon and the client secret", "the client secret the value of \"Client secret\"",
                "Authorization: Bearer (access token)");
        assertThat(((OperatorWork) leg.work()).data()).containsEntry("Client id", new Template("{{captured.client-id}}"))
                .containsEntry("Client secret", new Template("{{captured.client-secret}}"));
    }

    @Test
    void tellsHowACodeIsExchangedWithTheVerifierThatThePersonsConsentWasAskedWith() {
        var leg = CallByHand.leg(read(PLAYBOOK.replace("grant: client_credentials, auth: client_secret_basic,", "grant: authorization_code, auth: private_key_jwt, assertion: {key: QSealC, alg: PS256},"
                + " sent-back: '{{captured.sent-back}}', redirect-uri: '{{application.redirect-uri}}',").replace("          - id: verify\n", """
                      - {id: consent, stage: verify-access, by: api, title: Consent, captures: {sent-back: {secret: true}},
                          authorise: {url: 'https://bank.example/authorize', redirect-uri: '{{application.redirect-uri}}'}}
                      - id: verify
            """)).leg("verify").orElseThrow(), Set.of(CertificateKind.QWAC));

        assertThat(leg.instruct()).contains("grant_type is authorization_code", "the parameter code of the value of \"What the bank has sent back\"", "code_verifier the value of \"Code verifier\"",
                "signed by PS256 with our QSealC: iss and sub are the value of \"Client id\", aud is https://bank.example/token");
        assertThat(((OperatorWork) leg.work()).data()).containsEntry("Code verifier", new Template("{{captured.authorisation.verifier}}"))
                .containsEntry("What the bank has sent back", new Template("{{captured.sent-back}}")).containsKeys("Redirect URI", "Client id");
    }

    @Test
    void leavesOtherLegsAsTheyAre() {
        var leg = written("key");

        assertThat(CallByHand.keysOf(leg)).isEmpty();
        assertThat(CallByHand.leg(leg, Set.of(CertificateKind.QWAC))).isSameAs(leg);
        assertThat(CallByHand.keysOf(written("register"))).containsExactly(CertificateKind.QWAC);
        assertThat(CallByHand.keysOf(written("verify"))).containsExactly(CertificateKind.QWAC, CertificateKind.QSEALC);
    }

    private static Leg byHand(String id) {
        return CallByHand.leg(written(id), Set.of(CertificateKind.QWAC));
    }

    private static Leg written(String id) {
        return read(PLAYBOOK).leg(id).orElseThrow();
    }

    private static Route read(String yaml) {
        return SamplePlaybooks.READER.read("xx-call.yaml", yaml).orThrow().environments().get("production").routes().get(0);
    }
}
