package io.portolan.console;

import static io.portolan.console.Messages.say;

import io.portolan.leg.Filled;
import io.portolan.worklist.Task;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds in the texts of a task where they speak of its secrets, so that each place leads to where they can be shown. */
record SecretWords(Pattern words) {

    /** A piece of a text, and whether it speaks of a secret. */
    record Part(String text, boolean isSecret) {

        /** What dots are called by who cannot see them; null for words. */
        public String label() {
            return text.equals(Filled.DOTS) ? say("task.a-secret-see-the-secrets") : null;
        }
    }

    static SecretWords of(List<Task.SecretOffer> secrets) {
        return new SecretWords(secrets.isEmpty() ? null : Pattern.compile(Stream.concat(Stream.of(Pattern.quote(Filled.DOTS)),
                secrets.stream().map(Task.SecretOffer::label).sorted(Comparator.comparing(String::length).reversed())
                        .map(label -> "(?<![\\p{L}\\p{N}-])" + Pattern.quote(label) + "(?![\\p{L}\\p{N}-])"))
                .collect(Collectors.joining("|")), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
    }

    /** The text in pieces, none of which is empty. */
    List<Part> parts(String text) {
        if (words == null) {
            return List.of(new Part(text, false));
        }
        var parts = new ArrayList<Part>();
        var found = words.matcher(text);
        var from = 0;
        while (found.find()) {
            if (found.start() > from) {
                parts.add(new Part(text.substring(from, found.start()), false));
            }
            parts.add(new Part(found.group(), true));
            from = found.end();
        }
        if (from < text.length()) {
            parts.add(new Part(text.substring(from), false));
        }
        return parts;
    }
}
