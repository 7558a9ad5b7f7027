package io.portolan.tool;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImportCommandTest {

    private static final Path RECORDINGS = Path.of("src/test/resources/recordings");
    private static final String MARK = "# DECIDE: ";
    private static final Path TPP = RECORDINGS.resolve("tpp.json");
    private static final List<String> SECRETS = List.of("Tr0ub4dor&3xyz", "hunter2hunter2", "481516", "ak_live_51HvJ2eZvKYlo2C", "sk_live_9f86d081884c7d65",
            "f3b1c9d2e4a5968778695a4b3c2d1e0f", "Ab3dEf6hIj9kLm2n", "s3cr3t-of-the-bank-42", "9f86d081884c7d659a2f", "eyJhbGciOiJIUzI1NiJ9", "Zx81Qq7LmN0p", "blue whale");

    @TempDir
    Path folder;

    @Test
    void draftsASignUpWithOurDataAsPlaces() {
        var said = Tools.run("import", RECORDINGS.resolve("sign-up.json"), "--tpp", TPP, "--bank", "at-reefbank");

        assertThat(said.code()).isZero();
        assertThat(steps(said.out())).containsExactly("open: '{{environment.base-url}}/register'", "fill: {label: First name, with: '{{tpp.contact.first-name}}'}",
                "fill: {label: Last name, with: '{{tpp.contact.last-name}}'}", "fill: {label: E-mail, with: '{{account.login}}'}",
                "fill: {label: Company, with: '{{tpp.legal-name}}'}", "choose: {label: Country, option: '{{tpp.country}}'}",
                "fill: {label: VAT number, with: '{{tpp.vat-number}}'}", "fill: {label: 'How did you hear of us?'}",
                "fill: {label: Password, with: '{{account.password}}'}", "fill: {label: Repeat password, with: '{{account.password}}'}",
                "accept-terms: {label: I accept the terms of use}", "click: {role: button, name: Create account}");
        assertThat(said.out()).contains("bank: at-reefbank", "base-url: https://developer.reefbank.example\n", "hosts: [developer.reefbank.example]", "stage: sign-up",
                "signed-in: false", "it ended at /registered");
    }

    @Test
    void draftsTheLogInOfThePortalAndWhatComesAfterIt() {
        var draft = Tools.run("import", RECORDINGS.resolve("log-in-and-create.json"), "--tpp", TPP).out();

        assertThat(steps(draft.substring(0, draft.indexOf("routes:")))).containsExactly("open: '{{environment.base-url}}/login'", "fill: {label: User name, with: '{{account.login}}'}",
                "fill: {label: Password, with: '{{account.password}}'}", "click: {role: button, name: Log in}",
                "enter-code: {label: Code from your app, code: '{{account.totp}}'}", "click: {role: button, name: Continue}");
        assertThat(steps(draft.substring(draft.indexOf("steps:")))).containsExactly("open: '{{environment.base-url}}/apps'", "click: {role: link, name: New app}",
                "fill: {css: '#app-name', with: '{{application.name}}'}", "fill: {label: Redirect URL, with: '{{application.redirect-uri}}'}",
                "ask-operator: {question: 'Type \"API key of the sandbox\", and go on by hand.'}", "tick: {label: Payments API}", "upload: {label: Logo, file: '{{application.logo}}'}",
                "click: {role: button, name: Create}", "wait-for: {visible: {text: Client ID}}", "click: {css: '#client-secret'}", "click: {role: button, name: Copy}",
                "click: {}", "click: {}", "open: '{{environment.base-url}}/'", "click: {role: button, name: Close}");
        assertThat(draft).contains("second-factor: totp", "only XPath or pierce was recorded", "its text is not written down, since it may be secret", "a custom step stood here",
                "Enter was pressed", "it was in another window", "whose type is not known", "hover (a menu that opens by it is clicked)");
    }

    @Test
    void makesALegOfEachRecordingInTheirOrder() throws IOException {
        var said = Tools.run("import", RECORDINGS.resolve("sign-up.json"), RECORDINGS.resolve("log-in-and-create.json"), RECORDINGS.resolve("log-in-and-create.json"), "--tpp", TPP,
                "--bank", "at-reefbank");

        assertThat(said.code()).isZero();
        var ids = said.out().lines().map(String::strip).filter(line -> line.startsWith("- id: ")).toList();
        assertThat(ids).hasSize(4).doesNotHaveDuplicates().endsWith("- id: verify-access");
        assertThat(ids.get(2)).isEqualTo(ids.get(1) + "-2");
        assertThat(said.out()).containsOnlyOnce("log-in:\n").containsOnlyOnce("signed-in: false").containsOnlyOnce("stage: sign-up").contains("sources: ['3 recordings of ");
        assertThat(said.out() + said.err()).doesNotContain(SECRETS);
        var portal = said.out().substring(0, said.out().indexOf("routes:"));
        assertThat(steps(portal)).as("as the recording signs in that shows it").contains("fill: {label: User name, with: '{{account.login}}'}", "click: {role: button, name: Log in}");
        var bad = Files.writeString(folder.resolve("bad.json"), "{}");
        assertThat(Tools.run("import", RECORDINGS.resolve("sign-up.json"), bad).err()).startsWith(bad + ":1:1: ");
    }

    @Test
    void knowsAPasswordThatIsRepeatedAndAFileBehindAButtonAndMarksRowsAndBanners() {
        var draft = Tools.run("import", RECORDINGS.resolve("join.json"), "--tpp", TPP).out();

        assertThat(steps(draft)).containsExactly("open: '{{environment.base-url}}/join'", "click: {text: Accept everything}",
                "fill: {label: Given name, with: '{{tpp.contact.first-name}}'}", "fill: {label: Choose a password, with: '{{account.password}}'}",
                "fill: {label: Repeat it, with: '{{account.password}}'}", "click: {role: link, name: Details}",
                "upload: {label: Drop a file or browse, file: '{{certificate.qwac.pem}}'}", "click: {role: button, name: Create my account}");
        assertThat(draft).contains("put its target under portal: dismiss", "in-row: '{{application.name}}'", "name what was clicked in its place");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sign-up.json", "log-in-and-create.json", "join.json"})
    void writesNoSecretAnywhereWithAProfileAndWithout(String recording) {
        for (var said : List.of(Tools.run("import", RECORDINGS.resolve(recording), "--tpp", TPP), Tools.run("import", RECORDINGS.resolve(recording)))) {
            assertThat(said.out() + said.err()).doesNotContain(SECRETS);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sign-up.json", "log-in-and-create.json"})
    void writesNothingThatWasTypedInAnyField(String recording) throws IOException {
        var typed = new ArrayList<String>();
        var said = Tools.run("import", RECORDINGS.resolve(recording));
        for (JsonNode step : new ObjectMapper().readTree(RECORDINGS.resolve(recording).toFile()).path("steps")) {
            if (step.path("value").asText().length() > 3) {
                typed.add(step.path("value").asText());
            }
        }

        assertThat(typed).hasSizeGreaterThan(3);
        assertThat(said.out() + said.err()).doesNotContain(typed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sign-up.json", "log-in-and-create.json", "join.json"})
    void isReadButForWhatIsMarkedAsOpenAndListsThat(String recording) throws IOException {
        var file = folder.resolve("at-reefbank.yaml");

        var said = Tools.run("import", RECORDINGS.resolve(recording), "--tpp", TPP, "-o", file);

        assertThat(said.out()).isEmpty();
        var lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).strip().startsWith(MARK)) {
                assertThat(said.err()).contains(file + ":" + (i + 1) + ": " + lines.get(i).strip().substring(MARK.length()));
            }
        }
        var problems = Tools.run("check", file).out().lines().filter(line -> line.startsWith(file + ":")).toList();
        assertThat(problems).isNotEmpty().allSatisfy(problem -> {
            assertThat(said.err()).contains(problem);
            var line = Integer.parseInt(problem.substring((file + ":").length()).split(":")[0]);
            assertThat(lines.get(line - 2)).as(problem).contains(MARK);
        });
    }

    @Test
    void isReadOnceAllIsDecided() throws IOException {
        var draft = Tools.run("import", RECORDINGS.resolve("sign-up.json"), "--tpp", TPP, "--bank", "at-reefbank").out();
        var decided = draft.replace("label: 'How did you hear of us?'}", "label: 'How did you hear of us?', with: Elsewhere}")
                .replace("{label: I accept the terms of use}", "{label: I accept the terms of use, document: {role: link, name: Terms}}")
                .replace("stage: sign-up", "stage: sign-up\n            repeat: safe");

        assertThat(Tools.run("check", Files.writeString(folder.resolve("at-reefbank.yaml"), decided)).out()).isEqualTo("1 playbook, no problem.\n");
    }

    static Stream<Arguments> badRecordings() {
        var start = "{\"title\": \"a\",\n \"steps\": ";
        return Stream.of(Arguments.of("const puppeteer = require('puppeteer'); // hunter2", UTF_8, ":1:"), Arguments.of(start + "[{\"type\": \"click\", hunter2}]}", UTF_8, ":2:"),
                Arguments.of("", UTF_8, ":1:1: this is no recording"), Arguments.of("[]", UTF_8, ":1:1: this is no recording"), Arguments.of("{}", UTF_8, ":1:1: this is no recording"),
                Arguments.of(start + "[]}", UTF_8, "this is no recording: it has no steps"), Arguments.of(start + "{}}", UTF_8, ":2:11: steps is a list"),
                Arguments.of(start + "[\n  \"hunter2\"]}", UTF_8, ":3:3: each step is"), Arguments.of(start + "[{}]}", UTF_8, ":2:12: each step is"),
                Arguments.of(start + "[{\"type\": \"close\"}],\n \"steps\": []}", UTF_8, ":3:"), Arguments.of(start + "[{\"type\": \"close\"}]} hunter2", UTF_8, ":2:"),
                Arguments.of(start + "[".repeat(5000) + "]".repeat(5000) + "}", UTF_8, ":2:"),
                Arguments.of(start + "[{\"type\": \"change\", \"value\": \"hunter2ü\"}]}", ISO_8859_1, ":1:1: the recording is not in UTF-8"),
                Arguments.of(start + "[" + "{\"type\": \"close\"}, ".repeat(2000) + "{\"type\": \"close\"}]}", UTF_8, "more than 2000 steps"),
                Arguments.of(start + "[{\"type\": \"change\", \"value\": \"hunter2" + "x".repeat(10_000_000) + "\"}]}", UTF_8, ":1:1: the recording has more than 2097152 bytes"));
    }

    @ParameterizedTest
    @MethodSource("badRecordings")
    void answersWhatIsNoRecordingWithItsPlaceAndWithoutQuotingIt(String text, Charset charset, String answer) throws IOException {
        var file = folder.resolve("recording.json");
        Files.write(file, text.getBytes(charset));

        var said = Tools.run("import", file);

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.out()).isEmpty();
        assertThat(said.err()).startsWith(file + ":").contains(answer).doesNotContain("hunter2").hasLineCount(1);
    }

    @Test
    void readsARecordingInUtf16() throws IOException {
        var file = folder.resolve("recording.json");
        Files.write(file, Files.readString(RECORDINGS.resolve("sign-up.json")).getBytes(UTF_16));

        assertThat(Tools.run("import", file).code()).isZero();
    }

    @Test
    void overwritesNothingAndTellsWrongUse() throws IOException {
        var recording = RECORDINGS.resolve("sign-up.json");
        var there = Files.writeString(folder.resolve("at-there.yaml"), "mine");

        assertThat(Tools.run("import", recording, "-o", there)).satisfies(said -> assertThat(said.code()).isEqualTo(2))
                .satisfies(said -> assertThat(said.err()).contains("is there already"));
        assertThat(there).hasContent("mine");
        assertThat(Tools.run("import", recording, "--bank", "Reef Bank").err()).contains("is no id of a bank");
        assertThat(Tools.run("import", recording, "--tpp", "{\"legalName\": hunter2}").err()).contains("The profile is no JSON").doesNotContain("hunter2");
        assertThat(Tools.run("import", folder.resolve("gone.json")).code()).isEqualTo(2);
    }

    @Test
    void handsOutTheSchemaForEditors() throws IOException {
        assertThat(Tools.run("schema", "-o", folder).code()).isZero();

        assertThat(folder.resolve("playbook.schema.json")).hasSameTextualContentAs(Path.of("docs/playbook.schema.json"));
        assertThat(Tools.run("import", RECORDINGS.resolve("sign-up.json")).out()).startsWith("# yaml-language-server: $schema=playbook.schema.json\n# $schema: playbook.schema.json\n");
    }

    private static List<String> steps(String yaml) {
        return yaml.lines().map(String::strip).filter(line -> line.matches("- [a-z-]+: .*") && !line.matches("- (name|id): .*")).map(line -> line.substring(2)).toList();
    }
}
