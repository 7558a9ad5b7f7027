package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the matrix of kills takes for good. */
class ChaosRowTest {

    private static final ChaosRow UNDISTURBED = row(Map.of("applications", 1, "enrolments", 2), Set.of("client-secret"), Set.of(), "done");

    private static ChaosRow row(Map<String, Integer> made, Set<String> held, Set<String> lost, String end) {
        return new ChaosRow("xx-harbour", "intended:sign-up", true, made, held, lost, Set.of(), end, true, 1);
    }

    @Test
    void isGoodWhereAllIsAsWithoutAKill() {
        assertThat(UNDISTURBED.isGood(UNDISTURBED)).isTrue();
    }

    @Test
    void isBadWhereTheBankHasMoreOfAnything() {
        var twice = Map.of("applications", 1, "enrolments", 3);

        assertThat(row(twice, Set.of("client-secret"), Set.of(), "done").isGood(UNDISTURBED)).isFalse();
        assertThat(row(twice, Set.of("client-secret"), Set.of(), "waiting-for-us, a person at enrol").isGood(UNDISTURBED)).isFalse();
    }

    @Test
    void isBadWhereASecretThatTheBankHandedOutIsNotHeld() {
        assertThat(row(UNDISTURBED.made(), Set.of(), Set.of(), "done").isGood(UNDISTURBED)).isFalse();
        assertThat(row(UNDISTURBED.made(), Set.of(), Set.of("client-secret"), "done").isGood(UNDISTURBED)).isFalse();
    }

    @Test
    void letsAPersonBringWhatIsMissing() {
        assertThat(row(Map.of("applications", 1), Set.of(), Set.of(), "waiting-for-us, a person at enrol").isGood(UNDISTURBED)).isTrue();
        assertThat(row(Map.of("applications", 1), Set.of(), Set.of(), "waiting-for-bank").isGood(UNDISTURBED)).isFalse();
    }
}
