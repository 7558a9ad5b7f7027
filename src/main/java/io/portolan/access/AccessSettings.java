package io.portolan.access;

import io.portolan.vault.Secret;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How access begins.
 *
 * @param adminPassword the password of the user {@code admin} that the first start makes; null lets it make one up and print it
 */
@ConfigurationProperties("portolan.access")
record AccessSettings(Secret adminPassword) {
}
