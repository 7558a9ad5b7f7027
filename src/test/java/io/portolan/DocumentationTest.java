package io.portolan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Keeps what the documents say true: links, paths, commands, settings, and the tables that repeat what stands in the code. */
class DocumentationTest {

    private static final Pattern LINK = Pattern.compile("\\[[^]]*]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");
    private static final Pattern REPOSITORY_PATH =
            Pattern.compile("`((?:src|bpmn|docs|bank-playbooks|\\.ci)/[^`*<\\s]*|[A-Z]+\\.md|pom\\.xml)`");
    private static final Pattern MAVEN = Pattern.compile("(?m)(?:`|^)mvn ([^`#\\n]+)");
    private static final Pattern SETTING = Pattern.compile("(?<![\\w./-])portolan\\.(?!jar\\b)[a-z-]+(?:\\.[a-z<][a-z0-9<>-]*)*");
    private static final Pattern CALL = Pattern.compile("/api/v1/[\\w/{}-]+");
    private static final Pattern VARIABLE = Pattern.compile("PORTOLAN_[A-Z_]+");
    private static final Pattern TABLE_ROW = Pattern.compile("(?m)^\\| `([^`]+)` \\| ([^|]*) \\| ([^|]*) \\|$");
    private static final Set<String> PHASES = Set.of("validate", "compile", "test-compile", "test", "package", "verify", "clean");
    private static final Set<String> GOALS = Set.of("spring-boot:test-run", "failsafe:integration-test", "failsafe:verify", "dependency:tree");
    private static final Set<String> PROPERTIES = Set.of("spring-boot.run.arguments", "spring-boot.run.jvmArguments", "format.ob-uk-dcr", "playbook", "update", "skipTests", "kill-at", "go-on", "mischief-at", "cert.corpus");

    static List<Path> documents() throws IOException {
        try (var files = Files.walk(Path.of(""), 4)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> !file.startsWith("target") && !file.startsWith("data") && !file.startsWith("src")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void linksToWhatIsThere(Path document) throws IOException {
        var broken = matches(LINK, withoutCode(Files.readString(document))).map(link -> link.group(1))
                .filter(link -> !link.matches("[a-z]+:.*")).filter(link -> !leadsSomewhere(document, link));
        assertThat(broken).as(document.toString()).isEmpty();
    }

    private static boolean leadsSomewhere(Path document, String link) {
        var parts = link.split("#", 2);
        var file = parts[0].isEmpty() ? document : document.resolveSibling(parts[0]).normalize();
        try {
            return Files.exists(file) && (parts.length == 1 || matches(HEADING, Files.readString(file))
                    .anyMatch(heading -> anchor(heading.group(1)).equals(parts[1])));
        } catch (IOException e) {
            return false;
        }
    }

    private static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\w\\- ]", "").replace(' ', '-');
    }

