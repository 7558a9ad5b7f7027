package io.portolan.bankapi;

import io.portolan.bankapi.SignReader.Reading;
import io.portolan.playbook.Capture;
import io.portolan.playbook.Sign;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says an answer to people in words: the reason or the question that stands in it, or else what the sign has found; the answer itself is evidence. */
final class Spoken {

    private static final int LONGEST = 600;

    private Spoken() {
    }

    /** What an answer says that one of the leg's signs has read so; the excerpt is what may be shown of it. */
    static String of(Answer answer, Reading reading, Filling filling, String excerpt) {
        return told(answer, reading, filling).or(() -> Transcript.isInWords(answer) ? Optional.of(excerpt) : Optional.empty())
                .or(() -> SignReader.first(signs(reading, filling), answer, filling).map(sign -> found(sign, answer, filling)))
                .orElse(excerpt);
    }

    /** The reason or the question that the playbook finds in the answer; what the vault keeps is never said. */
    static Optional<String> told(Answer answer, Reading reading, Filling filling) {
        var what = reading == Reading.ASK ? List.of(Capture.Tells.QUESTION, Capture.Tells.REJECTION_REASON)
                : List.of(Capture.Tells.REJECTION_REASON, Capture.Tells.QUESTION);
        return what.stream().flatMap(tells -> filling.run().order().leg().captures().values().stream()
                .filter(capture -> capture.tells() == tells && !capture.secret())
                .flatMap(capture -> CaptureReader.value(capture.from(), answer).flatMap(capture::taken).stream()))
                .map(String::strip).filter(text -> !text.isEmpty()).findFirst().map(text -> shown(text, filling));
    }

    private static List<Sign> signs(Reading reading, Filling filling) {
        var signs = filling.run().order().leg().signs();
        return switch (reading) {
            case REJECTED -> signs.rejectedWhen();
            case WAIT -> signs.waitWhen();
            case ASK -> signs.askWhen();
            case DONE, NONE -> List.of();
        };
    }

    private static String found(Sign sign, Answer answer, Filling filling) {
        var found = new ArrayList<String>();
        if (sign.json() != null && !sign.json().isEmpty()) {
            found.add(sign.json().keySet().stream().map(pointer -> pointer.substring(1).replace('/', '.') + " is \""
                    + answer.at(pointer).orElse("") + "\"").collect(Collectors.joining(", ")));
        }
        if (sign.text() != null) {
            found.add("it says \"" + filling.fill(sign.text()) + "\"");
        }
        if (found.isEmpty()) {
            found.add("it answered " + answer.status());
        }
        return shown(String.join(", and ", found), filling);
    }

    private static String shown(String text, Filling filling) {
        var masked = filling.run().masks().masked(text);
        return masked.length() > LONGEST ? masked.substring(0, LONGEST) + "…" : masked;
    }
}
