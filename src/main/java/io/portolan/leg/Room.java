package io.portolan.leg;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How many more legs of each means this process may take; a place counts from before its leg is taken until the means is done with it. */
@Component
class Room {

    private final MeansByName means;
    private final Map<String, Integer> taken = new HashMap<>();

    Room(MeansByName means) {
        this.means = means;
    }

    /** The means that can act on only so many legs at the same time. */
    List<String> bounded() {
        return means.names().stream().filter(this::isBounded).toList();
    }

    /** The means that can act on any number. */
    List<String> unbounded() {
        return means.names().stream().filter(name -> !isBounded(name)).toList();
    }

    /** Reserves up to so many places and says how many there were. */
    synchronized int reserve(String name, int most) {
        if (!isBounded(name)) {
            return most;
        }
        var already = taken.getOrDefault(name, 0);
        var places = Math.max(0, Math.min(most, means.get(name).atOnce() - already));
        taken.put(name, already + places);
        return places;
    }

    /** Reserves one place of each means that has one. */
    List<String> reserveOneOfEach() {
        return means.names().stream().filter(name -> reserve(name, 1) == 1).toList();
    }

    synchronized void giveBack(String name, int places) {
        if (isBounded(name)) {
            taken.put(name, Math.max(0, taken.getOrDefault(name, 0) - places));
        }
    }

    void giveBack(Collection<String> names) {
        names.forEach(name -> giveBack(name, 1));
    }

    private boolean isBounded(String name) {
        return means.get(name).atOnce() != Integer.MAX_VALUE;
    }
}
