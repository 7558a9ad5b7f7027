package io.portolan.search;

import java.util.List;

/** What was found, in groups by kind; a kind of which nothing was found has none. */
public record Found(List<Group> groups) {

    /** Things of one kind, the newest first; {@code more} where there are more than are shown. */
    public record Group(Kind kind, List<Hit> hits, boolean more) { }

    /** How many things are shown. */
    public int number() {
        return groups.stream().mapToInt(group -> group.hits().size()).sum();
    }
}
