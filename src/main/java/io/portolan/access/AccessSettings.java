package io.portolan.access;

import io.portolan.vault.Secret;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
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
 * @param calls how much the API may be called
 * @param localSignIn whether people sign in with passwords of ours; false leaves only the provider
 * @param oidc the provider by which people and machines sign in, too; null where there is none
 */
@Validated
@ConfigurationProperties("portolan.access")
record AccessSettings(Secret adminPassword, @DefaultValue("./data/admin.password") @NotNull Path adminPasswordFile,
        @DefaultValue("optional") @NotNull Need secondFactor, @DefaultValue("20") @Min(1) int wrongSignIns, @DefaultValue("10m") @NotNull Duration wrongSignInsWithin,
        @DefaultValue @NotNull @Valid Calls calls, @DefaultValue("true") boolean localSignIn, @Valid Oidc oidc) {

    @AssertTrue(message = "portolan.access.local-sign-in may be false only where portolan.access.oidc says who signs people in instead")
    boolean isAWayIn() {
        return localSignIn || oidc != null;
    }

    /**
     * How much the API may be called; what was used is given back evenly. Each node counts for itself.
     *
     * @param most how many calls each token and each user may make
     * @param mostOfStrangers how many calls an address may make of which nobody knows whose they are
     * @param within in which time
     */
    record Calls(@DefaultValue("60000") @Min(1) int most, @DefaultValue("1200") @Min(1) int mostOfStrangers, @DefaultValue("1m") @NotNull Duration within) { }

    /** Whether everybody has to, or who likes. */
    enum Need { OPTIONAL, REQUIRED }
}
