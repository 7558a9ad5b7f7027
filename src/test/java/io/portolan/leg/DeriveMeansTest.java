package io.portolan.leg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.playbook.Capture;
import io.portolan.playbook.DeriveWork;
import io.portolan.playbook.Letters;
import io.portolan.playbook.Stage;
import io.portolan.playbook.Template;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DeriveMeansTest {

    private static FakeLegRun run(String template) {
        return run(template, null, null);
    }

    private static FakeLegRun run(String template, String pattern, Letters letters) {
        var capture = new Capture(new Template(template), false, null, null, null, null, null, pattern, letters, null, false, null, null, null);
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

    @Test
    void takesThePartThatAPatternFindsAndWritesItAsAsked() {
        var run = run("PSDDE-BAFIN-{{tpp.licence-number}}", "^PSD[A-Z]{2}-(.+)$", Letters.ALPHANUMERIC).with("tpp.licence-number", "100-200");
        new DeriveMeans().perform(run);
        assertThat(run.kept()).containsExactly(Map.entry("derived", "BAFIN100200"));

        assertThat(Letters.UPPER.written("psd-1")).isEqualTo("PSD-1");
        assertThat(Letters.LOWER.written("PSD-1")).isEqualTo("psd-1");
    }

    @Test
    void asksAPersonWhereAPatternFindsNothing() {
        assertThatThrownBy(() -> new DeriveMeans().perform(run("GB-FCA-1", "^PSD(.+)$", null))).isInstanceOf(LegRun.MissingData.class);
    }
}
