package io.portolan.bankapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.BesideOthers;
import io.portolan.certificate.Certificate;
import io.portolan.certificate.InMemoryCertificates;
import io.portolan.leg.FakeLegRun;
import io.portolan.leg.LegOrder;
import io.portolan.leg.Outcome;
import io.portolan.leg.Outcome.Reason;
import io.portolan.playbook.Playbook;
import io.portolan.playbook.SamplePlaybooks;
import io.portolan.playbook.Service;
import io.portolan.simulator.DemoAuthority;
import io.portolan.simulator.DemoTpp;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A bank's API on this machine, our certificates, and runs of the legs of {@link ApiPlaybook} that call it. */
@BesideOthers
abstract class ApiLegs {

    static final DemoAuthority AUTHORITY = DemoAuthority.create("Demo", Clock.systemUTC());
    static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    static final String REGISTERED = """
            {"client_id": "client-1", "client_secret": "s3cr3t/of the bank", "client_secret_expires_at": 1893456000,
             "registration_access_token": "r4t-0001"}""";

    static final Duration LOOK_AGAIN = SampleCallers.LOOK_AGAIN;

    @TempDir
    private Path folder;
    FakeBankApi bank;
    InMemoryCertificates certificates;
    ApiMeans means;
    final TickingClock clock = new TickingClock(NOW);

    @BeforeEach
    void openTheBank() throws Exception {
        bank = new FakeBankApi(AUTHORITY, false);
        certificates = new InMemoryCertificates();
        certificates.add("lantern", Certificate.Kind.QWAC, "test", AUTHORITY.qwac(DemoTpp.example()));
        certificates.add("lantern", Certificate.Kind.QSEALC, "test", AUTHORITY.qseal(DemoTpp.example()));
        Files.writeString(folder.resolve("ca.pem"), AUTHORITY.certificatePem());
        waitingForAnswers(Duration.ofSeconds(5));
    }

    @AfterEach
    void closeTheBank() {
        bank.close();
    }

    void waitingForAnswers(Duration time) {
        var settings = SampleCallers.settings(trusted(), time, time, null);
        var clock = clock();
        var caller = SampleCallers.caller(certificates, settings, clock);
        var signatures = new Signatures(certificates, clock);
        var calls = new Calls(certificates, signatures, new HttpSignatures(certificates, clock));
        var tokens = new Tokens(calls, signatures, caller);
        var exchanges = new Exchanges(new CaptureReader(clock));
        var readings = new Readings(settings, clock);
        means = new ApiMeans(tokens, new RequestLeg(calls, caller, exchanges, readings, new Looks(tokens, calls, caller, exchanges, readings, new Sightings(settings, clock))),
                new AccessLeg(tokens, new Probes(tokens, calls, caller), readings, clock), new AuthoriseLeg(), new Discovery(calls, caller, exchanges, clock), readings);
    }

    /** Whose server certificates are trusted beside Java's. */
    Path trusted() {
        return folder.resolve("ca.pem");
    }

    Clock clock() {
        return clock;
    }

    /** The playbook whose legs are run. */
    String playbook() {
        return ApiPlaybook.at(bank.port());
    }

    FakeLegRun run(String leg) {
        return run(SamplePlaybooks.READER.read("xx-api.yaml", playbook()).orThrow(), leg);
    }

    FakeLegRun run(Playbook playbook, String leg) {
        var route = playbook.environments().get("sandbox").routes().get(0);
        var order = new LegOrder("o-1", "lantern", playbook, "sandbox", route, route.leg(leg).orElseThrow(), null, "main",
                Set.of(Service.AIS, Service.PIS), Instant.EPOCH);
        return new FakeLegRun(order).with("application.name", "Lantern \"one\"").with("captured.client-id", "client-1")
                .with("environment.base-url", "https://localhost:" + bank.port())
                .with("certificate.qwac.x5c", "[\"AAAA\",\"BBBB\"]").withSecret("captured.api-key", "k3y-0001")
                .withSecret("captured.client-secret", "s3cr3t/of the bank");
    }

    static Reason reason(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.NeedsPerson.class);
        return ((Outcome.NeedsPerson) outcome).reason();
    }
}
