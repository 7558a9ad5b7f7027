package io.portolan.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.certificate.Certificate;
import io.portolan.certificate.InMemoryCertificates;
import io.portolan.simulator.DemoAuthority;
import io.portolan.simulator.DemoTpp;
import io.portolan.simulator.IssuedCertificate;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckKeysTest {

    private final InMemoryCertificates certificates = new InMemoryCertificates();
    private final CheckKeys check = new CheckKeys(certificates);

    private List<PreflightReport.Finding> of(String legs) {
        return SampleRoutes.found(check, SampleRoutes.asked(SampleRoutes.wish("", null, legs)));
    }

    private static String signing(String how) {
        return "- {id: a, stage: register-client, by: api, title: Register, request: {method: POST, url: '{{environment.base-url}}/a', body: {a: b}, " + how + "}}\n";
    }

    @Test
    void findsThatTheKeyOfOurSealCannotSignAsTheBankWants() {
        certificates.add("lantern", Certificate.Kind.QSEALC, "test", DemoAuthority.create("Demo", Clock.systemUTC()).qseal(DemoTpp.example()));
        assertThat(SampleRoutes.said(of(signing("jws: {key: QSealC, alg: RS256}")))).containsExactly("fine key-there", "fine key-can-sign");
        assertThat(SampleRoutes.said(of(signing("http-signature: {key: QSealC, key-id: a, headers: [digest]}")))).containsExactly("fine key-there", "fine key-can-sign");

        assertThat(of(signing("jws: {key: QSealC, alg: ES256}"))).first().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("key-cannot-sign");
            assertThat(finding.about()).isEqualTo("QSealC");
            assertThat(finding.sentence()).isEqualTo("This bank wants signatures by ES256, for which our QSealC has the wrong kind of key, RSA 2048."
                    + " It takes an EC key on P-256.");
        });
        assertThat(SampleRoutes.said(of(signing("http-signature: {key: QSealC, key-id: a, headers: [digest], algorithm: ecdsa-sha384}"))))
                .containsExactly("error key-cannot-sign", "fine key-there");
        assertThat(SampleRoutes.said(of(signing("signed: {s: {text: a, by: {key: QSealC, alg: ES256}}}, headers: {X: '{{signed.s}}'}"))))
                .containsExactly("error key-cannot-sign", "fine key-there");
    }

    @Test
    void saysWhichLegsAPersonDoesWhereTheKeyIsNotHere() {
        var issued = DemoAuthority.create("Demo", Clock.systemUTC()).qwac(DemoTpp.example());
        certificates.add("lantern", Certificate.Kind.QWAC, "test", new IssuedCertificate(issued.chain(), null));

        assertThat(of(signing("tls: QWAC"))).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(PreflightReport.Severity.WARNING);
            assertThat(finding.code()).isEqualTo("certificate-without-key");
            assertThat(finding.sentence()).isEqualTo("The key of our QWAC is not kept here, so a person who has it does \"Register\".");
        });
        assertThat(of("- {id: a, stage: collect-credentials, by: derive, title: Take it, captures: {client-id: {from: '{{certificate.qwac.organisation-id}}'}}}\n"))
                .as("what stands in it needs no key").isEmpty();
    }
}
