package io.portolan.search;

import java.time.Instant;

/**
 * Something that was found.
 *
 * @param tpp whose it is, or null
 * @param bank the id of its bank, or null
 * @param title what it is called
 * @param note what tells it from others of that title, or null
 * @param state how it stands, as a word in capitals, or null
 * @param at when it came about, or null
 */
public record Hit(Kind kind, String id, String tpp, String bank, String title, String note, String state, Instant at) {

    /** The address of its page. */
    public String page() {
        return kind.page(id);
    }
}
