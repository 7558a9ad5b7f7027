package io.portolan.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.simulator.BankAddresses;
import io.portolan.simulator.keycloak.KeycloakBank;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatedPlaybooksTest {

    static Stream<String> ids() throws IOException {
        try (var files = Files.list(Path.of("src/test/resources/simulator"))) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".yaml"))
                    .map(name -> name.substring(0, name.length() - 5)).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"xx-keycloak.yaml", "xx-keycloak-key.yaml"})
    void readsThePlaybooksForARealServer(String file) {
        assertThat(SamplePlaybooks.READER.read(file, KeycloakBank.playbook(file, "https://localhost:4/realms/bank", "localhost:4")).problems()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("ids")
    void readsThePlaybooksOfTheSimulatedBanks(String id) {
        var bank = new BankAddresses(id, "http://localhost:1", "https://localhost:2", "http://localhost:3", List.of(id));

        var reading = SamplePlaybooks.READER.read(id + ".yaml", bank.playbook());

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.orThrow().environments()).containsKey("production");
    }
}
