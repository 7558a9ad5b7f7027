package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.leg.Rehearsed;
import io.portolan.playbook.Playbooks;
import io.portolan.rehearsal.Attempt;
import io.portolan.rehearsal.Cast;
import io.portolan.rehearsal.RehearsalReport;
import io.portolan.rehearsal.RehearsePlaybook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * Every shape of route that a packaged playbook has, and every kind of way in src/test/resources/routes, is walked once on the real engine:
 * its legs are filled, signed and read as in earnest, and answered by their own signs.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Order(Integer.MAX_VALUE)
class RehearsesPlaybooksIT extends ScriptedStory {

    @Autowired ApplicationContext application;
    @Autowired Playbooks playbooks;
    /** The sign that it is done leaves nothing for its capture; the link that its mail brings is on no host of the bank. */
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
                      - id: confirm
                        stage: sign-up
                        by: mail
                        title: Confirm
                        expect: {from: '@contradiction.example'}
                        captures: {link: {from: 'link:^https://elsewhere\\.example/', credential: api-key}}
            """;

    private RehearsePlaybook rehearse;
    private List<RehearsalReport> reports;

    @BeforeAll
    void rehearse() {
        var cast = new Cast();
        cast.learn(application.getBeansOfType(Rehearsed.class).values());
        ScriptedMeans.alwaysForAll("rehearsal-", cast::perform);
        rehearse = new RehearsePlaybook(application, cast);
        reports = rehearse.oncePerShape(playbooks.all());
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

    @Test
    void findsWhatAPlaybookContradictsItselfIn() {
        putPlaybook("xx-contradiction", CONTRADICTION);
        playbooks.reload();
        var report = rehearse.all(List.of(playbooks.current("xx-contradiction").orElseThrow())).get(0);
        assertThat(report.isClean()).isFalse();
        assertThat(report.findings()).anyMatch(finding -> finding.contains("leg register") && finding.contains("lacks client-id"))
                .anyMatch(finding -> finding.contains("leg confirm") && finding.contains("link"));
    }

    @Test
    void findsNothingWrongWithThePlaybookThatTheTutorialEndsWith() throws IOException {
        putPlaybook("xx-my-harbour", Files.readString(Path.of("docs/xx-my-harbour.yaml")));
        playbooks.reload();
        assertThat(rehearse.all(List.of(playbooks.current("xx-my-harbour").orElseThrow())).get(0).findings()).isEmpty();
    }

    @Test
    void leavesNothingThatCouldBeTakenForARegistrationOfOurs() {
        assertThat(tpps.all()).filteredOn(tpp -> tpp.id().startsWith("rehearsal-")).isNotEmpty()
                .allSatisfy(tpp -> assertThat(tpp.profile().legalName()).isEqualTo("Rehearsal GmbH"));
        assertThat(reports).flatExtracting(RehearsalReport::attempts).hasSizeGreaterThan(50);
    }
}
