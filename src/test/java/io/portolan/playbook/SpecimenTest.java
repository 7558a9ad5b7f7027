package io.portolan.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpecimenTest {

    @ParameterizedTest
    @ValueSource(strings = {"Ticket (TW-\\d+)", "^PSD[A-Z]{2}-(.+)$", "Client ID: (\\S+)", "/confirm/", "\\d{6}", "[^\\s\"<]+", "code: ?(?<code>[0-9a-f]{8,})",
            "(?i)key (?:is|was) ([\\w.-]+?)\\.", "https://[^ ]+/activate\\?token=[A-Za-z0-9_-]{20,40}", "answer by (\\d{4}-\\d{2}-\\d{2})", "contract.*\\.pdf",
            "\\bAPI-\\p{Upper}{3}\\b", "a|b(c|d)", "\"secret\"\\s*:\\s*\"([^\"]+)\"", "[\\]x]+", "x{2}?y*+z", ""})
    void makesUpATextThatThePatternFits(String pattern) {
        assertThat(Specimen.of(pattern)).hasValueSatisfying(text -> assertThat(text).containsPattern(Pattern.compile(pattern)));
    }

    @Test
    void makesUpMoreThanOneCharacterWhereItMay() {
        assertThat(Specimen.of("ID: (\\S+)").orElseThrow()).hasSizeGreaterThan(8);
    }

    @Test
    void saysWhereItCannot() {
        assertThat(Specimen.of("a(?=b)c")).isEmpty();
        assertThat(Specimen.of("[")).isEmpty();
    }
}
