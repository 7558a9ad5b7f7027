package io.portolan.bankapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.portolan.leg.LegRun;
import io.portolan.vault.Secret;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps the answer to a call that must not be made twice whole, before anything of it is read, and gives it to a run that goes on after a kill or by a repaired playbook. */
final class WholeAnswers {

    /** What is larger holds no few credentials; it is read at once, as if there were no kills. */
    private static final int MOST_CHARACTERS = 200_000;

    /** An answer as it is kept. */
    private record Written(int status, Map<String, List<String>> headers, String body) { }

    private WholeAnswers() {
    }

    static void keep(LegRun run, Answer answer) {
        if (!fits(answer)) {
            return;
        }
        try (var whole = Secret.of(Answer.JSON.writeValueAsString(new Written(answer.status(), answer.headers().map(), answer.body())))) {
            run.keepAnswer(whole);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer can always be written", e);
        }
    }

    /** Whether it is of a size that is held. */
    static boolean fits(Answer answer) {
        return answer.body().length() <= MOST_CHARACTERS;
    }

    static Optional<Answer> kept(LegRun run) {
        return run.keptAnswer().map(whole -> {
            try (whole) {
                return whole.reveal(WholeAnswers::read);
            }
        });
    }

    private static Answer read(CharSequence written) {
        try {
            var answer = Answer.JSON.readValue(written.toString(), Written.class);
            return new Answer(answer.status(), HttpHeaders.of(answer.headers(), (name, value) -> true), answer.body());
        } catch (JsonProcessingException unreadable) {
            // its message would hold what it could not read
            throw new IllegalStateException("an answer that was kept cannot be read");
        }
    }
}
