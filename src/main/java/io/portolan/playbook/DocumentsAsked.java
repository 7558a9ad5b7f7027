package io.portolan.playbook;

import java.util.Set;
import java.util.TreeSet;

/** The documents of ours that a bank is handed. */
public final class DocumentsAsked {

    private DocumentsAsked() {
    }

    /** The names of those that a leg hands over; what is outside of legs hands over none. */
    public static Set<String> of(Leg leg) {
        var names = new TreeSet<String>();
        if (leg.work() instanceof Record work) {
            Walk.through(work, "", (path, owner, key, value) -> {
                if (value instanceof Template template) {
                    template.places().stream().filter(place -> place.startsWith(Places.DOCUMENT)).map(place -> place.substring(Places.DOCUMENT.length())).forEach(names::add);
                }
            });
        }
        return names;
    }
}
