package io.portolan.bankapi;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How banks' APIs are called.
 *
 * @param connectTimeout how long a connection may take
 * @param answerTimeout how long a whole answer may take
 * @param answerLimit how much of an answer is read; a bigger one is a fault
 * @param longestPause how long we wait where a bank puts us off until later; beyond it a person is asked
 * @param lookAgain how long after a look that finds nothing of a request whose answer was lost the next one comes
 * @param trust PEM files with further authorities whose server certificates are taken, beside those of Java
 */
@ConfigurationProperties("portolan.bankapi")
record BankApiSettings(@DefaultValue("10s") Duration connectTimeout, @DefaultValue("60s") Duration answerTimeout,
        @DefaultValue("1MB") DataSize answerLimit, @DefaultValue("1h") Duration longestPause,
        @DefaultValue("5s") Duration lookAgain, @DefaultValue List<Path> trust) {
}
