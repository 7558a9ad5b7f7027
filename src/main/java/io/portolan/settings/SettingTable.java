package io.portolan.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Every setting there is, as the operating manual lists them: that table is the one place where their meanings are written. */
@Component
class SettingTable {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(portolan\\.[^`]+)` \\| ([^|]*) \\| ([^|]*) \\|$");

    private final List<Row> rows;

    SettingTable() {
        try {
            var manual = new ClassPathResource("operating.md").getContentAsString(StandardCharsets.UTF_8);
            rows = ROW.matcher(manual).results().map(row -> new Row(row.group(1), standard(row.group(2)), row.group(3).replace("`", ""))).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A setting as it is documented; {@code <name>} in its name stands for any word. */
    record Row(String name, String standard, String meaning) { }

    List<Row> rows() {
        return rows;
    }

    private static String standard(String cell) {
        var text = cell.replace("`", "").strip();
        return "–".equals(text) ? null : text;
    }
}
