package io.portolan.bankapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.leg.FakeLegRun;
import io.portolan.playbook.Sign;
import io.portolan.playbook.Template;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignReaderTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{\"state\": \"Active\"}            | Active        | true",
        "{\"state\": \"ACTIVE\"}            | Active        | true",
        "{\"state\": \"Inactive\"}          | Active        | false",
        "{\"state\": \"NOT_ACTIVE\"}        | Active        | false",
        "{\"text\": [\"Done.\\nApproved\"]} | Approved      | true",
        "{\"text\": \"Gepr\\u00fcft\"}      | geprüft       | true",
        "<p>Your client is<br>active</p>    | active        | true",
        "It was disapproved.                | approved      | false",
        "{\"state\":\"LIVE\"}               | \"state\":\"LIVE\" | true",
    })
    void readsTextAsWholeWordsInAnyCase(String body, String words, boolean shows) {
        var sign = new Sign(new Template(words), null, null, null, List.of(), Map.of(), null, Set.of());
        var answer = new Answer(200, HttpHeaders.of(Map.of(), (name, value) -> true), body);
        assertThat(SignReader.any(List.of(sign), answer, new Filling(new FakeLegRun(null)))).isEqualTo(shows);
    }
}
