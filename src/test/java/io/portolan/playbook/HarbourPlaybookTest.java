package io.portolan.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.simulator.HarbourAddresses;
import org.junit.jupiter.api.Test;

class HarbourPlaybookTest {

    @Test
    void readsThePlaybookOfTheSimulatedBank() {
        var bank = new HarbourAddresses("http://localhost:1", "https://localhost:2", "http://localhost:3", "localhost",
                4, 5, "demo@tpp.example", "none");

        var reading = SamplePlaybooks.READER.read("xx-harbour.yaml", bank.playbook());

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.orThrow().environments().get("production").hosts())
                .containsExactly("localhost:1", "localhost:2");
    }
}
