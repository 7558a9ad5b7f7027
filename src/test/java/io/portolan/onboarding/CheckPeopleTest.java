package io.portolan.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.tpp.TppProfile.Contact;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckPeopleTest {

    private static final String LEG = "- {id: a, stage: sign-up, by: operator, title: Ask, instruct: Do it., data: {Mail: '{{tpp.contact.e-mail}}', Phone: '{{tpp.contact.phone}}'}}\n";

    private static List<PreflightReport.Finding> of(String leg, LocalDate until) {
        var contact = new Contact(Contact.Kind.BANKS, "Ada", "Lehmann", "ada@lantern.example", "+49 40 1", until);
        return SampleRoutes.found(new CheckPeople(), SampleRoutes.asked(SampleRoutes.wish("", null, leg), SampleRoutes.lantern(null, List.of(contact), null), SampleRoutes.NOW));
    }

    @Test
    void warnsOnceOfAContactWhoLeavesSoonWhereALegNamesThem() {
        var today = AskedRoute.day(SampleRoutes.NOW);
        assertThat(of(LEG, today.plusDays(29))).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("contact-leaves-soon");
            assertThat(finding.severity()).isEqualTo(PreflightReport.Severity.WARNING);
            assertThat(finding.sentence()).contains("Ada Lehmann", today.plusDays(29).toString());
        });
        assertThat(of(LEG, today.plusDays(31))).isEmpty();
        assertThat(of(LEG, null)).isEmpty();
        assertThat(of(SampleRoutes.LEG, today)).isEmpty();
    }
}
