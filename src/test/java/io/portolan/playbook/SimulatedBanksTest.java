package io.portolan.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.simulator.BankAddresses;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatedBanksTest {

    @ParameterizedTest
    @ValueSource(strings = {"xx-anchorage", "xx-pier", "xx-regatta"})
    void readsThePlaybooksOfSimulatedBanks(String id) {
        var bank = new BankAddresses(id, "http://localhost:1", "https://localhost:2", "http://localhost:3", List.of(id));

        assertThat(SamplePlaybooks.READER.read(id + ".yaml", bank.playbook()).problems()).isEmpty();
    }
}
