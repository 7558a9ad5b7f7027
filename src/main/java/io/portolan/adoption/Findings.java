package io.portolan.adoption;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is found, up to as much as somebody would read. */
final class Findings {

    private static final int MOST = 1_000;

    private final List<Finding> all = new ArrayList<>();
    private boolean isMore;

    void add(int line, String column, String code, String what, String right) {
        if (all.size() < MOST) {
            all.add(new Finding(line, column, code, what, right));
        } else {
            isMore = true;
        }
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    boolean isFull() {
        return isMore;
    }

    /** By line; where there are too many, the last one says so. */
    List<Finding> all() {
        var sorted = new ArrayList<>(all);
        sorted.sort(Comparator.comparingInt(Finding::line));
        if (isMore) {
            sorted.add(new Finding(0, null, "more", "There is more than these " + MOST + ".", "Put these right first."));
        }
        return List.copyOf(sorted);
    }
}
