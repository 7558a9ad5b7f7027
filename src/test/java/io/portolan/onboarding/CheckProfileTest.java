package io.portolan.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.portolan.certificate.PublicKeys;
import io.portolan.playbook.Service;
import io.portolan.tpp.SampleTpp;
import io.portolan.tpp.TppProfile.Application;
import io.portolan.tpp.Tpps;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CheckProfileTest {

    private static final Application BARE = new Application(null, null, null, null, null, null, null);

    private final Tpps tpps = mock(Tpps.class);
    private final PublicKeys keys = mock(PublicKeys.class);
    private final CheckProfile check = new CheckProfile(tpps, keys);

    @BeforeEach
    void isReachedByNobody() {
        when(keys.address(any(), any())).thenReturn(Optional.empty());
    }

    private List<PreflightReport.Finding> of(String keys, String legs) {
        return SampleRoutes.found(check, SampleRoutes.asked(SampleRoutes.wish(keys, null, legs), SampleRoutes.lantern(Set.of(), List.of(), BARE), SampleRoutes.NOW));
    }

    private static String call(String body) {
        return "- {id: a, stage: register-client, by: api, title: Register, request: {method: POST, url: '{{environment.base-url}}/a', body: " + body + "}}\n";
    }

    @Test
    void findsTheFieldsThatTheBankAsksFor() {
        var found = of("needs: {tpp: [vat-number, contact.e-mail, logo]}\n", SampleRoutes.LEG);
        assertThat(SampleRoutes.said(found)).containsExactly("error tpp-field-missing", "error tpp-field-missing", "fine tpp-field-there");
        assertThat(found).extracting(PreflightReport.Finding::about).containsExactly("contact.e-mail", "logo", "vat-number");
        assertThat(found.get(2).sentence()).isEqualTo(SampleTpp.lantern().profile().vatNumber());
    }

    @Test
    void findsWhatALegReallyFillsInAndTheProfileDoesNotHave() {
        var found = of("", call("{mail: '{{tpp.contact.e-mail}}', vat: '{{tpp.vat-number}}', text: 'About {{application.description}}', terms: '{{application.terms-url}}'}"));

        assertThat(found).filteredOn(finding -> finding.severity() == PreflightReport.Severity.ERROR).extracting(PreflightReport.Finding::sentence).containsExactly(
                "\"Register\" asks for description, which the application main does not have.",
                "\"Register\" asks for contact.e-mail, which the TPP's profile does not have.");
        assertThat(found).as("the application's terms are the TPP's where it has none").filteredOn(finding -> finding.severity() == PreflightReport.Severity.FINE)
                .extracting(PreflightReport.Finding::about).containsExactly("terms-url", "vat-number");
    }

    @Test
    void onlyWarnsOfWhatAPersonWouldBeShown() {
        var found = of("", "- {id: a, stage: sign-up, by: operator, title: Fill it in, instruct: Do it., data: {Mail: '{{tpp.contact.e-mail}}'}}\n");
        assertThat(SampleRoutes.said(found)).containsExactly("warning tpp-field-missing");
        assertThat(found.get(0).sentence()).contains("A person who does \"Fill it in\" needs contact.e-mail");
    }

    @Test
    void leavesOutWhatIsForOtherServicesOnly() {
        var legs = "- {id: a, stage: create-application, by: portal, title: Create, signed-in: false, repeat: safe, done-when: {text: Done}, steps: [{fill: {label: Mail, with: '{{tpp.contact.e-mail}}',"
                + " only-for: [PIS]}}, {fill: {label: VAT, with: '{{tpp.vat-number}}'}}]}\n";
        assertThat(SampleRoutes.said(of("", legs))).containsExactly("fine tpp-field-there");
        var forPayments = SampleRoutes.asked(SampleRoutes.wish("", null, legs, "test", Set.of(Service.PIS)), SampleRoutes.lantern(Set.of(), List.of(), BARE), SampleRoutes.NOW);
        assertThat(SampleRoutes.said(SampleRoutes.found(check, forPayments))).containsExactly("error tpp-field-missing", "fine tpp-field-there");
    }

    @Test
    void wantsAnAddressWhereTheBankIsToldWhereOurKeysAre() {
        var legs = call("{jwks_uri: '{{tpp.jwks-uri}}'}");
        assertThat(SampleRoutes.said(of("", legs))).containsExactly("error public-address-missing");
        when(keys.address("lantern", "test")).thenReturn(Optional.of(URI.create("https://keys.tpp.example/jwks/lantern/test")));
        assertThat(SampleRoutes.said(of("", legs))).containsExactly("fine public-address-there");
    }
}
