package io.portolan.bankapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.bankapi.CallFailed.How;
import io.portolan.bankapi.Verdict.Whose;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "401 | {\"error\": \"invalid_client\"}                                        | OUR_REGISTRATION",
        "400 | {\"error\": \"unauthorized_client\"}                                   | OUR_REGISTRATION",
        "401 | {}                                                                     | OUR_REGISTRATION",
        "401 | This TPP is not registered.                                            | OUR_REGISTRATION",
        "403 | {}                                                                     | OUR_REGISTRATION",
        "400 | {\"error\": \"invalid_scope\"}                                         | OUR_REQUEST",
        "401 | {\"tppMessages\": [{\"code\": \"CONSENT_UNKNOWN\"}]}                   | OUR_REQUEST",
        "401 | {\"tppMessages\": [{\"code\": \"SIGNATURE_INVALID\"}]}                 | OUR_REQUEST",
        "404 | {}                                                                     | OUR_REQUEST",
        "401 | {\"tppMessages\": [{\"code\": \"CERTIFICATE_EXPIRED\"}]}               | OUR_CERTIFICATE",
        "401 | {\"tppMessages\": [{\"code\": \"CERTIFICATE_BLOCKED\"}]}               | OUR_CERTIFICATE",
        "401 | {\"error\": \"invalid_client\", \"error_description\": \"certificate is not registered yet\"} | OUR_REGISTRATION",
        "401 | {\"error\": \"invalid_client\", \"error_description\": \"The certificate has expired\"}      | OUR_CERTIFICATE",
        "500 | {}                                                                     | THEIR_OUTAGE",
        "429 | {\"error\": \"invalid_client\"}                                        | THEIR_OUTAGE",
        "302 | {}                                                                     | UNCLEAR"})
    void tellsWhoseItIs(int status, String body, Whose whose) {
        assertThat(Verdict.of(answer(status, body, Map.of()), "").whose()).isEqualTo(whose);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Unexpected error when authenticating client       | does not know our registration",
        "Invalid client or Invalid client credentials      | does not know our registration",
        "Grant client_credentials is not open to it        | knows our client"})
    void tellsAClientThatIsUnknownFromOneThatMayNot(String description, String said) {
        var body = "{\"error\": \"unauthorized_client\", \"error_description\": \"" + description + "\"}";

        assertThat(Verdict.of(answer(400, body, Map.of()), "").sentence()).contains(said);
    }

    @Test
    void readsTheErrorOfAHeader() {
        var headers = Map.of("WWW-Authenticate", List.of("Bearer realm=\"x\", error=\"invalid_request\", error_description=\"y\""));

        assertThat(Verdict.of(answer(401, "", headers), "").whose()).isEqualTo(Whose.OUR_REQUEST);
    }

    @ParameterizedTest
    @CsvSource({"CERTIFICATE_NOT_TAKEN,OUR_CERTIFICATE", "SERVER_NOT_TRUSTED,THEIR_SERVER", "NO_TLS,THEIR_SERVER",
        "PROXY_IN_THE_WAY,OUR_PROXY", "HUNG_UP,UNCLEAR", "CUT_OFF,UNCLEAR", "NOT_REACHED,THEIR_OUTAGE",
        "TIMED_OUT,THEIR_OUTAGE", "TOO_LARGE,THEIR_OUTAGE", "GARBLED,THEIR_OUTAGE"})
    void tellsWhoseACallWithoutAnAnswerIs(How how, Whose whose) {
        assertThat(Verdict.of(new CallFailed(how, "x")).whose()).isEqualTo(whose);
    }

    private static Answer answer(int status, String body, Map<String, List<String>> headers) {
        return new Answer(status, HttpHeaders.of(headers, (name, value) -> true), body);
    }
}
