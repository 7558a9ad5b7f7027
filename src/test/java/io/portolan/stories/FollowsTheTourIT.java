package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.portolan.access.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The lines of docs/api.md, run one after the other by a shell, and what they are answered, compared with what the page shows. */
class FollowsTheTourIT extends ApiStory {

    private static final Path TOUR = Path.of("docs/api.md");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern STOP = Pattern.compile("```sh\n(curl .*)\n```\n```http\n([^`]*)```");
    private static final Pattern NAME = Pattern.compile("\\$([A-Z]+)");

    private final Map<String, String> names = new LinkedHashMap<>();

    @Test
    void answersEachLineAsThePageShows() throws Exception {
        Assumptions.assumeTrue(new ProcessBuilder("curl", "--version").start().waitFor() == 0, "there is no curl here");
        var tpp = aTpp();
        ScriptedMeans.next(tpp, "approval", PENDING);
        try (var admin = tokens.create("tour-" + UUID.randomUUID(), Set.of(Role.ADMIN), Set.of(), null, "user:story")) {
            names.putAll(Map.of("PORTOLAN", "http://localhost:" + port, "ADMIN", admin.reveal(CharSequence::toString), "TPP", tpp, "BANK", "xx-quay", "ENVIRONMENT", "sandbox",
                    "RUN", UUID.randomUUID().toString()));
            var tour = Files.readString(TOUR);
            var stop = STOP.matcher(tour);
            int stops = 0;
            while (stop.find()) {
                follow(stop.group(1), stop.group(2));
                stops++;
            }
            assertThat(stops).isEqualTo(tour.split("\n```sh\n").length - 1).isGreaterThan(25);
        }
    }

    /** What reads is asked again until it is answered as shown; what acts is done once. */
    private void follow(String line, String shown) {
        if (line.contains(" -d ") || line.contains(" -X ")) {
            compare(line, shown, answer(line));
        } else {
            await(line).atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(100)).untilAsserted(() -> compare(line, shown, answer(line)));
        }
    }

    private void compare(String line, String shown, String answer) {
        var wanted = shown.split("\n\n", 2);
        var given = answer.split("\r\n\r\n", 2);
        var lines = wanted[0].strip().split("\n");
        assertThat(given[0]).as("%s%n%s", line, answer).startsWith(lines[0]);
        for (var header : Arrays.asList(lines).subList(1, lines.length)) {
            var name = header.substring(0, header.indexOf(':'));
            var value = Arrays.stream(given[0].split("\r\n")).filter(each -> each.toLowerCase(java.util.Locale.ROOT).startsWith(name.toLowerCase(java.util.Locale.ROOT) + ":"))
                    .map(each -> each.substring(name.length() + 1).strip()).findFirst();
            assertThat(value).as("%s of %s%n%s", name, line, given[0]).isPresent();
            text(line + " " + name, header.substring(name.length() + 1).strip(), value.orElseThrow());
        }
        if (wanted.length > 1 && !wanted[1].isBlank()) {
            json(line, read(wanted[1]), read(given[1]));
        }
    }

    private void json(String where, JsonNode shown, JsonNode given) {
        if (shown.isObject()) {
            shown.fields().forEachRemaining(field -> {
                assertThat(given.has(field.getKey())).as(where + " has no " + field.getKey() + ": " + given).isTrue();
                json(where + " " + field.getKey(), field.getValue(), given.get(field.getKey()));
            });
        } else if (shown.isArray()) {
            for (int i = 0; i < shown.size(); i++) {
                if (!shown.get(i).asText().equals("…")) {
                    assertThat(given.size()).as(where + ": " + given).isGreaterThan(i);
                    json(where + "[" + i + "]", shown.get(i), given.get(i));
                }
            }
        } else if (shown.isTextual() && given != null && given.isValueNode() && !given.isNull()) {
            text(where, shown.asText(), given.asText());
        } else {
            assertThat(given).as(where).isEqualTo(shown);
        }
    }

    /** A name that is not known yet is what is given; what is left out fits anything. */
    private void text(String where, String shown, String given) {
        var form = new StringBuilder();
        var name = NAME.matcher(shown);
        int from = 0;
        String unknown = null;
        while (name.find()) {
            form.append(pattern(shown.substring(from, name.start())));
            var known = names.get(name.group(1));
            form.append(known == null ? "(.+)" : Pattern.quote(known));
            unknown = known == null ? name.group(1) : unknown;
            from = name.end();
        }
        var fits = Pattern.compile(form + pattern(shown.substring(from)) + "(;.*)?", Pattern.DOTALL).matcher(given);
        assertThat(fits.matches()).as("%s: %s is not %s", where, given, shown).isTrue();
        if (unknown != null) {
            names.put(unknown, fits.group(1));
        }
    }

    private static String pattern(String text) {
        return Arrays.stream(text.split("…", -1)).map(Pattern::quote).reduce((a, b) -> a + ".*" + b).orElse("");
    }

    private String answer(String line) {
        try {
            // the answer with its header fields, also where the page throws the body away
            var run = new ProcessBuilder("bash", "-c", "curl() { command curl -s -D - \"$@\"; }; " + line).redirectErrorStream(true);
            run.environment().putAll(names);
            var process = run.start();
            var answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).as(line).isTrue();
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(text, e);
        }
    }
}
