package io.portolan.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.portolan.tpp.Tpps;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CheckDocumentsTest {

    private static final String LICENCE = "- {id: a, stage: sign-up, by: operator, title: Hand in, instruct: Do it., files: {The licence: '{{document.licence}}'}}\n";

    private final Tpps tpps = mock(Tpps.class);
    private final CheckDocuments check = new CheckDocuments(tpps);
    private final LocalDate today = AskedRoute.day(SampleRoutes.NOW);

    @BeforeEach
    void hasNothing() {
        when(tpps.document(any(), any())).thenReturn(Optional.empty());
    }

    private List<PreflightReport.Finding> of(String legs) {
        return SampleRoutes.found(check, SampleRoutes.asked(SampleRoutes.wish("", null, legs)));
    }

    private List<String> withLicence(LocalDate until) {
        when(tpps.document("lantern", "licence")).thenReturn(Optional.of(new Tpps.Document("licence", Tpps.Document.Kind.LICENCE, "licence.pdf", "application/pdf",
                new byte[] {1}, until)));
        return SampleRoutes.said(of(LICENCE));
    }

    @Test
    void findsThatADocumentWhichTheBankIsHandedIsMissingOrHasExpiredOrWillSoon() {
        assertThat(of(LICENCE)).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("document-missing");
            assertThat(finding.about()).isEqualTo("licence");
        });
        assertThat(withLicence(today.minusDays(1))).containsExactly("error document-expired");
        assertThat(withLicence(today)).containsExactly("warning document-expires-soon");
        assertThat(withLicence(today.plusDays(31))).containsExactly("fine document-there");
        assertThat(withLicence(null)).containsExactly("fine document-there");
        assertThat(of(SampleRoutes.LEG)).isEmpty();
    }

    @Test
    void findsALogoThatAMachineHandsOverAndThatIsNotThere() {
        var upload = "- {id: a, stage: create-application, by: portal, title: Create, signed-in: false, repeat: safe, done-when: {text: Done}, steps: [{upload: {label: Logo, file: '{{application.logo}}'}}]}\n";
        var byHand = "- {id: a, stage: create-application, by: operator, title: Create, instruct: Do it., files: {Logo: '{{application.logo}}'}}\n";
        assertThat(of(upload)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(PreflightReport.Severity.ERROR);
            assertThat(finding.code()).isEqualTo("logo-missing");
            assertThat(finding.sentence()).isEqualTo("\"Create\" hands over the logo of the application main, and there is no document logo.");
        });
        assertThat(SampleRoutes.said(of(byHand))).containsExactly("warning logo-missing");
        when(tpps.document("lantern", "logo")).thenReturn(Optional.of(new Tpps.Document("logo", Tpps.Document.Kind.LOGO, "logo.png", "image/png", new byte[] {1})));
        assertThat(SampleRoutes.said(of(upload))).containsExactly("fine logo-there");
    }
}
