package io.portolan.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {

    private static final List<String> KEYS = List.of("captures", "done-when", "wait", "wait-when");

    @Test
    void findsTheNameThatWasMeant() {
        assertThat(Nearest.to("capture", KEYS)).isEqualTo("captures");
        assertThat(Nearest.to("done_when", KEYS)).isEqualTo("done-when");
        assertThat(Nearest.to("WAIT", KEYS)).isEqualTo("wait");
        assertThat(Nearest.to("wiat", KEYS)).isEqualTo("wait");
    }

    @Test
    void suggestsNothingWhereNothingIsNear() {
        assertThat(Nearest.to("certificate", KEYS)).isNull();
        assertThat(Nearest.to("", KEYS)).isNull();
    }
}
