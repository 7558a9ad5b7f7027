package io.portolan.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SecretTest {

    @Test
    void printsAsDotsWhateverItHolds() {
        assertThat(Secret.of("hunter2")).hasToString("•••");
        assertThat(String.valueOf(Map.of("password", Secret.of("hunter2")))).doesNotContain("hunter2");
    }

    @Test
    void isNeverWrittenAsJson() {
        assertThatThrownBy(() -> new ObjectMapper().writeValueAsString(Map.of("password", Secret.of("hunter2"))))
                .isInstanceOf(JsonProcessingException.class).hasMessageContaining("never serialised").hasMessageNotContaining("hunter2");
    }

    @Test
    void isNeverSerialised() throws Exception {
        try (var stream = new ObjectOutputStream(new ByteArrayOutputStream())) {
            assertThatThrownBy(() -> stream.writeObject(Secret.of("hunter2"))).isInstanceOf(NotSerializableException.class);
        }
    }

    @Test
    void equalsOnlyItself() {
        var secret = Secret.of("hunter2");

        assertThat(secret).isEqualTo(secret).isNotEqualTo(Secret.of("hunter2"));
    }

    @Test
    void keepsEveryCharacter() {
        var text = "Příliš žluťoučký 🐎 {\"a\":1}";

        assertThat(Secret.of(text).reveal(CharSequence::toString)).isEqualTo(text);
        assertThat(Secret.ofUtf8(text.getBytes(StandardCharsets.UTF_8)).reveal(CharSequence::toString)).isEqualTo(text);
        assertThat(Secret.of(text).<String>revealUtf8(bytes -> new String(bytes, StandardCharsets.UTF_8))).isEqualTo(text);
    }

    @Test
    void wipesTheBytesAfterUse() {
        var seen = Secret.of("hunter2").<byte[]>revealUtf8(bytes -> bytes);

        assertThat(seen).containsOnly(0);
    }

    @Test
    void revealsNothingOnceWiped() {
        var secret = Secret.of("hunter2");
        secret.close();

        assertThatThrownBy(() -> secret.reveal(CharSequence::toString)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> secret.revealUtf8(bytes -> bytes)).isInstanceOf(IllegalStateException.class);
    }
}
