package io.portolan.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FieldWordsTest {

    @Test
    void takesTheWordsOfManyLanguagesForSecrets() {
        assertThat(Stream.of("Passwort", "Kennwort", "Mot de passe", "Contraseña", "Senha", "Heslo", "Hasło", "Wachtwoord", "Lösenord", "Adgangskode", "Salasana", "Jelszó",
                "userPassword", "user_pwd", "Passphrase")).allMatch(FieldWords::isPassword);
        assertThat(Stream.of("Code", "One-time code", "TAN", "PIN", "verificationCode", "2FA", "OTP")).allMatch(FieldWords::isOneTimeCode);
        assertThat(Stream.of("Client secret", "API key", "apiKey", "Access token", "Security question", "Private key")).allMatch(FieldWords::isSecret);
        assertThat(Stream.of("Postal code", "Country code", "Company", "Shipping", "Keyword", "Redirect URL", "Spinning")).noneMatch(FieldWords::isSecret);
    }
}
