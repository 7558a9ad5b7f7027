package io.portolan.stories;

import io.portolan.onboarding.LeftAtBank;
import io.portolan.playbook.Playbooks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** What the stories of moves to newer playbooks share: a bank of each test's own, whose playbook may be put anew. */
abstract class MovingStory extends ApiStory {

    @Autowired Playbooks playbooks;
    @Autowired LeftAtBank leftAtBank;

    final String bank = "xx-quay-" + UUID.randomUUID().toString().substring(0, 8);
    String yaml;

    @BeforeEach
    void putTheBank() throws IOException {
        yaml = Files.readString(Path.of("src/test/resources/stories/xx-quay.yaml")).replace("xx-quay", bank);
        put(yaml);
    }

    void put(String text) {
        putPlaybook(bank, text);
        playbooks.reload();
    }
}
