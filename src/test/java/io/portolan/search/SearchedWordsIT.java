package io.portolan.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class SearchedWordsIT {

    private final JdbcClient database = JdbcClient.create(TestDatabase.fresh());

    @Test
    void keepsEachWordWithoutCaseAndAccentsAsAWholeAndByItsParts() {
        assertThat(words("Žádost XX-Quay\tzadost")).isEqualTo("'quay' 'xx' 'xx-quay' 'zadost'");
    }

    @Test
    void keepsTheBeginningOfAWordThatIsTooLongForTheIndex() {
        assertThat(words("銀".repeat(1900))).isEqualTo("'" + "銀".repeat(100) + "'");
    }

    @Test
    void keepsNothingOfNothing() {
        assertThat(words(" \n ")).isEmpty();
        assertThat(database.sql("select search_words(null)::text").query(String.class).single()).isEmpty();
    }

    private String words(String text) {
        return database.sql("select search_words(:text)::text").param("text", text).query(String.class).single();
    }
}
