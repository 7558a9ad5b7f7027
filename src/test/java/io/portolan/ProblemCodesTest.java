package io.portolan;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.refusal.ProblemCodes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The list of codes against the sources that refuse by them, and its page against the list. */
class ProblemCodesTest {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path PAGE = Path.of("docs/problem-codes.md");
    private static final Pattern REFUSED = Pattern.compile("(?:(?:Refused\\.|(?<=throw |> |return ))(notFound|conflict|invalid|forbidden)\\(\\s*|Kind\\.([A-Z_]+),\\s*|HttpStatus\\.([A-Z_]+),\\s*)\"([a-z0-9-]+)\"");
    private static final Map<String, Integer> STATUSES = Map.of("notFound", 404, "NOT_FOUND", 404, "conflict", 409, "CONFLICT", 409, "invalid", 422, "INVALID", 422, "forbidden", 403, "FORBIDDEN", 403);

    @Test
    void knowsEveryCodeByWhichSomethingIsRefused() throws IOException {
        var wrong = new TreeSet<String>();
        for (var source : sources().entrySet()) {
            var code = REFUSED.matcher(source.getValue());
            while (code.find()) {
                var kind = code.group(1) != null ? code.group(1) : code.group(2);
                if (!ProblemCodes.isKnown(code.group(4))) {
                    wrong.add(code.group(4) + " of " + source.getKey() + " has no line in codes.tsv");
                } else if (kind != null && STATUSES.containsKey(kind) && !ProblemCodes.of(code.group(4)).statuses().contains(STATUSES.get(kind))) {
                    wrong.add(code.group(4) + " of " + source.getKey() + " is answered with " + STATUSES.get(kind) + ", too");
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void listsNoCodeThatNothingKnows() throws IOException {
        var all = String.join("\n", sources().values());

        assertThat(ProblemCodes.all().stream().map(ProblemCodes.Code::code).filter(code -> !all.contains("\"" + code + "\""))).isEmpty();
        assertThat(ProblemCodes.all()).allSatisfy(code -> assertThat(code.means() + code.toDo()).as(code.code()).matches("[A-Z].*\\.[A-Z].*\\."));
    }

    @Test
    void hasAPageThatSaysWhatEachMeansAndWhatToDo() throws IOException {
        if (System.getProperty("update") != null) {
            Files.writeString(PAGE, page());
        }

        assertThat(Files.readString(PAGE)).as("write it anew: mvn test -Dtest=ProblemCodesTest -Dupdate").isEqualTo(page());
    }

    private static String page() {
        return """
                # Problem codes

                What is refused is answered as a problem ([RFC 9457](https://www.rfc-editor.org/rfc/rfc9457)) with a `code` that stays, whatever the sentence beside it says. Which
                call answers which of them, `/v3/api-docs` says. Where fields are wrong, `fields` names each and what would be right.

                | Code | Status | It means | What to do |
                |---|---|---|---|
                """ + ProblemCodes.all().stream().map(code -> "| `" + code.code() + "` | " + code.statuses().stream().map(String::valueOf).collect(Collectors.joining(", ")) + " | "
                + code.means() + " | " + code.toDo() + " |\n").collect(Collectors.joining());
    }

    private static Map<String, String> sources() throws IOException {
        var sources = new TreeMap<String, String>();
        try (var files = Files.walk(SOURCES)) {
            for (var file : files.filter(file -> file.toString().endsWith(".java")).toList()) {
                sources.put(SOURCES.relativize(file).toString().replace(".java", ""), Files.readString(file));
            }
        }
        return sources;
    }
}
