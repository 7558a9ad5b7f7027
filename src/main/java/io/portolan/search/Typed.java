package io.portolan.search;

import io.portolan.database.Words;
import java.util.List;
import java.util.stream.Stream;

/** What somebody has typed: words by whose beginnings things are found; case and accents count for nothing. */
final class Typed {

    private static final int WORDS = 8;
    private static final int LONGEST = 100;
    /** The beginning that a single letter is belongs to too much. */
    private static final int SHORTEST = 2;

    private final String raw;
    private final List<String> words;

    Typed(String text) {
        this.raw = text == null ? "" : text.strip();
        this.words = Stream.of(Words.plain(raw.length() > 1000 ? raw.substring(0, 1000) : raw).split("\\s+")).filter(word -> word.length() >= SHORTEST)
                .map(word -> word.length() > LONGEST ? word.substring(0, LONGEST) : word).distinct().limit(WORDS).toList();
    }

    List<String> words() {
        return words;
    }

    /** As it was typed. */
    String raw() {
        return raw;
    }
}
