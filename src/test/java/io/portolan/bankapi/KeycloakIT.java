package io.portolan.bankapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portolan.certificate.Certificate;
import io.portolan.certificate.CertificateForms;
import io.portolan.leg.FakeLegRun;
import io.portolan.leg.LegOrder;
import io.portolan.leg.LegRun.Progress;
import io.portolan.leg.Outcome;
import io.portolan.leg.Outcome.Reason;
import io.portolan.leg.ProofOfAccess;
import io.portolan.playbook.Generator;
import io.portolan.playbook.ProofLevel;
import io.portolan.playbook.SamplePlaybooks;
import io.portolan.playbook.Service;
import io.portolan.simulator.DemoTpp;
import io.portolan.simulator.keycloak.KeycloakBank;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A server that nobody here has written registers us, reads, changes and deletes that, and gives us tokens, bound and not. */
@ResourceLock("keycloak")
class KeycloakIT extends ApiLegs {

    private static final String BANK = "xx-keycloak.yaml";
    private KeycloakBank keycloak;

    @Override
    Path trusted() {
        return KeycloakBank.authorityFile();
    }

    @Override
    Clock clock() {
        return Clock.systemUTC();
    }

    @BeforeEach
    void openKeycloak() {
        keycloak = KeycloakBank.running();
        certificates.add("lantern", Certificate.Kind.QWAC, "live", KeycloakBank.AUTHORITY.qwac(DemoTpp.example()));
        waitingForAnswers(Duration.ofSeconds(30));
    }

    private LegOrder order(String file, String leg, String text) {
        var playbook = SamplePlaybooks.READER.read(file, text).orThrow();
        var route = playbook.environments().get("production").routes().stream().filter(each -> each.leg(leg).isPresent()).findFirst().orElseThrow();
        return new LegOrder("o-1", "lantern", playbook, "production", route, route.leg(leg).orElseThrow(), null, "main",
                Set.of(Service.AIS), Instant.EPOCH);
    }

    private LegOrder order(String leg) {
        return order(BANK, leg, keycloak.playbook(BANK));
    }

    private FakeLegRun registering(LegOrder order) {
        var run = new FakeLegRun(order).with("application.name", "Lantern").with("application.redirect-uris", "https://a.example/1 https://a.example/2")
                .withSecret("captured.initial-token", keycloak.initialAccessToken());
        var qwac = certificates.inUse("lantern", Certificate.Kind.QWAC, "live").orElseThrow();
        CertificateForms.NAMES.forEach(form -> CertificateForms.form(qwac, form).ifPresent(text -> run.with("certificate.qwac." + form, text)));
        return run;
    }

    private FakeLegRun registered(LegOrder order) {
        var run = registering(order);
        assertThat(means.perform(run)).as(() -> run.evidence().toString()).isInstanceOf(Outcome.Done.class);
        return run;
    }

