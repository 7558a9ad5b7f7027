package io.portolan.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.worklist.Task;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecretWordsTest {

    private static List<String> marked(String text, String... labels) {
        var words = SecretWords.of(List.of(labels).stream().map(label -> new Task.SecretOffer("name", label)).toList());
        return words.parts(text).stream().map(part -> part.isSecret() ? "[" + part.text() + "]" : part.text()).toList();
    }

    @Test
    void findsSecretsByTheirLabelsAndDots() {
        assertThat(marked("Get a token with client id and client secret.", "Client secret")).containsExactly("Get a token with client id and ", "[client secret]", ".");
        assertThat(marked("Bearer ••• of us", "Key")).containsExactly("Bearer ", "[•••]", " of us");
        assertThat(marked("Secret (client secret)", "Secret (client secret)", "Secret")).as("the longest").containsExactly("[Secret (client secret)]");
        assertThat(marked("Keys of monkeys with a key-id", "Key")).as("whole words only").containsExactly("Keys of monkeys with a key-id");
    }

    @Test
    void leavesTextsAloneWhereThereAreNoSecrets() {
        assertThat(marked("Bearer ••• and $1")).containsExactly("Bearer ••• and $1");
        assertThat(marked("", "Key")).isEmpty();
    }
}
