package io.portolan.rehearsal;

import java.util.List;

/**
 * How far a rehearsal is.
 *
 * @param done how many of its legs were tried, each once on each walk
 * @param legs how many there are on all walks; 0 as long as nobody has counted them
 * @param latest what was tried last, the newest last, as lines for people
 */
public record RehearsalProgress(int done, int legs, List<String> latest) {

    /** Before the first leg. */
    static final RehearsalProgress NONE = new RehearsalProgress(0, 0, List.of());

    /** The same with a copy of the lines. */
    public RehearsalProgress {
        latest = List.copyOf(latest);
    }
}
