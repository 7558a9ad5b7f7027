package io.portolan.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.refusal.Refused;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    @Test
    void readsWhatItHasWritten() {
        var cursor = new Cursor(Instant.parse("2026-11-22T10:15:30.123456Z"), "an id with spaces");
        assertThat(Cursor.read(cursor.written())).isEqualTo(cursor);
    }

    @Test
    void beginsAtTheFirstPageWithoutACursor() {
        assertThat(Cursor.read(null)).isNull();
        assertThat(Cursor.read(" ")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%%%", "YWJj", "MjAyNi0xMS0yMlQxMDoxNTozMFo", "eWVzdGVyZGF5IGlk"})
    void rejectsATextThatNoPageGave(String text) {
        assertThatThrownBy(() -> Cursor.read(text)).isInstanceOfSatisfying(Refused.class,
                refused -> assertThat(refused.code()).isEqualTo("invalid-cursor"));
    }
}
