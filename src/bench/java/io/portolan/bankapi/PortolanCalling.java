package io.portolan.bankapi;

import io.portolan.certificate.Certificate;
import io.portolan.certificate.CertificateForms;
import io.portolan.certificate.InMemoryCertificates;
import io.portolan.leg.FakeLegRun;
import io.portolan.leg.LegOrder;
import io.portolan.leg.Outcome;
import io.portolan.leg.SampleOrders;
import io.portolan.simulator.IssuedCertificate;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/** Lets the benchmark make signed calls as a leg does, its evidence included, with all that a database would keep in memory. */
public final class PortolanCalling {

    private static final String LEG = """
            - id: get-key
              stage: sign-up
              by: operator
              title: Get the key
              captures: {api-key: {secret: true}}
            - id: ask
              stage: register-client
              by: api
              title: Ask by a signed call
              repeat: safe
              request:
                method: POST
                url: '{{environment.base-url}}/v1/consents?of=us'
                tls: QWAC
                headers: {X-API-Key: '{{captured.api-key}}', X-Request-ID: '{{generated.uuid}}', TPP-Signature-Certificate: '{{certificate.qsealc.der-base64}}'}
                body: {access: {allPsd2: allAccounts}, recurringIndicator: true, validUntil: '2027-11-23', frequencyPerDay: 4, combinedServiceIndicator: false}
                http-signature: {key: QSealC, key-id: '{{certificate.qsealc.serial-hex}}', headers: [digest, date, x-request-id]}
              done-when: [{status: [201], json: {/consentStatus: received}}]
            """;

    private final ApiMeans means;
    private final LegOrder order;
    private final String address;
    private final String certificate;
    private final String serial;

    /** Calls this port of this machine, whose server has a certificate of the authority in the file. */
    public PortolanCalling(int port, Path authority, IssuedCertificate web, IssuedCertificate seal) {
        var certificates = new InMemoryCertificates();
        certificates.add("demo-tpp", Certificate.Kind.QWAC, "test", web);
        var sealed = certificates.add("demo-tpp", Certificate.Kind.QSEALC, "test", seal);
        address = "https://localhost:" + port;
        certificate = CertificateForms.form(sealed, "der-base64").orElseThrow();
        serial = CertificateForms.form(sealed, "serial-hex").orElseThrow();
        order = SampleOrders.of(SampleOrders.playbook("xx-signed", SampleOrders.yaml("xx-signed", "base-url: " + address + "\nhosts: ['localhost:" + port + "']\n", LEG)), "ask");
        var clock = Clock.systemUTC();
        var settings = SampleCallers.settings(authority, Duration.ofSeconds(20), Duration.ofSeconds(20), null);
        var caller = SampleCallers.caller(certificates, settings, clock);
        var signatures = new Signatures(certificates, clock);
        var calls = new Calls(certificates, signatures, new HttpSignatures(certificates, clock));
        var exchanges = new Exchanges(new CaptureReader(clock));
        var readings = new Readings(settings, clock);
        means = new ApiMeans(null, new RequestLeg(calls, caller, exchanges, readings, null), null, null,
                new Discovery(calls, caller, exchanges, clock), readings);
    }

    /** Makes the call of the leg in a run of its own; how many pieces of evidence that brings. */
    public int call() {
        var run = new FakeLegRun(order).with("environment.base-url", address).with("generated.uuid", UUID.randomUUID().toString())
                .with("certificate.qsealc.der-base64", certificate).with("certificate.qsealc.serial-hex", serial)
                .withSecret("captured.api-key", "k3y-0001-of-the-bank");
        var outcome = means.perform(run);
        if (!(outcome instanceof Outcome.Done)) {
            throw new IllegalStateException(outcome.toString());
        }
        return run.evidence().size();
    }
}
