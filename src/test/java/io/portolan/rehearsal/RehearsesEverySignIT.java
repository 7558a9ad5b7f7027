package io.portolan.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.playbook.Playbooks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * All signs of all packaged playbooks, by {@code mvn verify -Prehearse}, in the application that the command line starts; what came of each is in
 * target/rehearsal.txt. With {@code -Dupdate} it is written down which versions were rehearsed and found to be in order.
 */
@Tag("rehearse")
class RehearsesEverySignIT {

    private static final Path KEPT = Path.of("src/main/resources", Coverage.FILE);

    @Test
    void findsNoDeadEndInAnyPlaybook() throws IOException {
        List<RehearsalReport> reports;
        try (var application = RehearsalApplication.with(List.of())) {
            var playbooks = application.playbooks();
            assertThat(playbooks).extracting(Playbooks.Versioned::source).isNotEmpty();
            reports = application.rehearse(playbooks);
        }
        Files.writeString(Path.of("target", "rehearsal.txt"), reports.stream().flatMap(RehearsesEverySignIT::lines).collect(Collectors.joining("\n", "", "\n")));
        if (Boolean.getBoolean("update")) {
            var today = LocalDate.now(Clock.systemUTC());
            Files.writeString(KEPT, reports.stream().filter(RehearsalReport::isClean).map(report -> new KeptRehearsal(report.bank(), report.version(), today,
                    "0.1.0-SNAPSHOT").written()).sorted().collect(Collectors.joining("\n", "# bank, version, rehearsed on, by Portolan; written by mvn verify -Prehearse -Dupdate\n", "\n")));
        }
        assertThat(reports).allSatisfy(report -> assertThat(report.findings()).as(report.bank()).isEmpty());
    }

    private static Stream<String> lines(RehearsalReport report) {
        var bank = report.bank();
        return Stream.of(report.attempts().stream().map(each -> "%s | %s %s | %s | %s | %s%s".formatted(bank, each.route(), each.services(), each.leg(), each.shown(),
                each.isAsItShould() ? "" : "WRONG ", each.came().replaceAll("\\s+", " "))), report.left().stream().map(left -> bank + " | not rehearsed | " + left),
                report.findings().stream().map(finding -> bank + " | WRONG | " + finding)).flatMap(lines -> lines);
    }
}
