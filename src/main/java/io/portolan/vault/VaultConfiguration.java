package io.portolan.vault;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the vault with the master keys of this node, or stops the start when they are others. */
@Configuration(proxyBeanMethods = false)
class VaultConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(VaultConfiguration.class);

    @Bean
    MasterKeys masterKeys(VaultSettings settings, JdbcKeyChecks checks) {
        var keys = new MasterKeySource(settings).keys(checks.isVaultNew());
        checks.check(keys);
        return keys;
    }

    @Bean
    ApplicationListener<ApplicationReadyEvent> rotateMasterKey(EncryptedTableVault vault, JdbcKeyChecks checks, MasterKeys keys) {
        return ready -> {
            var rewrapped = vault.rotate();
            if (rewrapped > 0) {
                LOG.info("{} secrets are now under the master key {}", rewrapped, keys.primary());
            }
            checks.forgetUnused(keys.primary());
        };
    }
}
