package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.onboarding.Onboarding.Status;
import io.portolan.playbook.Playbooks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** At a bank where one registers once, ever, even the first run looks whether a registration is there that we do not know of. */
class LooksFirstIT extends ScriptedStory {

    @Autowired Playbooks playbooks;

    @Test
    void looksFirstWhereABankTakesOneRegistrationOnlyEver() throws IOException {
        var once = "xx-quay-once";
        putPlaybook(once, Files.readString(Path.of("src/test/resources/stories/xx-quay.yaml")).replace("xx-quay", once)
                .replaceFirst("sources:", "unique-by: portal-account\nsources:"));
        playbooks.reload();
        assertThat(playbooks.problems()).noneMatch(problem -> problem.file().startsWith(once));

        assertThat(firstRunsLook("xx-quay")).containsExactly("create-application false", "approval false");
        assertThat(firstRunsLook(once)).containsExactly("create-application true", "approval false");
    }

    private ArrayList<String> firstRunsLook(String bank) {
        var tpp = aTpp();
        var looks = new ArrayList<String>();
        for (var leg : new String[] {"create-application", "approval"}) {
            ScriptedMeans.next(tpp, leg, run -> {
                looks.add(leg + " " + run.isRepeated());
                return ScriptedMeans.asAsked(run);
            });
        }
        awaitStatus(startAt(tpp, bank, "AIS").id(), Status.DONE);
        return looks;
    }
}