    @ParameterizedTest
    @MethodSource("documents")
    void namesOnlyFilesThatAreThere(Path document) throws IOException {
        assertThat(matches(REPOSITORY_PATH, Files.readString(document)).map(path -> path.group(1)))
                .as(document.toString()).allMatch(path -> Files.exists(Path.of(path)));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void namesOnlyCommandsThatWork(Path document) throws IOException {
        var profiles = matches(Pattern.compile("<profile>\\s*<id>([^<]+)</id>"), Files.readString(Path.of("pom.xml")))
                .map(profile -> profile.group(1)).collect(Collectors.toSet());
        assertThat(matches(MAVEN, Files.readString(document)).flatMap(command -> Stream.of(command.group(1).strip().split("\\s+"))))
                .as(document.toString()).allMatch(word -> isKnown(word, profiles));
    }

    private static boolean isKnown(String word, Set<String> profiles) {
        if (word.startsWith("-P")) {
            return profiles.contains(word.substring(2));
        }
        if (word.startsWith("-Dtest=") || word.startsWith("-Dit.test=")) {
            return isTest(word.substring(word.indexOf('=') + 1));
        }
        return word.startsWith("-D") ? PROPERTIES.contains(word.substring(2).split("=")[0]) : PHASES.contains(word) || GOALS.contains(word);
    }

    private static boolean isTest(String name) {
        try (var files = Files.walk(Path.of("src"))) {
            return files.anyMatch(file -> file.endsWith(name + ".java"));
        } catch (IOException e) {
            return false;
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void namesOnlySettingsThatExist(Path document) throws IOException {
        var known = Settings.all().keySet();
        var text = Files.readString(document);
        assertThat(matches(SETTING, text).map(MatchResult::group)).as(document.toString())
                .allMatch(named -> known.stream().anyMatch(setting -> setting.equals(named) || setting.startsWith(named + ".")));
        assertThat(matches(VARIABLE, text).map(MatchResult::group)).as(document.toString())
                .allMatch(named -> known.stream().anyMatch(setting -> variable(setting).matcher(named).matches()));
    }

    private static Pattern variable(String setting) {
        return Pattern.compile(setting.toUpperCase(Locale.ROOT).replace(".", "_").replace("-", "").replaceAll("<[^>]*>", "[A-Z]+"));
    }

    @Test
    void listsEverySettingWithItsDefault() throws IOException {
        var listed = new TreeMap<String, String>();
        matches(TABLE_ROW, Files.readString(Path.of("docs/operating.md"))).filter(row -> row.group(1).startsWith("portolan."))
                .forEach(row -> listed.put(row.group(1), row.group(2).replace("`", "")));
        assertThat(listed).containsExactlyEntriesOf(Settings.all());
    }

    @Test
    void saysOfEveryPackageWhatItSaysItself() throws IOException {
        var document = Path.of("docs/architecture.md");
        var begin = "| Package | What it does | Uses |\n|---|---|---|\n";
        var text = Files.readString(document);
        int from = text.indexOf(begin) + begin.length();
        int to = text.indexOf("<!-- end of packages -->");
        if (Boolean.getBoolean("update")) {
            Files.writeString(document, text.substring(0, from) + packages() + text.substring(to));
        } else {
            assertThat(text.substring(from, to)).as("rewrite it with -Dtest=DocumentationTest -Dupdate").isEqualTo(packages());
        }
    }

    private static String packages() throws IOException {
        try (var files = Files.list(Path.of("src/main/java/io/portolan"))) {
            var rows = new StringBuilder();
            for (var folder : files.filter(Files::isDirectory).sorted().toList()) {
                var info = Files.readString(folder.resolve("package-info.java"));
                var sentence = info.substring(info.indexOf("/**") + 3, info.indexOf("*/")).replaceAll("\\s*\\n \\* ?", " ").strip();
                var uses = matches(Pattern.compile("\"(\\w+)\""), info.substring(info.indexOf("allowedDependencies"), info.indexOf("\npackage")))
                        .map(use -> use.group(1)).collect(Collectors.joining(", "));
                rows.append("| `%s` | %s | %s |%n".formatted(folder.getFileName(), sentence, uses.isEmpty() ? "–" : uses));
            }
            return rows.toString();
        }
    }

    @Test
    void numbersTheDecisionsAndListsThem() throws IOException {
        var index = Files.readString(Path.of("docs/adr/README.md"));
        try (var files = Files.list(Path.of("docs/adr"))) {
            int expected = 1;
            for (var file : files.filter(file -> !file.endsWith("README.md")).sorted().toList()) {
                var lines = Files.readAllLines(file);
                assertThat(file.getFileName().toString()).matches("%04d-[a-z0-9-]+\\.md".formatted(expected));
                assertThat(lines.get(0)).startsWith("# " + expected + ". ");
                assertThat(index).contains("%d. [%s](%s)".formatted(expected, lines.get(0).replaceFirst("# \\d+\\. ", ""), file.getFileName()));
                assertThat(lines).as(file.toString()).hasSizeLessThan(60);
                expected++;
            }
        }
    }

    @Test
    void listsEveryDependencyInItsVersion() throws IOException {
        var pom = Files.readString(Path.of("pom.xml"));
        var properties = matches(Pattern.compile("<([\\w.-]+)\\.version>([^<]+)</"), pom)
                .collect(Collectors.toMap(property -> property.group(1), property -> property.group(2)));
        var dependencies = pom.substring(pom.indexOf("</dependencyManagement>"), pom.indexOf("<build>"));
        var used = matches(Pattern.compile("<artifactId>([^<*]+)</artifactId>"), dependencies.replaceAll("(?s)<exclusions>.*?</exclusions>", ""))
                .map(artifact -> artifact.group(1)).collect(Collectors.toCollection(TreeSet::new));
        var listed = new TreeMap<String, String>();
        matches(TABLE_ROW, Files.readString(Path.of("docs/adr/0014-dependencies.md"))).forEach(row -> listed.put(row.group(1), row.group(2)));

        assertThat(listed.keySet()).isEqualTo(used);
        assertThat(listed).allSatisfy((artifact, version) -> assertThat(version.equals("managed") || pom.contains("<version>" + version + "<")
                || properties.containsValue(version)).as(artifact + " " + version).isTrue());
    }

    @ParameterizedTest
    @MethodSource("documents")
    void namesOnlyCallsThatAreServed(Path document) throws IOException {
        var served = served();
        assertThat(matches(CALL, Files.readString(document)).map(call -> call.group().replaceAll("/$", ""))).as(document.toString())
                .allMatch(call -> served.stream().anyMatch(path -> call.matches(path.replaceAll("\\{\\w+}", "[^/]+"))));
    }

    private static Set<String> served() throws IOException {
        var mapping = Pattern.compile("@(Request|Get|Post|Put|Patch|Delete)Mapping(?:\\(\"([^\"]*)\")?");
        var served = new TreeSet<String>();
        try (var files = Files.list(Path.of("src/main/java/io/portolan/api"))) {
            for (var file : files.filter(file -> file.toString().endsWith("Controller.java")).toList()) {
                var all = matches(mapping, Files.readString(file)).toList();
                var root = all.get(0).group(2);
                all.stream().skip(1).forEach(one -> served.add(root + (one.group(2) == null ? "" : one.group(2))));
            }
        }
        return served;
    }

    @Test
    void keepsAChangelog() throws IOException {
        var headings = matches(HEADING, Files.readString(Path.of("CHANGELOG.md"))).map(MatchResult::group).toList();
        assertThat(headings).startsWith("# Changelog", "## [Unreleased]");
        assertThat(headings.subList(1, headings.size())).allMatch(heading -> heading.matches(
                "## \\[Unreleased]|## \\[\\d+\\.\\d+\\.\\d+] - \\d{4}-\\d{2}-\\d{2}|### (Added|Changed|Deprecated|Removed|Fixed|Security)"));
    }

    @Test
    void givesThePasswordAndTheTokenOfTheDemo() throws IOException {
        var demo = Files.readString(Path.of("src/test/java/io/portolan/demo/DemoProperties.java"));
        var given = matches(Pattern.compile("(?:PASSWORD|TOKEN) = \"([^\"]+)\""), demo).map(constant -> constant.group(1)).toList();
        assertThat(given).hasSize(2);
        assertThat(Files.readString(Path.of("README.md"))).contains(given);
    }

    private static Stream<MatchResult> matches(Pattern pattern, String text) {
        return new ArrayList<>(pattern.matcher(text).results().toList()).stream();
    }

    private static String withoutCode(String text) {
        return text.replaceAll("(?s)```.*?```", "").replaceAll("`[^`\\n]*`", "");
    }
}
