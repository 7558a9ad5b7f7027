package io.portolan.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.access.Actor;
import io.portolan.access.Role;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EventFilterTest {

    @Test
    void letsNobodyHearMoreThanTheirRoleAllows() {
        assertThat(EventFilter.of(new Actor("token:v", Set.of(Role.VIEWER)), List.of(), null).types()).contains(EventType.TASK_OPENED)
                .doesNotContain(EventType.TOKEN_EXPIRY_NEAR, EventType.APPROVAL_WANTED);
        assertThat(EventFilter.of(new Actor("user:a", Set.of(Role.ADMIN)), List.of(), null).types()).contains(EventType.TOKEN_EXPIRY_NEAR);
        assertThat(EventFilter.of(new Actor("token:v", Set.of(Role.VIEWER)), List.of(EventType.TOKEN_EXPIRY_NEAR), null).types()).isEmpty();
    }

    @Test
    void letsNobodyHearOfTppsThatTheyAreNotThereFor() {
        var limited = new Actor("user:a", Set.of(Role.ADMIN), Set.of("one", "two"));

        assertThat(EventFilter.of(limited, null, null).tpps()).containsExactlyInAnyOrder("one", "two");
        assertThat(EventFilter.of(limited, null, List.of("two", "three")).tpps()).containsExactly("two");
        assertThat(EventFilter.of(limited, null, List.of("three")).tpps()).isEmpty();
        assertThat(EventFilter.of(limited, null, null).fits(about("one"))).isTrue();
        assertThat(EventFilter.of(limited, null, null).fits(about("three"))).isFalse();
        assertThat(EventFilter.of(limited, null, null).fits(about(null))).as("of no TPP").isFalse();
        assertThat(EventFilter.of(new Actor("user:b", Set.of(Role.VIEWER)), null, null).fits(about(null))).isTrue();
    }

    private static Event about(String tpp) {
        return new Event(1, EventType.MAIL_ARRIVED, Instant.EPOCH, tpp, null, null, "mail", "m", null, null, null, null, null);
    }
}
