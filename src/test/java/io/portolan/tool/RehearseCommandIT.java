package io.portolan.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as a user gives it, which starts an application of its own; by {@code mvn verify -Prehearse}. */
@Tag("rehearse")
class RehearseCommandIT {

    /** What shows that the call has worked leaves nothing that its capture could take. */
    private static final String CONTRADICTION = """
            bank: xx-contradiction
            name: Bank that contradicts itself
            sources: [a test]
            checked-on: 2026-11-01
            confidence: partial
            environments:
              sandbox:
                kind: test
                base-url: https://contradiction.example
                hosts: [contradiction.example]
                routes:
                  - name: default
                    legs:
                      - id: register
                        stage: register-client
                        by: api
                        title: Register
                        repeat: safe
                        request: {method: GET, url: '{{environment.base-url}}/client'}
                        done-when: {json: {/state: ACTIVE}}
                        captures: {client-id: {from: /state, pattern: '^([0-9]+)$'}}
            """;

    @Test
    void tellsSignBySignWhatCameOfABankAndOfAFile(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("xx-contradiction.yaml"), CONTRADICTION);
        var said = new StringWriter();
        int code = PlaybookTool.run(Clock.systemUTC(), new PrintWriter(said), new PrintWriter(said), "playbook", "rehearse", "gr-piraeus-bank", file.toString());

        assertThat(code).isEqualTo(1);
        assertThat(said.toString()).contains("gr-piraeus-bank, version ", "a person does it -> done", "nothing is wrong. Rehearsed is not proven at the bank.")
                .contains("xx-contradiction, version ", "WRONG  sandbox/default, leg register", "lacks client-id");
    }
}
