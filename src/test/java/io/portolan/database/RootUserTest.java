package io.portolan.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RootUserTest {

    @Test
    void noticesWhereANamespaceIsForbiddenOrUnshareMissing() {
        assertThat(RootUser.canLeaveRoot("true")).isTrue();
        assertThat(RootUser.canLeaveRoot("false")).isFalse();
        assertThat(RootUser.canLeaveRoot("no-such-program-here")).isFalse();
    }

    @Test
    void saysWhatToDoThen() {
        assertThat(RootUser.refusal()).hasMessageContaining("cannot run as root");
        assertThat(RootUser.refusal().whatToDo()).contains("another user").contains("spring.datasource.url");
    }
}
