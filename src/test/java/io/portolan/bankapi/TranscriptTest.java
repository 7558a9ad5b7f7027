package io.portolan.bankapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.leg.Masks;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TranscriptTest {

    private static final Masks NONE = new Known(List.of());

    @Test
    void hidesWhatIsSecretByNameOrByPointer() {
        var kept = Transcript.of(answer("""
                {"client_id": "c1", "client_secret": "one", "token_endpoint_auth_method": "tls_client_auth", "token_type": "bearer",
                 "keys": [{"apiKey": "two"}], "odd": {"name/x": "three"}}"""), List.of("/odd/name~1x", "/missing/one"), NONE);

        assertThat(kept).contains("c1", "tls_client_auth", "bearer").doesNotContain("one\"", "two", "three");
    }

    @Test
    void hidesTokensInAnswersThatAreNoJson() {
        assertThat(Transcript.of(answer("access_token=one&scope=aisp"), List.of(), NONE)).contains("scope=aisp").doesNotContain("one");
        assertThat(Transcript.of(answer("{\"client_secret\": \"two\", broken"), List.of(), NONE)).doesNotContain("two");
    }

    @Test
    void hidesHeaderFieldsThatLetSomebodyIn() {
        assertThat(Transcript.header("Authorization", "Bearer one", false)).isEqualTo("Authorization: •••\n");
        assertThat(Transcript.header("X-API-Key", "two", false)).isEqualTo("X-API-Key: •••\n");
        assertThat(Transcript.header("apikey", "two", false)).isEqualTo("apikey: •••\n");
        assertThat(Transcript.header("X-Other", "three", true)).isEqualTo("X-Other: •••\n");
        assertThat(Transcript.header("X-Request-ID", "four", false)).isEqualTo("X-Request-ID: four\n");
    }

    @Test
    void hidesWhatIsSecretWithinHeaderFields() {
        assertThat(Transcript.header("Location", "https://bank.example/cb#Refresh_Token=one&state=s", false))
                .isEqualTo("Location: https://bank.example/cb#Refresh_Token=•••&state=s\n");
        assertThat(Transcript.header("X-Debug", "ApiKey: two, CLIENT_SECRET=three", false)).doesNotContain("two", "three");
        assertThat(Transcript.header("X-Debug", "a token=none of ours", false)).isEqualTo("X-Debug: a token=none of ours\n");
    }

    @Test
    void hidesNumbersAndWhatLiesDeeperUnderASecretName() {
        var kept = Transcript.of(answer("""
                {"api_key": 12345678, "tokens": ["eyJone", {"of": "two-is-secret"}], "password": {"value": "three-is-secret"}, "token_count": true}"""),
                List.of(), NONE);

        assertThat(kept).contains("api_key", "tokens", "true").doesNotContain("12345678", "eyJone", "two-is", "three-is");
    }

    @Test
    void hidesSecretsOfAnyCharactersInPlainText() {
        assertThat(Transcript.of(answer("client_secret: k;(/%,tail}&end\nname: x"), List.of(), NONE)).contains("name: x").doesNotContain("tail", "end", "k;(");
        assertThat(Transcript.of(answer("client_secret=a,b}c&scope=aisp"), List.of(), NONE)).contains("scope=aisp").doesNotContain("a,b", "}c");
    }

    @Test
    void saysInShortWhatTheBankSays() {
        assertThat(Transcript.excerpt(answer("{\"error\": \"invalid_client\", \"error_description\": \"unknown\"}"), NONE))
                .isEqualTo("401 invalid_client: unknown");
        assertThat(Transcript.excerpt(answer("{\"tppMessages\": [{\"code\": \"X\", \"text\": \"This TPP is not registered.\"}]}"), NONE))
                .isEqualTo("401 X: This TPP is not registered.");
        assertThat(Transcript.excerpt(answer(""), NONE)).isEqualTo("401");
    }

    @Test
    void masksBeforeItCuts() {
        var said = "x".repeat(290) + "s3cret-value-1234567890";

        assertThat(Transcript.excerpt(answer(said), new Known(List.of("s3cret-value-1234567890")))).doesNotContain("s3cret");
    }

    private static Answer answer(String body) {
        return new Answer(401, HttpHeaders.of(Map.of(), (name, value) -> true), body);
    }

    private record Known(List<CharSequence> values) implements Masks {
        @Override
        public void add(CharSequence secret) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String masked(String text) {
            var masked = text;
            for (var value : values) {
                masked = masked.replace(value, "•••");
            }
            return masked;
        }
    }
}
