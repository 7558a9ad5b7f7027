package io.portolan.vault;

import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the master key is. A key is 32 random bytes in base64. Several may stand one after another, separated by commas or
 * lines: the first encrypts, all decrypt. To change the key, give every node {@code old,new}, then every node {@code new,old},
 * which encrypts all data keys anew at start, then {@code new} alone.
 *
 * @param masterKey the keys themselves, or null to read them from the file
 * @param masterKeyFile the file of the keys; made at the very first start where there is none
 */
@Validated
@ConfigurationProperties("portolan.vault")
record VaultSettings(Secret masterKey, @DefaultValue("./data/master.key") @NotNull Path masterKeyFile) {
}
