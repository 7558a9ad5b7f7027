package io.portolan.bankapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.leg.FakeLegRun;
import io.portolan.vault.Secret;
import java.net.http.HttpHeaders;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WholeAnswersTest {

    private final FakeLegRun run = new FakeLegRun(null);

    private String kept(Answer answer) {
        WholeAnswers.keep(run, answer);
        return run.keptAnswer().orElseThrow().reveal(CharSequence::toString);
    }

    private static Answer answer(Map<String, List<String>> headers, String body) {
        return new Answer(201, HttpHeaders.of(headers, (name, value) -> true), body);
    }

    @Test
    void keepsAnAnswerAsPeopleKnowItFromHttp() {
        assertThat(kept(answer(Map.of("Content-Type", List.of("application/json")), "{\n\n  \"a\": \"ß\"}")))
                .isEqualTo("201\nContent-Type: application/json\n\n{\n\n  \"a\": \"ß\"}");
        assertThat(kept(answer(Map.of(), ""))).isEqualTo("201\n\n");
    }

    @Test
    void givesBackWhatItHasKept() {
        var headers = new LinkedHashMap<String, List<String>>();
        headers.put(":status", List.of("201"));
        headers.put("Location", List.of("https://bank.example/apps/1: 2"));
        headers.put("Set-Cookie", List.of("a=1", "b=2"));
        headers.put("X-Empty", List.of(""));
        headers.put("X-Folded", List.of("one\r\n two"));
        for (var body : List.of("", "\n\n\n", "a: b\n\nc", "{\"id\": 1}\r\n")) {
            kept(answer(headers, body));
            assertThat(WholeAnswers.kept(run)).hasValueSatisfying(again -> {
                assertThat(again.status()).isEqualTo(201);
                assertThat(again.body()).isEqualTo(body);
                assertThat(again.headers().allValues("set-cookie")).containsExactly("a=1", "b=2");
                assertThat(again.headers().map()).hasSize(5).containsEntry("Location", headers.get("Location")).containsEntry("X-Empty", List.of(""))
                        .containsEntry("X-Folded", List.of("one  two"));
            });
        }
    }

    @Test
    void keepsNoAnswerThatIsTooLarge() {
        WholeAnswers.keep(run, answer(Map.of(), "x".repeat(200_001)));
        assertThat(run.keptAnswer()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3cr3t", "s3cr3t\n\nbody", "201\ns3cr3t\n\nbody", "{\"status\":201,\"body\":\"s3cr3t\"}", ""})
    void saysNothingOfWhatItCannotRead(String kept) {
        run.keepAnswer(Secret.of(kept));
        assertThatThrownBy(() -> WholeAnswers.kept(run)).isInstanceOf(IllegalStateException.class).hasNoCause()
                .hasMessage("an answer that was kept cannot be read");
    }
}
