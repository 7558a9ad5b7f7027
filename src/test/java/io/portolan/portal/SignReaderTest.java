package io.portolan.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.leg.FakeLegRun;
import io.portolan.playbook.Hosts;
import io.portolan.playbook.Sign;
import io.portolan.playbook.Target;
import io.portolan.playbook.Template;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignReaderTest {

    private final RunPlaces places = new RunPlaces(new FakeLegRun(null), null);
    private final SignReader signs = new SignReader(new FakeBrowser(deed -> { }), new Hosts(List.of("bank.example")), places);

    @Test
    void quotesTheCellThatShowsIt() {
        var page = page("Applications\nName\tNumber\tStatus\nLantern Ledger\tA-1\tPENDING\tOpen\nTerms of use");
        assertThat(signs.seen(visible("Pending"), page)).isEqualTo("\"Pending\" on the page \"Applications – Bank\"");
    }

    @Test
    void quotesTheSentenceAloneAndNotWhatStandsBelow() {
        var page = page("Your application was created.\nA simulated bank. It keeps no money.\nTerms of use");
        assertThat(signs.seen(text("application was created"), page))
                .isEqualTo("\"Your application was created.\" on the page \"Applications – Bank\"");
    }

    @Test
    void quotesTheSentenceOutOfALongLine() {
        var page = page("Welcome. " + "We are glad to have you here. ".repeat(8) + "Your mail is confirmed. Go on.");
        assertThat(signs.seen(text("mail is confirmed"), page)).startsWith("\"Your mail is confirmed.\" on");
    }

    @Test
    void namesTheElementWhereThereAreNoWords() {
        var sign = new Sign(null, Targets.role("button", "Log out"), null, null, List.of(), Map.of(), null, Set.of());
        assertThat(signs.seen(sign, page("Home"))).isEqualTo("The button \"Log out\" on the page \"Applications – Bank\"");
    }

    @Test
    void givesTheReasonOfARejectionAndNoNavigation() {
        var page = page("Rejected\nReason: the logo is too small\nPlease hand in another.\nImprint\nTerms of use.");
        assertThat(signs.around(text("Rejected"), page)).isEqualTo("Rejected Reason: the logo is too small Please hand in another.");
    }

    @Test
    void masksAReasonBeforeItCutsIt() {
        places.hide("s3cret-value-1234567890");
        var page = page("Rejected " + "x".repeat(380) + " s3cret-value-1234567890");
        assertThat(signs.around(text("Rejected"), page)).doesNotContain("s3cret");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Active        | Your application is ACTIVE.       | true",
        "Active        | Status:Active                     | true",
        "Active        | (active)                          | true",
        "Active        | Status—Active                     | true",
        "Active        | Inactive                          | false",
        "Active        | non-active                        | false",
        "Active        | Activexy                          | false",
        "Aktív         | Neaktív                           | false",
        "ktiv          | Äktiv                             | false",
        "Schließung    | Die SCHLIESSUNG                   | true",
        "Approved      | Unapproved, once approved         | true",
        "Subscribed to: | Subscribed to:Accounts           | true",
        "e-mail        | Your e–mail is confirmed          | true",
        "Application 1 | Application 12                    | false",
        "审批           | 已审批通过                          | true"})
    void readsWholeWordsInAnyCase(String sought, String shown, boolean shows) {
        assertThat(signs.shows(text(sought), page(shown))).isEqualTo(shows);
    }

    @Test
    void believesNoPageOnAnotherHost() {
        assertThat(signs.shows(text("Approved"), page("Approved"))).isTrue();
        assertThat(signs.shows(text("Approved"), new Page("https://evil.example/", "Bank", 200, "Approved", false, List.of(), List.of()))).isFalse();
    }

    private static Sign text(String text) {
        return new Sign(new Template(text), null, null, null, List.of(), Map.of(), null, Set.of());
    }

    private static Sign visible(String text) {
        return new Sign(null, Targets.text(text), null, null, List.of(), Map.of(), null, Set.of());
    }

    private static Page page(String text) {
        return new Page("https://bank.example/applications", "Applications – Bank", 200, text, false, List.of(), List.of());
    }
}
