package io.portolan.mail;

import io.portolan.vault.Secret;
import io.portolan.vault.SecretName;
import io.portolan.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Keeps in the vault what stands in a mail until it is read: nobody knows before which of it is secret. */
@Component
class MailContents {

    private static final Vault.Purpose READING = new Vault.Purpose("mailbox", "reading mail", false, "portolan");

    private final Vault vault;

    MailContents(Vault vault) {
        this.vault = vault;
    }

    void keep(String id, String tpp, RawMail mail) {
        try (var secret = Secret.of(new String(mail.content(), StandardCharsets.ISO_8859_1))) {
            vault.keep(name(id), tpp, secret);
        }
    }

    /** The mail; empty where it is not kept any more. */
    Optional<Mail> read(String id, Instant receivedAt) {
        return vault.reveal(name(id), READING).map(secret -> {
            try (secret) {
                return secret.reveal(text -> MailReading.of(text.toString().getBytes(StandardCharsets.ISO_8859_1), receivedAt));
            }
        });
    }

    void forget(String id) {
        vault.forget(name(id));
    }

    private static SecretName name(String id) {
        return SecretName.of("mails", id);
    }
}
