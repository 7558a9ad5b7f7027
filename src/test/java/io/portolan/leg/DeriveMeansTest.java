package io.portolan.leg;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.playbook.Capture;
import io.portolan.playbook.DeriveWork;
import io.portolan.playbook.Stage;
import io.portolan.playbook.Template;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DeriveMeansTest {

    private static FakeLegRun run(String template) {
        var capture = new Capture(new Template(template), false, null, null, null, null, null, null, null, false, false, null, null, null);
        var leg = AnswerRuleTest.leg(Stage.CERTIFICATES, new DeriveWork(), Map.of("derived", capture));
        return new FakeLegRun(new LegOrder("o", "demo", null, "test", null, leg, null, "main", Set.of(), Instant.EPOCH));
    }

    @Test
    void keepsWhatItComputesFromOurOwnData() {
        var run = run("PSDDE-{{tpp.licence-number}}").with("tpp.licence-number", "100200");
        assertThat(new DeriveMeans().perform(run)).isInstanceOf(Outcome.Done.class);
        assertThat(run.kept()).containsExactly(Map.entry("derived", "PSDDE-100200"));
    }

    @Test
    void keepsWhatItComputesFromASecretInTheVault() {
        var run = run("{{captured.client-secret}}").withSecret("captured.client-secret", "s3cret");
        new DeriveMeans().perform(run);
        assertThat(run.kept()).isEmpty();
        assertThat(run.has("derived")).isTrue();
    }
}
