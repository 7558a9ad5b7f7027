package io.portolan.database;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * One look at much of the same: within it each question is asked of the database once, for all that is looked at, and answered from that. What is written
 * meanwhile is not seen, so nothing is decided by it for good. It belongs to the thread that looks.
 */
public final class OneLook {

    private static final ThreadLocal<Map<Object, Object>> KNOWN = new ThreadLocal<>();

    private OneLook() {
    }

    /** Looks so while this is done; within another look it is part of that. */
    public static <T> T during(Supplier<T> work) {
        if (isOpen()) {
            return work.get();
        }
        KNOWN.set(new HashMap<>());
        try {
            return work.get();
        } finally {
            KNOWN.remove();
        }
    }

    /** Whether the thread is looking so: then it is worth to ask for many at once. */
    public static boolean isOpen() {
        return KNOWN.get() != null;
    }

    /** The answer to a question, which is asked only the first time in a look, and each time outside of one. */
    @SuppressWarnings("unchecked")
    public static <T> T once(Object question, Supplier<T> answer) {
        var known = KNOWN.get();
        if (known == null) {
            return answer.get();
        }
        var there = known.get(question);
        if (there == null) {
            // an answer may ask further questions
            there = answer.get();
            known.put(question, there);
        }
        return (T) there;
    }
}
