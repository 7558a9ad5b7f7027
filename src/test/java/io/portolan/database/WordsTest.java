package io.portolan.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void asksForTheBeginningsOfAllWordsWithoutCaseAndAccents() {
        assertThat(Words.all("  Žádost\tQUAY ")).isEqualTo("'zadost':* & 'quay':*");
    }

    @Test
    void findsAWordWithSignsAsAWholeOrByItsParts() {
        assertThat(Words.all("xx-quay")).isEqualTo("('xx-quay':* | ('xx' & 'quay':*))");
        assertThat(Words.all("ab:cd")).contains("'abcd':*");
    }

    @Test
    void takesSignsOfAQueryForCharacters() {
        assertThat(Words.all("' | ! \\")).isEqualTo("'''':* & '|':* & '!':* & '\\\\':*");
    }

    @Test
    void asksForNothingWhereNoWordIs() {
        assertThat(Words.all(" \t ")).isNull();
    }

    @Test
    void looksForNoMoreThanAFewShortWords() {
        var many = IntStream.range(0, 50).mapToObj(n -> "w".repeat(300) + n).collect(Collectors.joining(" "));

        assertThat(Words.all(many)).hasSizeLessThan(1000);
        assertThat(Words.all(IntStream.range(0, 50).mapToObj(n -> "word" + n).collect(Collectors.joining(" "))).split(" & ")).hasSize(8);
    }
}
