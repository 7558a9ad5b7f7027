package io.portolan.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class EventTypeTest {

    private static final Path DOCUMENT = Path.of("docs/notices.md");
    private static final Pattern TOLD = Pattern.compile("'([a-z]+(?:-[a-z]+)+)'");
    /** Told by code and not by a trigger. */
    private static final Set<EventType> BY_CODE = Set.of(EventType.TASK_DUE, EventType.EXPIRY_NEAR, EventType.TOKEN_EXPIRY_NEAR, EventType.WEBHOOK_PAUSED);

    @Test
    void isToldByATriggerUnlessByCode() throws IOException {
        var words = new TreeSet<String>();
        var sql = Files.readString(Path.of("src/main/resources/db/migration/V021__notice_events.sql")).replaceAll("(?m)--.*$", "");
        TOLD.matcher(sql).results().forEach(word -> words.add(word.group(1)));
        words.remove("promise-broken");

        assertThat(words).containsExactlyElementsOf(Arrays.stream(EventType.values()).filter(type -> !BY_CODE.contains(type) && type.word().contains("-"))
                .map(EventType::word).collect(Collectors.toCollection(TreeSet::new)));
        assertThat(sql).contains("'rejected'", "'failed'");
    }

    @Test
    void isListedInTheDocument() throws IOException {
        var begin = "<!-- types: from EventType -->\n";
        var text = Files.readString(DOCUMENT);
        int from = text.indexOf(begin) + begin.length();
        int to = text.indexOf("<!-- end of types -->");
        var rows = "| Type | Told when | To |\n|---|---|---|\n" + Arrays.stream(EventType.values()).map(type -> "| `%s` | %s | %s |%n".formatted(type.word(), type.meaning().replaceAll("portolan\\.[a-z.-]+[a-z]", "`$0`"),
                type.role().name().toLowerCase(Locale.ROOT) + "s")).collect(Collectors.joining());
        if (Boolean.getBoolean("update")) {
            Files.writeString(DOCUMENT, text.substring(0, from) + rows + text.substring(to));
        } else {
            assertThat(text.substring(from, to)).as("rewrite it with -Dtest=EventTypeTest -Dupdate").isEqualTo(rows);
        }
    }
}
