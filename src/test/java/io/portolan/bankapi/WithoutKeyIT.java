package io.portolan.bankapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.certificate.Certificate;
import io.portolan.certificate.InMemoryCertificates;
import io.portolan.leg.Outcome;
import io.portolan.simulator.DemoTpp;
import io.portolan.simulator.IssuedCertificate;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Certificates whose keys are somewhere else. */
class WithoutKeyIT extends ApiLegs {

    @BeforeEach
    void haveNoKey() {
        certificates = new InMemoryCertificates();
        certificates.add("lantern", Certificate.Kind.QWAC, "test", new IssuedCertificate(AUTHORITY.qwac(DemoTpp.example()).chain(), null));
        waitingForAnswers(Duration.ofSeconds(5));
    }

    @Test
    void leavesTheCallToAPersonWithTheExactRequest() {
        var run = run("register");

        var outcome = (Outcome.NeedsPerson) means.perform(run);

        assertThat(outcome.reason()).isEqualTo(Outcome.Reason.MISSING_DATA);
        assertThat(outcome.question()).contains("The key of our QWAC", "is not kept here", "make the call where the key is");
        assertThat(outcome.detail()).startsWith("POST https://localhost:").contains("client_name").doesNotContain("k3y-0001");
        assertThat(bank.came()).isEmpty();
    }
}
