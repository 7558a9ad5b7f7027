package io.portolan.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds the documents to the types; {@code mvn test -Dtest=PlaybookReferenceTest -Dupdate} writes them anew. */
class PlaybookReferenceTest {

    private static final Path REFERENCE = Path.of("docs/playbook-reference.md");
    private static final Path SCHEMA = Path.of("docs/playbook.schema.json");

    @Test
    void keepsTheReferenceCurrent() throws IOException {
        isCurrent(REFERENCE, ReferenceDocument.text());
    }

    @Test
    void keepsTheSchemaCurrent() throws IOException {
        isCurrent(SCHEMA, SchemaDocument.text());
    }

    @Test
    void explainsEveryKeyStepAndMeans() {
        var vocabulary = new Vocabulary();
        var silent = new ArrayList<String>();
        vocabulary.records().forEach(type -> Shape.keys(type).stream()
                .filter(key -> key.doc() == null || key.doc().value().isBlank())
                .forEach(key -> silent.add(type.getSimpleName() + "." + key.name())));
        Stream.of(Step.class, Work.class).flatMap(sealed -> Shape.kinds(sealed).values().stream())
                .filter(type -> type.getAnnotation(Doc.class) == null)
                .forEach(type -> silent.add(type.getSimpleName()));

        assertThat(silent).isEmpty();
    }

    @Test
    void givesAnExampleOfEveryKeyAndStep() {
        var silent = new ArrayList<String>();
        new Vocabulary().records().forEach(type -> Shape.keys(type).stream().filter(key -> !key.inline() && !Shape.isBare(bareWord(type), type))
                .filter(key -> key.doc() == null || key.doc().example().isBlank()).forEach(key -> silent.add(type.getSimpleName() + "." + key.name())));
        Stream.of(Step.class, Work.class).flatMap(sealed -> Shape.kinds(sealed).values().stream()).filter(type -> type.getAnnotation(Doc.class).example().isBlank())
                .forEach(type -> silent.add(type.getSimpleName()));

        assertThat(silent).isEmpty();
    }

    /** The word of a step, whose own example shows its only key. */
    private static String bareWord(Class<?> type) {
        return Shape.kinds(Step.class).entrySet().stream().filter(kind -> kind.getValue() == type).map(Map.Entry::getKey).findFirst().orElse("");
    }

    @TestFactory
    List<DynamicTest> readsEveryExample() {
        var tests = new ArrayList<DynamicTest>();
        for (var type : new Vocabulary().records()) {
            Vocabulary.examples(type).forEach((key, example) -> tests.add(DynamicTest.dynamicTest(
                    type.getSimpleName() + " " + example, () -> readsAs(key, example))));
        }
        Shape.kinds(Step.class).values().forEach(step -> {
            var example = step.getAnnotation(Doc.class).example();
            tests.add(DynamicTest.dynamicTest(example, () -> readsAs(stepsOfPortal(), "steps: [{" + example + "}]")));
        });
        return tests;
    }

    private static Shape.Key stepsOfPortal() {
        return Shape.keys(PortalWork.class).get(0);
    }

    private static void readsAs(Shape.Key key, String example) {
        var findings = new Findings("example.yaml");
        var entries = new Entries(YamlDocument.of(example, findings), "", findings);
        var known = new ArrayList<String>();

        var value = new Binder(findings).member(key, entries, known);
        entries.leaveNone(known);

        assertThat(findings.inOrder()).isEmpty();
        assertThat(value).isNotNull();
    }

    private static void isCurrent(Path file, String text) throws IOException {
        if (System.getProperty("update") != null) {
            Files.writeString(file, text);
        }
        assertThat(file).as("run mvn test -Dtest=PlaybookReferenceTest -Dupdate").hasContent(text);
    }
}
