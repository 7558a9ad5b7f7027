package io.portolan.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.leg.SampleOrders;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LegAskedTest {

    private static LegAsked asked(String leg, Service service) {
        var playbook = SampleOrders.playbook("xx-paper", SampleOrders.yaml("xx-paper", "base-url: https://bank.example\nhosts: [bank.example]\n", leg));
        return LegAsked.of(playbook.environments().get("sandbox").routes().get(0).legs().get(0), Set.of(service));
    }

    @Test
    void usesWhatItsCallsForTheseServicesUse() {
        var leg = "- {id: a, stage: verify-access, by: api, title: A, probe: [{method: GET, url: '{{environment.base-url}}/a', tls: QWAC, proves: data, only-for: [AIS]},"
                + " {method: GET, url: '{{environment.base-url}}/p', proves: data, only-for: [PIS], headers: {X: '{{certificate.obwac.pem-body}}'},"
                + " http-signature: {key: QSealC, key-id: a, headers: [digest]}}]}\n";

        assertThat(asked(leg, Service.AIS).certificates()).containsExactly(CertificateKind.QWAC);
        assertThat(asked(leg, Service.AIS).signatures()).isEmpty();
        assertThat(asked(leg, Service.PIS).keys()).containsExactly(CertificateKind.QSEALC);
        assertThat(asked(leg, Service.PIS).certificates()).containsExactly(CertificateKind.QSEALC, CertificateKind.OBWAC);
        assertThat(asked(leg, Service.PIS).signatures()).containsExactly(new WantedSignature(CertificateKind.QSEALC, "rsa-sha256"));
    }

    @Test
    void handsOverTheDocumentsOfItsStepsForTheseServices() {
        var leg = "- {id: a, stage: create-application, by: portal, title: A, signed-in: false, repeat: safe, done-when: {text: '{{tpp.legal-name}}'}, steps: ["
                + "{upload: {label: Licence, file: '{{document.licence}}', only-for: [PIS]}}, {fill: {label: Name, with: '{{application.name}}'}}]}\n";

        assertThat(asked(leg, Service.AIS).documents()).isEmpty();
        assertThat(asked(leg, Service.AIS).places()).containsExactly("application.name", "tpp.legal-name");
        assertThat(asked(leg, Service.PIS).documents()).containsExactly("licence");
    }
}
