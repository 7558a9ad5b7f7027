package io.portolan.access;

import io.portolan.vault.Secret;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How access begins.
 *
 * @param adminPassword the password of the user {@code admin} that the first start makes; null lets it make one up
 * @param adminPasswordFile where one that was made up waits until its user has another
 */
@Validated
@ConfigurationProperties("portolan.access")
record AccessSettings(Secret adminPassword, @DefaultValue("./data/admin.password") @NotNull Path adminPasswordFile) {
}
