package io.portolan.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.leg.LegState;
import io.portolan.onboarding.Onboarding;
import io.portolan.playbook.MeansName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class WordingTest {

    @Test
    void hasAnIconForEveryMeans() throws IOException {
        var icons = Files.readString(Path.of("src/main/resources/static/images/icons.svg"));
        for (var means : MeansName.values()) {
            assertThat(icons).contains("<symbol id=\"" + Wording.word(means) + "\"");
        }
    }

    @Test
    void hasAColourForEveryState() throws IOException {
        var styles = Files.readString(Path.of("src/main/resources/static/css/console.css"));
        for (var state : LegState.values()) {
            assertThat(styles).contains(".tone-" + BadgeView.of(state).tone() + " ", ".diagram .leg-" + BadgeView.of(state).tone() + " ");
        }
        for (var status : Onboarding.Status.values()) {
            assertThat(styles).contains(".tone-" + BadgeView.of(status).tone() + " ");
        }
    }

    @Test
    void namesWhoeverActed() {
        assertThat(Wording.actor("user:ada")).isEqualTo("ada");
        assertThat(Wording.actor("token:gateway")).isEqualTo("token gateway");
        assertThat(Wording.actor("portolan")).isEqualTo("Portolan");
    }

    @Test
    void makesASentenceOfAWord() {
        assertThat(Wording.sentence("leg-done")).isEqualTo("Leg done");
        assertThat(Wording.sentence("")).isEmpty();
    }
}
