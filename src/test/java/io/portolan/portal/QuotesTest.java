package io.portolan.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.leg.FakeLegRun;
import io.portolan.playbook.Sign;
import io.portolan.playbook.Template;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class QuotesTest {

    private final RunPlaces places = new RunPlaces(new FakeLegRun(null), null);
    private final Quotes quotes = new Quotes(places, () -> false);

    @Test
    void quotesTheCellThatShowsIt() {
        var page = page("Applications\nName\tNumber\tStatus\nLantern Ledger\tA-1\tPENDING\tOpen\nTerms of use");
        assertThat(quotes.seen(visible("Pending"), page)).isEqualTo("\"Pending\" on the page \"Applications – Bank\"");
    }

    @Test
    void quotesTheSentenceAloneAndNotWhatStandsBelow() {
        var page = page("Your application was created.\nA simulated bank. It keeps no money.\nTerms of use");
        assertThat(quotes.seen(text("application was created"), page))
                .isEqualTo("\"Your application was created.\" on the page \"Applications – Bank\"");
    }

    @Test
    void quotesTheSentenceOutOfALongLine() {
        var page = page("Welcome. " + "We are glad to have you here. ".repeat(8) + "Your mail is confirmed. Go on.");
        assertThat(quotes.seen(text("mail is confirmed"), page)).startsWith("\"Your mail is confirmed.\" on");
    }

    @Test
    void namesTheElementWhereThereAreNoWords() {
        var sign = new Sign(null, Targets.role("button", "Log out"), null, null, List.of(), Map.of(), null, Set.of());
        assertThat(quotes.seen(sign, page("Home"))).isEqualTo("The button \"Log out\" on the page \"Applications – Bank\"");
    }

    @Test
    void givesTheReasonOfARejectionAndNoNavigation() {
        var page = page("Rejected\nReason: the logo is too small\nPlease hand in another.\nImprint\nTerms of use.");
        assertThat(quotes.around(text("Rejected"), page)).isEqualTo("Rejected Reason: the logo is too small Please hand in another.");
    }

    @Test
    void masksAReasonBeforeItCutsIt() {
        places.hide("s3cret-value-1234567890");
        var page = page("Rejected " + "x".repeat(380) + " s3cret-value-1234567890");
        assertThat(quotes.around(text("Rejected"), page)).doesNotContain("s3cret");
    }

    @Test
    void givesTheReasonFromTheRowThatHoldsItAndOfNoOther() {
        var page = page("Name\tStatus\tRemark\nLantern\tRejected\tThe logo is too small.\tOpen\nBeacon\tRejected\tIts address is wrong.\tOpen\nYou may hand in again.");
        assertThat(quotes.around(text("Rejected"), page)).isEqualTo("Rejected The logo is too small.");
    }

    @Test
    void givesOfALineOnlyWhatStandsFromTheSignOn() {
        var page = page("Client secret: s3cret-value-1. We have rejected your application. The logo is too small. Please hand in again. Imprint. Terms.");
        assertThat(quotes.around(text("rejected your application"), page))
                .isEqualTo("We have rejected your application. The logo is too small. Please hand in again.");
    }

    @Test
    void givesTheReasonBelowTheSignAndNotBelowOtherWordsThatHoldIt() {
        var page = page("Unrejected: one.\nRejected\nReason: the logo is too small");
        assertThat(quotes.around(text("Rejected"), page)).isEqualTo("Rejected Reason: the logo is too small");
    }

    @Test
    void givesOnlyThePlaybooksWordsWhereThePageMayShowASecret() {
        var careful = new Quotes(places, () -> true);
        var page = page("Rejected: s3cretvalue\nReason: your key is s3cretvalue.");
        assertThat(careful.around(text("rejected"), page)).isEqualTo("\"rejected\" on the page. " + Finder.LEFT_OUT);
        assertThat(careful.seen(text("rejected"), page)).isEqualTo("\"rejected\" on the page. " + Finder.LEFT_OUT);
        assertThat(careful.seen(new Sign(null, Targets.role("button", "Log out"), null, null, List.of(), Map.of(), null, Set.of()), page))
                .isEqualTo("The button \"Log out\" on the page. " + Finder.LEFT_OUT);
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
