package io.portolan.access;

import io.portolan.vault.Secret;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How access begins.
 *
 * @param adminPassword the password of the user {@code admin} that the first start makes; null lets it make one up
 * @param adminPasswordFile where one that was made up waits until its user has another
 * @param secondFactor whether whoever signs in with a password needs a second factor, too
 * @param wrongSignIns how many wrong sign-ins an address may have
 * @param wrongSignInsWithin in which time, after which all of them are forgotten, one after the other
 */
@Validated
@ConfigurationProperties("portolan.access")
record AccessSettings(Secret adminPassword, @DefaultValue("./data/admin.password") @NotNull Path adminPasswordFile,
        @DefaultValue("optional") @NotNull Need secondFactor, @DefaultValue("20") @Min(1) int wrongSignIns, @DefaultValue("10m") @NotNull Duration wrongSignInsWithin) {

    /** Whether everybody has to, or who likes. */
    enum Need { OPTIONAL, REQUIRED }
}
