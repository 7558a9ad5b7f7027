package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.leg.Rehearsed;
import io.portolan.playbook.Playbooks;
import io.portolan.rehearsal.Attempt;
import io.portolan.rehearsal.Cast;
import io.portolan.rehearsal.RehearsalReport;
import io.portolan.rehearsal.RehearsePlaybook;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * Every shape of route that a packaged playbook has, and every kind of way in src/test/resources/routes, is walked once on the real engine:
 * its legs are filled, signed and read as in earnest, and answered by their own signs.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RehearsesPlaybooksIT extends ScriptedStory {

    @Autowired ApplicationContext application;
    @Autowired Playbooks playbooks;
    private List<RehearsalReport> reports;

    @BeforeAll
    void rehearse() {
        var cast = new Cast();
        cast.learn(application.getBeansOfType(Rehearsed.class).values());
        ScriptedMeans.alwaysForAll("rehearsal-", cast::perform);
        reports = new RehearsePlaybook(application, cast).oncePerShape(playbooks.all());
    }

    @AfterAll
    void leave() {
        ScriptedMeans.alwaysForAll("rehearsal-", ScriptedMeans::asAsked);
    }

    @Test
    void walksEachShapeOfRouteToItsEnd() {
        assertThat(reports).flatExtracting(report -> report.findings().stream().map(finding -> report.bank() + ": " + finding).toList()).isEmpty();
    }

    @Test
    void showsEveryKindOfSign() {
        assertThat(reports).flatExtracting(RehearsalReport::attempts).extracting(Attempt::shown)
                .anyMatch(shown -> shown.startsWith("done: status")).anyMatch(shown -> shown.startsWith("wait: ")).anyMatch(shown -> shown.startsWith("rejected: "))
                .anyMatch(shown -> shown.startsWith("ask: ")).contains("a person does it", "after a rejection, begin again", "the bank says: approved");
    }
}
