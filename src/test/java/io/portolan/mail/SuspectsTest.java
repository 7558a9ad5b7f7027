package io.portolan.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuspectsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Client secret: tide4-Table                              | Client secret: •••",
        "Ihr Passwort lautet Sommer2026!                         | Ihr Passwort lautet •••",
        "Your key is Zk83jfA92lQpX7vB41nM.                       | Your key is •••.",
        "Open https://bank.example/go?token=abc&x=1 now.         | Open https://bank.example/go?token=••• now.",
        "The secret of success is patience.                      | The secret of success is patience.",
        "Your application-registration-number is to follow.      | Your application-registration-number is to follow.",
        "Ticket TW-2026-0042 of 2026-11-02                       | Ticket TW-2026-0042 of 2026-11-02",
    })
    void hidesWhatLooksLikeASecret(String text, String shown) {
        assertThat(Suspects.masked(text)).isEqualTo(shown);
    }
}
