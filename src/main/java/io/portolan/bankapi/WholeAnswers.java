package io.portolan.bankapi;

import io.portolan.leg.LegRun;
import io.portolan.vault.Secret;
import java.net.http.HttpHeaders;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** Keeps the answer to a call that must not be made twice whole, before anything of it is read, and gives it to a run that goes on after a kill or by a repaired playbook. */
final class WholeAnswers {

    /** What is larger holds no few credentials; it is read at once, as if there were no kills. */
    private static final int MOST_CHARACTERS = 200_000;

    private static final String FIELD = ": ";
    private static final String BODY = "\n\n";

    private WholeAnswers() {
    }

    static void keep(LegRun run, Answer answer) {
        if (!fits(answer)) {
            return;
        }
        try (var whole = Secret.of(written(answer))) {
            run.keepAnswer(whole);
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

    /** As people know it from HTTP: the status, the header fields, an empty line, and the body as it came. */
    private static String written(Answer answer) {
        return answer.headers().map().entrySet().stream()
                .flatMap(field -> field.getValue().stream().map(value -> field.getKey() + FIELD + value.replaceAll("[\r\n]+", " ") + "\n"))
                .collect(Collectors.joining("", answer.status() + "\n", "\n" + answer.body()));
    }

    private static Answer read(CharSequence written) {
        var text = written.toString();
        int end = text.indexOf(BODY);
        var head = text.substring(0, Math.max(end, 0)).split("\n");
        if (!head[0].matches("\\d{3}") || Arrays.stream(head).skip(1).anyMatch(line -> !line.contains(FIELD))) {
            // a sentence of its own, since that of a parser would hold what it could not read
            throw new IllegalStateException("an answer that was kept cannot be read");
        }
        var headers = Arrays.stream(head).skip(1).map(line -> line.split(FIELD, 2))
                .collect(Collectors.groupingBy(field -> field[0], Collectors.mapping(field -> field[1], Collectors.toList())));
        return new Answer(Integer.parseInt(head[0]), HttpHeaders.of(headers, (name, value) -> true), text.substring(end + BODY.length()));
    }
}
