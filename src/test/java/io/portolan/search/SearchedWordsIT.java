package io.portolan.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.TestDatabase;
import java.util.Set;
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

    /** The planner takes each two-hundredth of a table for what any beginning of a word has. */
    @Test
    void findsWhatIsRareAndOldAlsoWhereTheDatabaseTakesItsWordForACommonOne() {
        database.sql("""
                insert into search_entries (kind, id, tpp, bank, title, note, at, words)
                select 'TASK', 'id-' || i, 'xx-harbour', 'quay', 'word' || i, '', now() - i * interval '1 minute', array_to_tsvector(array[' kind:TASK', 'word' || i])
                from generate_series(1, 320000) i""").update();
        database.sql("analyze search_entries").update();

        assertThat(new JdbcSearchEntries(database).find("'word319999':*", Set.of(Kind.TASK), "word319999", 5).hits()).extracting(Hit::id).containsExactly("id-319999");
    }

    private String words(String text) {
        return database.sql("select search_words(:text)::text").param("text", text).query(String.class).single();
    }
}
