package io.portolan.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.journal.Act;
import io.portolan.journal.Entry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventGroupTest {

    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
    private static final LegItem SIGN_UP = new LegItem("sign-up", 1, "Sign-up", "Sign up", "portal", "Browser on the portal",
            new BadgeView("done", "Done", "done"), null, null, 1, "");

    @Test
    void putsTogetherWhatFollowsInTheSameLeg() {
        var groups = EventGroup.of(List.of(entry(4, "sign-up", "user:eve", "person-answered"), entry(3, "sign-up", "portolan", "happened"),
                entry(2, null, "portolan", "onboarding-started"), entry(1, "sign-up", "portolan", "intended")),
                Map.of("sign-up", SIGN_UP), ids -> List.of(), false, NOW);

        assertThat(groups).extracting(EventGroup::leg).containsExactly(SIGN_UP, null, SIGN_UP);
        assertThat(groups.get(0).events()).extracting(EventItem::what).containsExactly("A person has answered", "Acted");
        assertThat(groups.get(0).events()).extracting(EventItem::actor).containsExactly("eve", null);
        assertThat(groups.get(2).events()).extracting(EventItem::what).containsExactly("Written down before acting");
    }

    @Test
    void foldsLooksWithTheSameAnswerUnlessAllAreWanted() {
        var entries = List.of(entry(4, "sign-up", "portolan", "leg-done"), entry(3, "sign-up", "portolan", "leg-waits"),
                entry(2, "sign-up", "portolan", "leg-waits"), entry(1, "sign-up", "portolan", "leg-waits"));

        var folded = EventGroup.of(entries, Map.of("sign-up", SIGN_UP), ids -> List.of(), false, NOW).get(0);
        assertThat(folded.events()).extracting(EventItem::position).containsExactly(4L, 3L);
        assertThat(folded.events()).extracting(EventItem::before).containsExactly(0, 2);
        assertThat(folded.isWhole()).isFalse();

        var all = EventGroup.of(entries, Map.of("sign-up", SIGN_UP), ids -> List.of(), true, NOW).get(0);
        assertThat(all.events()).hasSize(4);
        assertThat(all.isWhole()).isTrue();
    }

    private static Entry entry(long position, String leg, String actor, String name) {
        return new Entry(position, NOW, new Act("o-1", actor, name, leg, null, null, List.of()), "hash");
    }
}
