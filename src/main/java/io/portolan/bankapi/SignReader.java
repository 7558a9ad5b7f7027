package io.portolan.bankapi;

import com.fasterxml.jackson.databind.JsonNode;
import io.portolan.playbook.Seen;
import io.portolan.playbook.Sign;
import io.portolan.playbook.Signs;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Reads from an answer how a leg stands. */
final class SignReader {

    /** How it stands. */
    enum Reading { DONE, REJECTED, WAIT, ASK, NONE }

    private SignReader() {
    }

    /** Reads the signs in the order done, rejected, wait, ask; where nothing is said of done, a 2xx is. */
    static Reading read(Signs signs, Answer answer, Filling filling) {
        if (any(signs.doneWhen(), answer, filling)) {
            return Reading.DONE;
        }
        if (any(signs.rejectedWhen(), answer, filling)) {
            return Reading.REJECTED;
        }
        if (any(signs.waitWhen(), answer, filling)) {
            return Reading.WAIT;
        }
        if (any(signs.askWhen(), answer, filling)) {
            return Reading.ASK;
        }
        return signs.doneWhen().isEmpty() && answer.isSuccess() ? Reading.DONE : Reading.NONE;
    }

    static boolean any(List<Sign> signs, Answer answer, Filling filling) {
        return first(signs, answer, filling).isPresent();
    }

    /** The first of the signs that the answer shows. */
    static Optional<Sign> first(List<Sign> signs, Answer answer, Filling filling) {
        return signs.stream().filter(sign -> holds(sign, answer, filling)).findFirst();
    }

    private static boolean holds(Sign sign, Answer answer, Filling filling) {
        if (sign.visible() != null || sign.gone() != null || sign.url() != null || sign.subject() != null) {
            // signs of a page or a mail; the playbook's reader says so where it can
            return false;
        }
        var hasStatus = sign.status() == null || sign.status().isEmpty() || sign.status().contains(answer.status());
        var hasText = sign.text() == null || says(answer, filling.fill(sign.text()).text());
        var hasJson = sign.json() == null || sign.json().entrySet().stream().allMatch(expected -> answer.at(expected.getKey())
                .filter(value -> expected.getValue().equals("*") || expected.getValue().equals(value)).isPresent());
        return hasStatus && hasText && hasJson;
    }

    /** In what is written, or in a text of the JSON without what escapes it there. */
    private static boolean says(Answer answer, String words) {
        return Seen.says(answer.body(), words) || says(answer.json(), words);
    }

    private static boolean says(JsonNode node, String words) {
        return node.isTextual() && Seen.says(node.textValue(), words)
                || node.isContainerNode() && StreamSupport.stream(node.spliterator(), false).anyMatch(each -> says(each, words));
    }
}
