package io.portolan.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordsTest {

    @Test
    void areKeptByAsMuchOfArgon2AsIsAdvised() {
        assertThat(WebSecurity.passwordEncoder().encode("correct horse")).startsWith("$argon2id$v=19$m=16384,t=2,p=1$");
    }
}
