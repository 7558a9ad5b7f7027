package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.certificate.Certificate;
import io.portolan.onboarding.Onboarding.Status;
import io.portolan.playbook.ProofLevel;
import io.portolan.registration.Registration;
import io.portolan.registration.Registrations;
import io.portolan.simulator.DemoAuthority;
import io.portolan.simulator.DemoTpp;
import io.portolan.vault.Secret;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class OnboardsAtPierIT extends CoastStory {

    @Autowired Registrations registrations;

    @Test
    void provesAllThatThereIsToProveWhereNothingIsToBeRegistered() {
        var done = awaitStatus(start(aTpp(), "xx-pier").id(), Status.DONE);

        assertThat(bank("xx-pier").counts().applications()).isEqualTo(1);
        assertThat(bank("xx-pier").count("refused")).as("two controls, whose calls have to fail").isEqualTo(2);
        var registration = registrations.find(done.registration()).orElseThrow();
        assertThat(registration.method()).isEqualTo(Registration.Method.NOT_NEEDED);
        assertThat(registrations.proofs(registration.id())).isNotEmpty().allSatisfy(proof -> {
            assertThat(proof.level()).isEqualTo(ProofLevel.CLIENT_KNOWN);
            assertThat(proof.controlled()).isTrue();
        });
        assertThat(registration.health()).as("a certificate that is known is all that this bank can show").isEqualTo(Registration.Health.OK);
    }

    @Test
    void asksAPersonWhereTheBankDoesNotTakeTheCertificate() {
        var tpp = aTpp();
        var foreign = DemoAuthority.create("Foreign", Clock.systemUTC()).qwac(DemoTpp.example());
        try (var key = Secret.of(foreign.keyPem())) {
            certificates.take(tpp, Certificate.Kind.QWAC, "live", "of an authority that the bank does not know", foreign.chainPem(), key, "user:story");
        }

        var task = awaitTask(start(tpp, "xx-pier").id());

        assertThat(task.leg()).isEqualTo("verify-access");
        assertThat(task.detail()).containsPattern("does not take (our|a) certificate");
        assertThat(bank("xx-pier").counts().applications()).isZero();
    }
}
