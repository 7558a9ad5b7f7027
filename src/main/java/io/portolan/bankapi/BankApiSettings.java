package io.portolan.bankapi;

import io.portolan.vault.SecretName;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How banks' APIs are called.
 *
 * @param connectTimeout how long a connection may take, its TLS handshake included
 * @param beginTimeout how long after a call its answer may begin
 * @param answerTimeout how long after a call its whole answer may take
 * @param answerLimit how much of an answer is read; a bigger one is a fault
 * @param longestPause how long we wait where a bank puts us off until later; beyond it a person is asked
 * @param lookAgain how long after a look that finds nothing of a request whose answer was lost the next one comes
 * @param trust PEM files with further authorities whose server certificates are taken, beside those of Java
 * @param proxy the proxy by which banks are reached; without it, what Java's own properties say
 */
@Validated
@ConfigurationProperties("portolan.bankapi")
record BankApiSettings(@DefaultValue("10s") @NotNull Duration connectTimeout, @DefaultValue("60s") @NotNull Duration beginTimeout,
        @DefaultValue("90s") @NotNull Duration answerTimeout, @DefaultValue("1MB") @NotNull DataSize answerLimit,
        @DefaultValue("1h") @NotNull Duration longestPause, @DefaultValue("5s") @NotNull Duration lookAgain, @DefaultValue List<Path> trust,
        @Valid Proxy proxy) {

    /**
     * A proxy that lets connections to other hosts through (CONNECT, RFC 9110, section 9.3.6).
     *
     * @param user whom to sign in as there; without it nobody
     * @param password its password, where it is not in the vault
     * @param passwordSecret the name under which the vault keeps it
     * @param noProxy the hosts that are called without it; one that begins with a dot means all below it, too
     */
    record Proxy(@NotEmpty String host, @DefaultValue("3128") @Min(1) @Max(65535) int port, String user, String password, String passwordSecret,
            @DefaultValue({"localhost", "127.0.0.1", "[::1]"}) List<String> noProxy) {

        /** Hides the password. */
        @Override
        public String toString() {
            return host + ":" + port;
        }

        SecretName secretName() {
            return passwordSecret == null ? null : new SecretName(passwordSecret);
        }

        boolean isLeftOutFor(String called) {
            return noProxy.stream().anyMatch(entry -> entry.equalsIgnoreCase(called) || entry.startsWith(".")
                    && ("." + called).regionMatches(true, called.length() + 1 - entry.length(), entry, 0, entry.length()));
        }
    }
}
