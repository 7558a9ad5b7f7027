package io.portolan.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.refusal.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SliceTest {

    private final List<String> all = IntStream.range(0, 7).mapToObj(String::valueOf).toList();

    @Test
    void givesEveryItemOnceFromPageToPage() {
        var seen = new ArrayList<String>();
        String cursor = null;
        do {
            var page = Slice.of(all, UnaryOperator.identity(), cursor, 3, item -> item);
            assertThat(page.items()).hasSizeLessThanOrEqualTo(3);
            seen.addAll(page.items());
            cursor = page.next();
        } while (cursor != null);
        assertThat(seen).isEqualTo(all);
    }

    @Test
    void hasNoNextPageAfterTheLastItem() {
        assertThat(Slice.of(all, UnaryOperator.identity(), null, 7, item -> item).next()).isNull();
    }

    @Test
    void refusesACursorThatWasNeverGivenOut() {
        assertThatThrownBy(() -> Slice.of(all, UnaryOperator.identity(), "x", 3, item -> item))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.code()).isEqualTo("invalid-cursor"));
    }

    @Test
    void refusesALimitBeyondTwoHundred() {
        assertThat(Slice.limit(null)).isEqualTo(50);
        assertThat(Slice.limit(200)).isEqualTo(200);
        assertThatThrownBy(() -> Slice.limit(201)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> Slice.limit(0)).isInstanceOf(Refused.class);
    }
}
