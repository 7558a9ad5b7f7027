package io.portolan.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the templates and the message files against each other. */
class MessagesTest {

    /** Beginnings of keys whose rest is put together while the program runs. */
    private static final List<String> PUT_TOGETHER = List.of("certificate.request.", "look.choice.", "search.kind.", "search.page.", "search.words.");

    private static final Pattern USE = Pattern.compile("#\\{([a-z][\\w.-]*)");
    private static final Pattern KEY_IN_JAVA = Pattern.compile("\"([a-z][a-z0-9-]*\\.[a-z0-9.-]+)\"");
    private static final Pattern SAID = Pattern.compile("\\bsay\\(\"([a-z][\\w.-]*)\"");
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)");

    private final Messages messages = new Messages();

    /** A text that a template, or Java that writes for pages, asks for. */
    private record Use(String file, String key, int arguments) { }

    @Test
    void definesEveryTextThatIsAskedForWithAsManyArguments() throws IOException {
        var texts = texts();
        assertThat(uses()).isNotEmpty().allSatisfy(use -> {
            assertThat(texts).as(use.file()).containsKey(use.key());
            assertThat(arguments(texts.get(use.key()))).as("arguments of " + use.key() + " in " + use.file()).isEqualTo(use.arguments());
        });
    }

    @Test
    void definesNoTextThatNothingAsksFor() throws IOException {
        var used = uses().stream().map(Use::key).collect(Collectors.toCollection(TreeSet::new));
        for (var file : files("src/main/java/io/portolan/console", ".java")) {
            KEY_IN_JAVA.matcher(Files.readString(file)).results().forEach(found -> used.add(found.group(1)));
        }
        assertThat(texts().keySet().stream().filter(key -> PUT_TOGETHER.stream().noneMatch(key::startsWith))).isSubsetOf(used);
    }

    @Test
    void keepsEachTextInTheFileOfItsAreaOnceAndInAFormThatCanBeRead() throws IOException {
        for (var file : files("src/main/resources/messages", ".properties")) {
            var area = file.getFileName().toString().replace(".properties", "");
            var texts = texts(file);
            assertThat(texts.keySet()).as(file.toString()).allMatch(key -> key.startsWith(area + "."))
                    .hasSize((int) Files.readString(file).lines().filter(line -> line.matches("[a-z].*")).count());
            texts.forEach((key, text) -> assertThat(text).as(key + ": an apostrophe is doubled").matches("([^']|'')*"));
        }
    }

    @Test
    void leavesNoWordInATemplate() throws IOException {
        for (var template : files("src/main/resources/templates", ".html")) {
            assertThat(WordsInTemplates.of(Files.readString(template))).as("words in " + template.getFileName() + " that belong into a message file").isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"<p>Hello</p>", "<p title=\"Hello\"></p>", "<p th:text=\"'Hello ' + ${x}\"></p>", "<p th:text=\"${x ? 'yes' : #{a.b}}\"></p>", "<p>[[#{a.b}]] and more</p>",
        "<p th:attr=\"id='x',aria-label=${x} + ' more'\"></p>", "<p th:aria-label=\"${x} == 'y' ? 'Yes' : ''\"></p>", "<p th:replace=\"~{parts :: code(${x}, 'The draft')}\"></p>"})
    void findsAWordInATemplate(String template) {
        assertThat(WordsInTemplates.of(template)).hasSize(1);
    }

    @Test
    void leavesNoWordInTheJavaOfAPage() throws IOException {
        for (var file : files("src/main/java/io/portolan/console", ".java")) {
            assertThat(WordsInCode.ofJava(Files.readString(file))).as("words in " + file.getFileName() + " that belong into a message file").isEmpty();
        }
    }

    @Test
    void leavesNoWordInAScript() throws IOException {
        for (var file : files("src/main/resources/static/js", ".js")) {
            assertThat(WordsInCode.ofScript(Files.readString(file))).as("words in " + file.getFileName() + " that the page has to hand over").isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"said(\"Kept.\" + \" It is used now.\");", "case A -> \"sees everything\";", "x ? \"Revoked\" : null;", "throw Refused.invalid(\"code\", \"This is wrong.\");",
        "say(\"a.b\", \" and more\");", "x = \"\"\"\n  Some words\n\"\"\";", "LOG.info(\"done\"); said(\"It was done.\");", "x.startsWith(\"a\") ? \"It was done.\" : y;"})
    void findsAWordInJava(String java) {
        assertThat(WordsInCode.ofJava(java)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"// It is \"in here\"", "say(\"a.b-c\", x);", "throw new IllegalStateException(\"The text \" + key + \" is gone.\");", "LOG.info(\"page {} failed\", x);", "return \"search :: results\";",
        "return answer.header(\"Content-Security-Policy\", \"sandbox; default-src 'none'\");", "text.startsWith(\"the fact \");", "c == '\"' ? \"a\" : \"b\";"})
    void takesForNoWordWhatIsOnNoPage(String java) {
        assertThat(WordsInCode.ofJava(java)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"box.textContent = 'Your session has ended.';", "return seconds + ' min';", "return 'in ' + x;", "button.textContent = 'Copied';"})
    void findsAWordInAScript(String script) {
        assertThat(WordsInCode.ofScript(script)).hasSize(1);
    }

    @Test
    void writesArgumentsAsTheyAreAndChoosesTheRightNumber() {
        assertThat(said("error.to-the-onboardings")).isEqualTo("To the onboardings");
        assertThat(said("dashboard.certificates", 0)).isEqualTo("0 certificates");
        assertThat(said("dashboard.certificates", 1)).isEqualTo("1 certificate");
        assertThat(said("dashboard.certificates", 2026L)).isEqualTo("2026 certificates");
        assertThat(messages.getMessage("error.to-the-onboardings", null, Locale.GERMAN)).isEqualTo("To the onboardings");
    }

    private String said(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.ENGLISH);
    }

    private static List<Use> uses() throws IOException {
        var uses = new ArrayList<Use>();
        for (var file : files("src/main/resources/templates", ".html")) {
            var text = Files.readString(file);
            var found = USE.matcher(text);
            while (found.find()) {
                uses.add(new Use(file.getFileName().toString(), found.group(1), given(text, found.end())));
            }
        }
        for (var file : files("src/main/java/io/portolan/console", ".java")) {
            var text = Files.readString(file);
            SAID.matcher(text).results().forEach(found -> uses.add(new Use(file.getFileName().toString(), found.group(1), given(text, found.start() + "say".length()) - 1)));
        }
        return uses;
    }

    /** How many arguments stand in the brackets that begin here, if any. */
    private static int given(String text, int from) {
        if (text.charAt(from) != '(') {
            return 0;
        }
        int depth = 0;
        int commas = 0;
        boolean isQuoted = false;
        char quote = text.startsWith("(\"", from) ? '"' : '\'';
        for (int at = from; ; at++) {
            char c = text.charAt(at);
            isQuoted ^= c == quote;
            depth += isQuoted ? 0 : "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
            commas += !isQuoted && depth == 1 && c == ',' ? 1 : 0;
            if (depth == 0) {
                return commas + 1;
            }
        }
    }

    private static int arguments(String text) {
        return ARGUMENT.matcher(text).results().mapToInt(found -> Integer.parseInt(found.group(1)) + 1).max().orElse(0);
    }

    private static TreeMap<String, String> texts() throws IOException {
        var all = new TreeMap<String, String>();
        for (var file : files("src/main/resources/messages", ".properties")) {
            all.putAll(texts(file));
        }
        return all;
    }

    private static TreeMap<String, String> texts(Path file) throws IOException {
        var read = new Properties();
        read.load(new StringReader(Files.readString(file)));
        var texts = new TreeMap<String, String>();
        read.forEach((key, text) -> texts.put(key.toString(), text.toString()));
        return texts;
    }

    private static List<Path> files(String folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        }
    }
}
