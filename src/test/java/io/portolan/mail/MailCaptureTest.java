package io.portolan.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.leg.Filled;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailCaptureTest {

    private static final List<String> HOSTS = List.of("bank.example");

    @ParameterizedTest
    @ValueSource(strings = {"https://bank.example/confirm?key=a|b", "https://bank.example:443/confirm?for={me}", "https://bank.example/confirm?a b"})
    void takesALinkAsBrowsersDo(String link) {
        assertThat(MailCapture.taken(new Filled("link:/confirm", false), mailWith(link), HOSTS)).contains(link);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://bank.example:443/confirm", "http://bank.example/confirm", "https://evil.example/confirm?bank.example"})
    void takesNoLinkThatLeadsElsewhereOrIsNotEncrypted(String link) {
        assertThat(MailCapture.taken(new Filled("link:/confirm", false), mailWith(link), HOSTS)).isEmpty();
    }

    private static Mail mailWith(String link) {
        return new Mail("1", "noreply@bank.example", "Confirm", Instant.EPOCH, "", List.of(link));
    }
}
