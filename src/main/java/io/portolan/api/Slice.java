package io.portolan.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.portolan.refusal.Refused;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A page of a list.
 *
 * @param next the cursor of the next page, or null where this is the last
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record Slice<T>(List<T> items, String next) {

    private static final int USUAL = 50;
    private static final int MOST = 200;

    /** How many are asked for: 50 where nothing is said, never more than 200. */
    static int limit(Integer asked) {
        if (asked == null) {
            return USUAL;
        }
        if (asked < 1 || asked > MOST) {
            throw Refused.invalid("invalid-limit", "limit must be between 1 and " + MOST + ".",
                    Map.of("limit", "between 1 and " + MOST));
        }
        return asked;
    }

    /** The cursor that a page before gave, or null for the first page. */
    static String after(String cursor) {
        return cursor == null || cursor.isBlank() ? null : cursor;
    }

    /** The page of a whole list that follows the item with the cursor's key; keys are unique. */
    static <S, T> Slice<T> of(List<S> all, Function<S, String> key, String cursor, Integer limit,
            Function<S, T> view) {
        int from = cursor == null || cursor.isBlank() ? 0 : after(all, key, cursor);
        int to = Math.min(all.size(), from + limit(limit));
        var items = all.subList(from, to).stream().map(view).toList();
        return new Slice<>(items, to < all.size() ? key.apply(all.get(to - 1)) : null);
    }

    private static <S> int after(List<S> all, Function<S, String> key, String cursor) {
        for (int i = 0; i < all.size(); i++) {
            if (key.apply(all.get(i)).equals(cursor)) {
                return i + 1;
            }
        }
        throw Refused.invalid("invalid-cursor", "This cursor is none that was given out here.",
                Map.of("cursor", "one that an earlier page gave as next"));
    }
}