    @Test
    void registersReadsChangesAndDeletesWithTokensThatRotate() {
        var run = registered(order("register-client"));
        var id = run.kept().get("client-id");
        assertThat(keycloak.registered(id).at("/attributes/tls.client.certificate.bound.access.tokens").asText()).isEqualTo("true");
        var first = run.secrets().get("registration-access-token");

        run = run.next(order("read-client"));
        assertThat(means.perform(run)).isInstanceOf(Outcome.Done.class);
        var second = run.secrets().get("registration-access-token");
        run = run.next(order("change-client"));
        assertThat(means.perform(run)).as(run.evidence().toString()).isInstanceOf(Outcome.Done.class);
        var third = run.secrets().get("registration-access-token");

        assertThat(second).as("this server gives the same with what is read").isEqualTo(first);
        assertThat(third).as("and a new one with a change").isNotEqualTo(second);
        assertThat(keycloak.registered(id).path("name").asText()).isEqualTo("Lantern changed");
        assertThat(run.evidence()).allSatisfy(kept -> assertThat(kept).doesNotContain(first, third));

        // cut off after its call had begun: looks find that it is still there, and then that it is gone
        var deletion = run.next(order("delete-client")).at(Progress.INTENDED);
        assertThat(means.perform(deletion)).isInstanceOf(Outcome.Fault.class);
        await().atMost(LOOK_AGAIN.multipliedBy(3)).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> assertThat(means.perform(deletion)).isInstanceOf(Outcome.Done.class));
        assertThat(keycloak.registered(id).isMissingNode()).isTrue();
        assertThat(means.perform(deletion.next(order("delete-client")).at(Progress.INTENDED))).isInstanceOf(Outcome.Done.class).asString()
                .contains("acted on an earlier request");
    }

    @Test
    void provesAccessWithATokenThatIsBoundToOurCertificate() {
        var run = registered(order("register-client")).next(order("verify-access"));

        assertThat(means.perform(run)).as(() -> run.evidence().toString()).isInstanceOf(Outcome.Done.class);

        assertThat(run.proofs()).containsExactly(new ProofOfAccess(ProofLevel.DATA, true, Service.AIS));
    }

    @Test
    void isRegisteredUnderAReadableNameThatTheTokenEndpointThenDoesNotKnow() {
        var text = keycloak.playbook(BANK).replace("subject-dn-oid", "subject-dn").replace("patience: 1 minute", "repeat: safe");
        var run = registered(order(BANK, "register-client", text)).next(order(BANK, "verify-access", text));

        assertThat(means.perform(run)).isInstanceOfAny(Outcome.Fault.class, Outcome.NeedsPerson.class);
        var outcome = means.perform(run.again());

        assertThat(reason(outcome)).isEqualTo(Reason.ACCESS_NOT_PROVEN);
        assertThat(((Outcome.NeedsPerson) outcome).detail()).startsWith("The bank does not know our registration");
        assertThat(run.proofs()).isEmpty();
    }

    @Test
    void provesAccessByAnAssertionOfAKeyOfOurOwn() {
        var file = "xx-keycloak-key.yaml";
        var registering = registering(order(file, "register-client", keycloak.playbook(file))).withGenerated("client-key", Generator.RSA_2048);
        assertThat(means.perform(registering)).as(() -> registering.evidence().toString()).isInstanceOf(Outcome.Done.class);

        var run = registering.next(order(file, "verify-access", keycloak.playbook(file)));
        assertThat(means.perform(run)).as(() -> run.evidence().toString()).isInstanceOf(Outcome.Done.class);

        assertThat(run.proofs()).containsExactly(new ProofOfAccess(ProofLevel.TOKEN, false, Service.AIS));
    }

    @Test
    void tellsItsRejectionsApart() {
        var used = registered(order("register-client"));
        var again = registering(order("register-client")).withSecret("captured.initial-token", "garbage");
        assertThat(reason(means.perform(again))).as("a token that is none").isEqualTo(Reason.MISSING_DATA);
        assertThat(again.progress()).isEqualTo(Progress.NOTHING);

        var wrong = registering(order("register-client")).with("application.redirect-uris", "javascript:alert(1)");
        var outcome = means.perform(wrong);
        assertThat(reason(outcome)).as(() -> wrong.evidence().toString()).isEqualTo(Reason.MISSING_DATA);

        var anonymous = order(BANK, "register-client", keycloak.playbook(BANK)
                .replace("headers: {Authorization: 'Bearer {{captured.initial-token}}'}\n              body:\n                client_name: '{{application.name}}'\n",
                        "headers: {X-Token: '{{captured.initial-token}}'}\n              body:\n                client_name: '{{application.name}}'\n"));
        var uninvited = means.perform(registering(anonymous));
        assertThat(((Outcome.NeedsPerson) uninvited).question()).contains("The bank has to act first");
        assertThat(used.kept()).containsKey("client-id");
    }
}
