package io.portolan.mail;

import io.portolan.vault.SecretName;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Our mailboxes, by name.
 *
 * @param timeout how long a mail server may take to answer
 * @param lookEvery how often each mailbox is looked into
 * @param largest of a larger mail only the header is read
 * @param keep for how long the vault keeps what stood in a mail that was read, or that nobody came for
 */
@Validated
@ConfigurationProperties("portolan.mail")
record MailSettings(@DefaultValue @Valid Map<String, Account> mailboxes, @DefaultValue("20s") @NotNull Duration timeout,
        @DefaultValue("10s") @NotNull Duration lookEvery, @DefaultValue("10MB") @NotNull DataSize largest,
        @DefaultValue("7d") @NotNull Duration keep) {

    /**
     * A mailbox and the servers where it is.
     *
     * @param tpps the TPPs whose mail arrives there
     * @param address the address that banks write to
     * @param aliases further addresses of it from which letters may be sent
     * @param password its password, where it is not in the vault
     * @param passwordSecret the name under which the vault keeps its password
     * @param authservId how its server names itself in {@code Authentication-Results} (RFC 8601); without it no mail acts by itself
     * @param sentFolder where a copy of each letter is put
     * @param smtp where its letters are handed in; without it a person sends them
     */
    record Account(@NotEmpty List<String> tpps, @NotEmpty String address, @DefaultValue List<String> aliases, @NotEmpty String host,
            @DefaultValue("993") @Min(1) @Max(65535) int port, @NotEmpty String user, String password,
            String passwordSecret, @DefaultValue("tls") @NotNull Tls tls, String authservId, @DefaultValue("Sent") String sentFolder, @Valid Smtp smtp) {

        /** Hides the password. */
        @Override
        public String toString() {
            return address + " at " + host + ":" + port;
        }

        SecretName secretName() {
            return passwordSecret == null ? null : new SecretName(passwordSecret);
        }

        boolean sendsAs(String wanted) {
            return address.equalsIgnoreCase(wanted) || aliases.stream().anyMatch(wanted::equalsIgnoreCase);
        }
    }

    /**
     * The server that takes our letters (RFC 6409).
     *
     * @param user whom to sign in as; the mailbox's user and password where nothing is said, nobody where the server asks for none
     */
    record Smtp(@NotEmpty String host, @DefaultValue("587") @Min(1) @Max(65535) int port, String user, String password,
            String passwordSecret, @DefaultValue("starttls") @NotNull Tls tls, @DefaultValue("true") boolean signIn) {

        /** Hides the password. */
        @Override
        public String toString() {
            return host + ":" + port;
        }

        SecretName secretName() {
            return passwordSecret == null ? null : new SecretName(passwordSecret);
        }
    }

    /** How the connection is protected. */
    enum Tls { TLS, STARTTLS, NONE }
}
