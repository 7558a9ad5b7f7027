package io.portolan.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.simulator.BankAddresses;
import java.util.List;
import org.junit.jupiter.api.Test;

class HarbourPlaybookTest {

    @Test
    void readsThePlaybookOfTheSimulatedBank() {
        var bank = new BankAddresses("xx-harbour", "http://localhost:1", "https://localhost:2", "http://localhost:3", List.of("xx-harbour"));

        var reading = SamplePlaybooks.READER.read("xx-harbour.yaml", bank.playbook());

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.orThrow().environments().get("production").hosts())
                .containsExactly("localhost:1", "localhost:2");
    }
}
