package io.portolan.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.playbook.Playbook;
import io.portolan.playbook.PlaybookReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Keeps docs/coverage.md what the packaged playbooks say; {@code -Dupdate} rewrites it. */
class CoverageDocumentTest {

    private static final Path DOCUMENT = Path.of("docs/coverage.md");
    private static final String HEAD = """
            # Which banks are covered

            Made from `bank-playbooks/` by `mvn test -Dtest=CoverageDocumentTest -Dupdate`; a test holds it.

            *Means* are those of the first route of the live environment, or of the first environment where there is no live one. A playbook is *complete* where nobody has to be
            asked for a fact before its routes can be walked. *Rehearsed* says that just this version was walked on the real process, without the bank, by all of
            its signs, and that no dead end was found: it proves the form of the playbook and not that the bank is so. Whether it was *proven at the bank* is known to each
            installation by its own registrations, and is no part of this table.

            """;

    @Test
    void tellsOfEveryPackagedPlaybook() throws IOException {
        var text = new StringBuilder(HEAD);
        var rows = new StringBuilder();
        int complete = 0;
        int rehearsed = 0;
        var files = files();
        for (var file : files) {
            var content = Files.readString(file);
            var playbook = new PlaybookReader(Clock.systemUTC()).read(file.getFileName().toString(), content).orThrow();
            var kept = Coverage.packaged().stream().filter(each -> each.version().equals(hash(content))).findFirst();
            complete += playbook.ask().isEmpty() ? 1 : 0;
            rehearsed += kept.isPresent() ? 1 : 0;
            rows.append("| %s (`%s`) | %s | %s | %s | %s | %s | %s | %s |%n".formatted(playbook.name().replace("|", "/"), playbook.bank(),
                    playbook.bank().substring(0, 2).toUpperCase(Locale.ROOT), means(playbook), environments(playbook), facts(playbook), word(playbook.confidence()),
                    playbook.checkedOn(), kept.map(each -> each.on().toString()).orElse("no")));
        }
        text.append("%d playbooks, %d complete, %d rehearsed.%n%n".formatted(files.size(), complete, rehearsed));
        text.append("| Bank | Country | Means | Environments | Complete | Confidence | Checked on | Rehearsed |\n|---|---|---|---|---|---|---|---|\n").append(rows);
        if (Boolean.getBoolean("update")) {
            Files.writeString(DOCUMENT, text);
        }
        assertThat(DOCUMENT).as("rewrite it with -Dtest=CoverageDocumentTest -Dupdate").content().isEqualTo(text.toString());
    }

    private static List<Path> files() throws IOException {
        try (var files = Files.list(Path.of("bank-playbooks"))) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
        }
    }

    private static String means(Playbook playbook) {
        return playbook.meansByStage().entrySet().stream()
                .map(each -> word(each.getKey()) + ": " + each.getValue().stream().map(CoverageDocumentTest::word).collect(Collectors.joining(", "))).collect(Collectors.joining("; "));
    }

    private static String environments(Playbook playbook) {
        return playbook.environments().entrySet().stream().map(each -> each.getKey() + " (" + word(each.getValue().kind()) + ")").collect(Collectors.joining(", "));
    }

    private static String facts(Playbook playbook) {
        int facts = playbook.ask().size();
        return facts == 0 ? "complete" : "asks " + facts + (facts == 1 ? " fact" : " facts");
    }

    private static String word(Enum<?> value) {
        return value == null ? "" : value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String hash(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
