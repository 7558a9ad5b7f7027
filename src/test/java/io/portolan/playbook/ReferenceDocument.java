package io.portolan.playbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes the page by which people write playbooks. */
final class ReferenceDocument {

    private final StringBuilder page = new StringBuilder();
    private final Vocabulary vocabulary = new Vocabulary();

    static String text() {
        return new ReferenceDocument().write();
    }

    private String write() {
        page.append(head().replace("@example@", SamplePlaybooks.exampleText())
                .replace("@reserved@", Leg.RESERVED.stream().sorted().map(id -> "`" + id + "`")
                        .collect(Collectors.joining(", "))));
        page.append("## Keys\n");
        vocabulary.records().stream()
                .filter(type -> !Step.class.isAssignableFrom(type) && !Work.class.isAssignableFrom(type))
                .filter(type -> !Vocabulary.isInlineOnly(type)).forEach(this::record);
        page.append("\n## Means\n\nThe key `by` of a leg says which; the keys of the means stand among those of the leg.\n");
        Shape.kinds(Work.class).forEach((word, type) -> kind("by: " + word, type));
        page.append("\n## Steps\n\nA step is a mapping with one key, which names it. An element is named by `label`, by `role` and"
                + " `name`, by `text` or by `css`; `within` narrows it.\n");
        Shape.kinds(Step.class).forEach(this::kind);
        words();
        places();
        return page.toString();
    }

    private void record(Class<?> type) {
        page.append("\n### ").append(title(type)).append("\n\n");
        table(Vocabulary.written(type));
        if (Vocabulary.inlineKinds(type) != null) {
            page.append("\nBeside them: `").append(Shape.discriminator(Vocabulary.inlineKinds(type)))
                    .append("` (**required**) and the keys of that [means](#means).\n");
        }
    }

    private void kind(String word, Class<?> type) {
        var doc = type.getAnnotation(Doc.class);
        page.append("\n### ").append(word).append("\n\n").append(doc.value()).append(" `").append(doc.example())
                .append("`\n");
        var own = Shape.keys(type).stream().filter(key -> !key.inline()).toList();
        if (!own.isEmpty() && !Shape.isBare(word, type)) {
            page.append('\n');
            table(own);
        }
        Shape.keys(type).stream().filter(Shape.Key::inline).forEach(key -> page.append("\n")
                .append(own.isEmpty() ? "Its keys are those of a " : "Beside them, the keys of a ")
                .append(link(key.component().getType())).append(": ").append(key.doc().value()).append('\n'));
    }

    private void table(List<Shape.Key> keys) {
        page.append("| Key | Value | Meaning | Example |\n|---|---|---|---|\n");
        for (var key : keys) {
            var doc = key.doc();
            page.append("| `").append(key.name()).append("` | ").append(value(key))
                    .append(key.required() ? ", **required**" : "").append(" | ")
                    .append(escaped(doc.value())).append(" | ")
                    .append(doc.example().isEmpty() ? "" : "`" + doc.example().replace("|", "\\|") + "`").append(" |\n");
        }
    }

    private void words() {
        page.append("\n## Words\n");
        for (var type : vocabulary.enums()) {
            page.append("\n### ").append(title(type)).append("\n\n");
            Shape.words(type).forEach((word, constant) -> page.append("- `").append(word).append('`')
                    .append(meaning(type, (Enum<?>) constant)).append('\n'));
        }
    }

    private void places() {
        page.append("\n## Places\n\n| Place | What it stands for |\n|---|---|\n");
        Places.meanings().forEach((place, meaning) -> page.append("| `{{").append(place).append("}}` | ")
                .append(meaning).append(" |\n"));
        page.append("| `{{branch.<name>}}` | a value of the branch that is onboarded |\n");
        page.append("| `{{ask.<name>}}` | a fact that the playbook asks for |\n");
        page.append("| `{{captured.<name>}}` | what an earlier leg of the route has brought back |\n");
    }

    private static String value(Shape.Key key) {
        var list = key.type();
        if (key.listed()) {
            return value(list) + ", or a list";
        }
        return key.single() ? "one or a list: " + value(Vocabulary.argument(list, 0)) : value(list);
    }

    private static String value(Type type) {
        var raw = Vocabulary.raw(type);
        if (raw == List.class || raw == Set.class) {
            var item = Vocabulary.argument(type, 0);
            return "list: " + item(item);
        }
        if (raw == Map.class) {
            var keys = Vocabulary.raw(Vocabulary.argument(type, 0));
            return "mapping" + (keys.isEnum() ? " by " + link(keys) : "") + ": " + item(Vocabulary.argument(type, 1));
        }
        if (Scalars.mayBeMapping(raw)) {
            return "text or " + link(raw);
        }
        return plain().getOrDefault(raw, raw == Step.class ? "[steps](#steps)" : link(raw));
    }

    private static String item(Type type) {
        return type == Template.class ? link(Template.class) : value(type);
    }

    private static Map<Class<?>, String> plain() {
        var names = new LinkedHashMap<Class<?>, String>();
        names.put(String.class, "text");
        names.put(Template.class, "template");
        names.put(int.class, "whole number");
        names.put(Integer.class, "whole number");
        names.put(boolean.class, "`true` or `false`");
        names.put(Boolean.class, "`true` or `false`");
        names.put(LocalDate.class, "date");
        names.put(LocalTime.class, "time of day");
        names.put(ZoneId.class, "time zone");
        names.put(Span.class, "length of time, such as `15 minutes`, `72 hours` or `up-to 10 business days`");
        names.put(JsonBody.class, "any YAML, with templates in its texts");
        return names;
    }

    private static String link(Class<?> type) {
        return "[" + title(type).toLowerCase(Locale.ROOT) + "](#"
                + title(type).toLowerCase(Locale.ROOT).replace(' ', '-') + ")";
    }

    private static String title(Class<?> type) {
        var words = SchemaDocument.name(type).replaceAll("(?<=[a-z])([A-Z])", " $1").toLowerCase(Locale.ROOT);
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static String meaning(Class<?> type, Enum<?> constant) {
        try {
            var doc = type.getField(constant.name()).getAnnotation(Doc.class);
            return doc == null ? "" : ": " + doc.value();
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String escaped(String text) {
        return text.replace("|", "\\|").replace("<", "&lt;").replace("*", "\\*")
                .replaceAll("(\\{\\{[^}]*}})", "`$1`").replace("&lt;name>}}`", "<name>}}`");
    }

    private static String head() {
        try (var in = ReferenceDocument.class.getResourceAsStream("/playbook-reference-head.md")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
