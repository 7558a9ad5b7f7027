package io.portolan.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.onboarding.Preflight;
import io.portolan.onboarding.PreflightReport;
import io.portolan.onboarding.PreflightReport.Finding;
import io.portolan.onboarding.PreflightReport.Severity;
import io.portolan.onboarding.PreflightReport.Subject;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChecklistViewTest {

    private static ChecklistView of(Finding... findings) {
        return at(null, findings);
    }

    private static ChecklistView at(String branch, Finding... findings) {
        return ChecklistView.of(new Preflight.Looked("lantern", "xx-quay", branch, "sandbox", "test", "main", "default", List.of("AIS"), Set.of("audience"),
                new PreflightReport(List.of(findings))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", value = {
        "PROFILE | tpp-field-missing | vat-number | VAT number | /tpps/lantern/edit#f-vatNumber",
        "PROFILE | tpp-field-missing | contact.e-mail | Contact e-mail | /tpps/lantern/edit#part-contacts",
        "PROFILE | tpp-field-missing | address.city | Address city | /tpps/lantern/edit#part-addresses",
        "APPLICATION | application-field-missing | description | Application: description | /tpps/lantern/edit#part-applications",
        "REDIRECT_URI | redirect-uri-missing | redirect-uri | Redirect URI | /tpps/lantern/edit#part-applications",
        "ROLE | role-missing | roles | Roles | /tpps/lantern/edit#f-roles",
        "DOCUMENT | document-missing | licence | Document licence | /tpps/lantern#documents",
        "CERTIFICATE | certificate-missing | QSealC | QSealC | /certificates",
        "ONBOARDING | already-onboarding | 4-2 | Under way | /onboardings/4-2",
        "REGISTRATION | already-registered | 4-2 | Registered | /registrations/4-2",
        "REGISTRATION | registration-missing | es-hub | Registration at es-hub | /onboardings/new?tpp=lantern&bank=es-hub",
        "FACT | fact-open | tariff | Tariff | /banks/xx-quay/environments/sandbox/facts#fact-tariff",
        "BRANCH | branch-missing | branch | Branch | #branch",
        "PORTAL | browser-missing | quay-portal | Portal quay-portal | none"})
    void saysWhereWhatIsWrongIsMended(Subject subject, String code, String about, String label, String link) {
        assertThat(of(new Finding(Severity.ERROR, code, subject, about, "It is missing.")).errors()).singleElement().satisfies(line -> {
            assertThat(line.label()).isEqualTo(label);
            assertThat(line.link()).isEqualTo(link);
        });
    }

    @Test
    void leadsToTheBoxOfTheBranchWhereEachHasItsOwnFact() {
        var ofBranch = new Finding(Severity.WARNING, "fact-open", Subject.FACT, "audience", "Nobody knows.");
        var ofAll = new Finding(Severity.WARNING, "fact-open", Subject.FACT, "tariff", "Nobody knows.");
        assertThat(at("de-north", ofBranch, ofAll).warnings()).extracting(ChecklistView.Line::link).containsExactly(
                "/banks/xx-quay/environments/sandbox/facts#fact-audience-de-north", "/banks/xx-quay/environments/sandbox/facts#fact-tariff");
        assertThat(of(ofBranch).warnings()).extracting(ChecklistView.Line::link).as("no branch is chosen").containsExactly("/banks/xx-quay/environments/sandbox/facts");
    }

    @Test
    void saysInAFewWordsHowItStands() {
        var error = new Finding(Severity.ERROR, "role-missing", Subject.ROLE, "roles", "It is missing.");
        var warning = new Finding(Severity.WARNING, "fact-open", Subject.FACT, "tariff", "Nobody knows.");
        var fine = new Finding(Severity.FINE, "role-held", Subject.ROLE, "PSP_AI", "It is there.");
        assertThat(of(fine).said()).isEqualTo("Nothing stands in the way.");
        assertThat(of(warning, fine).said()).isEqualTo("Nothing stands in the way. One thing should be known before.");
        assertThat(of(error, error, warning, warning).said()).isEqualTo("2 things stand in the way. 2 things should be known before.");
        assertThat(of(fine).fine()).singleElement().satisfies(line -> assertThat(line.link()).isNull());
    }
}
