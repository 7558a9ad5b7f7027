package io.portolan.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class PlaybookReaderTest {

    private final PlaybookReader reader = new PlaybookReader(
            Clock.fixed(Instant.parse("2026-11-20T00:00:00Z"), ZoneOffset.UTC));

    @Test
    void readsTheExampleOfTheDocumentation() throws IOException {
        var reading = reader.read("xx-example.yaml", Files.readString(Path.of("docs/xx-example.yaml")));

        assertThat(reading.problems()).isEmpty();
        var route = reading.orThrow().environments().get("production").routes().get(0);
        assertThat(route.legs()).extracting(Leg::by).contains(MeansName.PORTAL, MeansName.API, MeansName.MAIL);
    }
}
