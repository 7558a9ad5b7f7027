package io.portolan.tool;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.chart.HandDrawnModels;
import io.portolan.playbook.PlaybookReader;
import io.portolan.playbook.PlaybooksOnDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainCommandTest {

    private static final Path EXAMPLE = Path.of("docs/xx-example.yaml");

    @TempDir
    Path folder;

    @Test
    void tellsTheRouteOfTheExample() {
        var said = Tools.run("explain", EXAMPLE, "--environment", "production");

        assertThat(said.code()).as(said.err()).isZero();
        var text = said.out().replaceAll("\\s+", " ");
        assertThat(text).startsWith("Example Bank: production It is for real.").contains("Before anything is sent We need a QWAC for TLS.",
                "cannot be taken back; a run that was cut off there looks before it clicks again.", "client secret (to the vault)",
                "It waits for the bank, usually up to", "A person is asked at the text", "handing in again begins at \"Create the application\"",
                "It proves access, at most to the level data.", "Afterwards Renew certificate: upload in the portal; lead time: 3 business days; ask support.");
    }

    @Test
    void tellsWhatOfOurDataGoesWhere() throws IOException {
        var file = file("""
                ask: {register-url: told by support}
                needs: {tpp: [vat-number, contact.e-mail]}
                automation: permitted
                """, """
                - id: register
                  stage: register-client
                  by: api
                  title: Register
                  instruct: Do it with curl.
                  request: {method: POST, url: '{{environment.base-url}}/clients', tls: QWAC, body: {name: '{{tpp.legal-name}}', mail: '{{tpp.contact.e-mail}}'}}
                  captures: {client-id: {from: /client_id}}
                - id: tell
                  stage: approval
                  by: operator
                  title: Tell the bank
                  instruct: Call them.
                  data: ['{{application.redirect-uri}}', '{{captured.client-id}}', '{{ask.register-url}}']
                  then-wait: true
                - id: organisation
                  stage: certificates
                  by: derive
                  title: Take the id
                  captures: {organisation-id: {from: '{{certificate.qwac.organisation-id}}'}}
                - id: write
                  stage: approval
                  by: mail
                  title: Write
                  letter: {to: '{{ask.register-url}}', subject: 'Access for {{tpp.legal-name}}', text: 'We are {{captured.organisation-id}}.'}
                """);

        var text = Tools.run("explain", file).out().replaceAll("\\s+", " ");

        assertThat(text).contains("Our profile must have: VAT number, contact's e-mail.", "Nobody has \"register-url\" yet: told by support.",
                "A person does \"Tell the bank\".", "By hand: Do it with curl.", "The bank is given, at bank.example: our legal name, our contact's e-mail.",
                "It is done once: where the bank's answer is lost, a person decides.", "It brings back: client id.", "To do: Call them.",
                "The person copies or hands in: the application's redirect URI, the client id that came back before, the fact \"register-url\", which has to be asked.",
                "It then waits for the bank; nobody knows how long that takes.", "It uses our QWAC the organizationIdentifier of its subject; nothing is sent.",
                "We write to <the fact \"register-url\", which has to be asked>, subject \"Access for <our legal name>\"; an answer is read.", "Nothing is written down about renewal.");
    }

    @Test
    void explainsEveryPackedBank() {
        var banks = new PlaybooksOnDisk(new PlaybookReader(Clock.systemUTC()),
                HandDrawnModels::new).packed();

        assertThat(banks).isNotEmpty().allSatisfy(bank -> {
            var said = Tools.run("explain", bank);
            assertThat(said.code()).as(bank).isZero();
            assertThat(said.out()).doesNotContain("null", "{{").doesNotContain(" a OB").contains("Afterwards");
        });
    }

    @Test
    void helpsWithNamesThatAreNotThere() {
        assertThat(Tools.run("explain", "gr-pireus-bank")).satisfies(said -> assertThat(said.code()).isEqualTo(2))
                .satisfies(said -> assertThat(said.err()).contains("Did you mean \"gr-piraeus-bank\"?"));
        assertThat(Tools.run("explain", EXAMPLE, "-e", "prodution").err()).contains("There is no environment \"prodution\"", "Did you mean \"production\"?");
        assertThat(Tools.run("explain", EXAMPLE, "-r", "other").err()).contains("There is no route \"other\"");
    }

    @Test
    void tellsTheProblemsOfABrokenPlaybook() throws IOException {
        var said = Tools.run("explain", file("nmae: x\n", "- {id: a, stage: sign-up, by: operator, title: A}\n"));

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err()).contains("xx-small.yaml:6:1: nmae: ");
    }

    @Test
    void writesTheModelThatTheEngineRuns() throws IOException {
        var said = Tools.run("bpmn", "de-commerzbank", "-o", folder);

        assertThat(said.code()).as(said.err()).isZero();
        try (var written = Files.list(folder)) {
            assertThat(written).isNotEmpty().allSatisfy(file ->
                    assertThat(file).hasSameTextualContentAs(Path.of("bpmn/banks").resolve(file.getFileName())));
        }
        assertThat(Tools.run("bpmn", "cz-csob").out()).startsWith("<?xml").contains("BPMNShape", "onboard-cz-csob-production");
        assertThat(Tools.run("bpmn", "de-commerzbank")).satisfies(all -> assertThat(all.code()).isEqualTo(2))
                .satisfies(all -> assertThat(all.err()).contains("say which by --environment and --route"));
    }

    private Path file(String top, String legs) throws IOException {
        return Files.writeString(folder.resolve("xx-small.yaml"), """
                bank: xx-small
                name: Small Bank
                sources: [a test]
                checked-on: 2026-11-01
                confidence: partial
                %senvironments:
                  test:
                    kind: test
                    base-url: https://bank.example
                    hosts: [bank.example]
                    routes:
                      - name: default
                        legs:
                %s""".formatted(top, legs.indent(10)));
    }
}
