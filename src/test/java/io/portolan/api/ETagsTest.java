package io.portolan.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.refusal.Refused;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ETagsTest {

    @Test
    void takesTheVersionOfIfMatchBeforeThatOfTheBody() {
        assertThat(ETags.<Long>versioned("\"7\"", 3L, () -> "now", version -> version)).isEqualTo(7);
        assertThat(ETags.<Long>versioned(null, 3L, () -> "now", version -> version)).isEqualTo(3);
        assertThat(ETags.<Long>versioned("*", null, () -> "now", version -> version)).isNull();
    }

    @Test
    void findsInNoTagOfAnotherFormOneThatItHasGivenOut() {
        for (var tag : new String[] {"W/\"7\"", "7", "\"seven\"", "\"7\", \"8\"", "\"99999999999999999999\""}) {
            assertThat(ETags.<Long>versioned(tag, 3L, () -> "now", version -> version)).as(tag).isEqualTo(-1);
        }
    }

    @Test
    void tellsWhatStandsNowWhereSomebodyElseHasChangedIt() {
        var meanwhile = Refused.conflict("tpp-changed-meanwhile", "Somebody else.", Map.of());
        assertThatThrownBy(() -> ETags.<Long>versioned("\"7\"", null, () -> "what is now", version -> {
            throw meanwhile;
        })).isInstanceOfSatisfying(ChangedSinceRead.class, changed -> assertThat(changed.now()).isEqualTo("what is now"));
        assertThatThrownBy(() -> ETags.<Long>versioned(null, 3L, () -> "now", version -> {
            throw meanwhile;
        })).isSameAs(meanwhile);
        assertThat(ETags.tagged(Optional.of(7L), "x").getHeaders().getETag()).isEqualTo("\"7\"");
    }
}
