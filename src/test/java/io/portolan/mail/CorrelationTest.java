package io.portolan.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.leg.LegState;
import io.portolan.leg.RunningOnboardings.Running;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whose a mail is. */
class CorrelationTest {

    private static final Running PAPER = SampleMailBank.running("paper-1", "xx-paper", LegState.WAITING);
    private static final Running PAPER_TOO = SampleMailBank.running("paper-2", "xx-paper", LegState.WAITING);
    private static final Running OTHER = SampleMailBank.running("other-1", "xx-other", LegState.WAITING);
    private static final Correlation CORRELATION = new Correlation(new Correlation.Threads() {
        @Override
        public Optional<String> byMessageIds(List<String> ids) {
            return ids.stream().filter(List.of("<ptl.paper-2@tpp.example>", "<ptl.over@tpp.example>")::contains).findFirst()
                    .map(id -> id.substring("<ptl.".length(), id.indexOf('@')));
        }

        @Override
        public Optional<String> byReference(String reference) {
            return Optional.ofNullable(Map.of("PTL-7F3K2QXM", "paper-1", "PTL-33333333", "over").get(reference));
        }

        @Override
        public Set<String> bankReferences(String onboarding) {
            return onboarding.equals("paper-1") ? Set.of("TW-7") : Set.of("TW-77");
        }
    }, running -> Optional.of(running.onboarding() + "@tpp.example"));

    @Test
    void knowsTheAnswerToALetter() {
        assertThat(home("From: x@elsewhere.example", "Subject: Hi", "In-Reply-To: <ptl.paper-2@tpp.example>")).contains("paper-2");
    }

    @Test
    void knowsOurReferenceInTheSubject() {
        assertThat(home("From: x@elsewhere.example", "Subject: AW: Registrierung [ptl-7f3k2qxm]")).contains("paper-1");
        assertThat(home("From: x@elsewhere.example", "Subject: [PTL-22222222]")).isEmpty();
    }

    @Test
    void givesWhatBelongsToAnOnboardingThatIsOverToNoOther() {
        assertThat(home("From: desk@other.example", "Subject: Hi", "In-Reply-To: <ptl.over@tpp.example>")).isEmpty();
        assertThat(home("From: desk@other.example", "Subject: AW: Registrierung [PTL-33333333]")).isEmpty();
        assertThat(home("From: desk@paper.example", "Subject: Your matter TW-7", "In-Reply-To: <ptl.over@tpp.example>")).isEmpty();
        assertThat(home("From: desk@other.example", "Subject: [PTL-44444444]")).as("a reference that is not ours says nothing").contains("other-1");
    }

    @Test
    void knowsTheBanksReferenceAndNoLongerOne() {
        assertThat(home("From: desk@paper.example", "Subject: Your matter TW-7")).contains("paper-1");
        assertThat(home("From: desk@paper.example", "Subject: Your matter TW-77")).contains("paper-2");
        assertThat(home("From: desk@paper.example", "Subject: Your matter TW-777")).isEmpty();
        assertThat(home("From: desk@elsewhere.example", "Subject: Your matter TW-7")).isEmpty();
    }

    @Test
    void knowsTheBankWhereOnlyOneWaits() {
        assertThat(home("From: desk@other.example", "Subject: Hi")).contains("other-1");
        assertThat(home("From: desk@paper.example", "Subject: Hi")).as("two wait").isEmpty();
        assertThat(home("From: desk@paper.example", "To: paper-2@tpp.example", "Subject: Hi")).as("it was sent to one of them").contains("paper-2");
    }

    @Test
    void prefersTheOneThatExpectsTheMail() {
        var expecting = SampleMailBank.expecting("paper-3");
        var mail = RawMails.read("From: no-reply@paper.example", "Subject: Confirm your e-mail", "", "x");
        assertThat(CORRELATION.of(mail, List.of(PAPER, PAPER_TOO, expecting))).get().extracting(home -> home.running().onboarding()).isEqualTo("paper-3");
    }

    private static Optional<String> home(String... header) {
        var lines = new java.util.ArrayList<>(List.of(header));
        lines.add("");
        lines.add("text");
        return CORRELATION.of(RawMails.read(lines.toArray(String[]::new)), List.of(PAPER, PAPER_TOO, OTHER)).map(home -> home.running().onboarding());
    }
}
