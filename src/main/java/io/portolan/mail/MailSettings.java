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
import org.springframework.validation.annotation.Validated;

/**
 * Our mailboxes, by name.
 *
 * @param timeout how long a mail server may take to answer
 */
@Validated
@ConfigurationProperties("portolan.mail")
record MailSettings(@DefaultValue @Valid Map<String, Account> mailboxes, @DefaultValue("20s") @NotNull Duration timeout) {

    /**
     * A mailbox and the server where it is.
     *
     * @param tpps the TPPs whose mail arrives there
     * @param address the address that banks write to
     * @param password its password, where it is not in the vault
     * @param passwordSecret the name under which the vault keeps its password
     */
    record Account(@NotEmpty List<String> tpps, @NotEmpty String address, @NotEmpty String host,
            @DefaultValue("993") @Min(1) @Max(65535) int port, @NotEmpty String user, String password,
            String passwordSecret, @DefaultValue("tls") @NotNull Tls tls) {

        /** Hides the password. */
        @Override
        public String toString() {
            return address + " at " + host + ":" + port;
        }

        SecretName secretName() {
            return passwordSecret == null ? null : new SecretName(passwordSecret);
        }
    }

    /** How the connection is protected. */
    enum Tls { TLS, STARTTLS, NONE }
}
