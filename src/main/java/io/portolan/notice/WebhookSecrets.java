package io.portolan.notice;

import io.portolan.journal.Act;
import io.portolan.vault.Secret;
import io.portolan.vault.SecretName;
import io.portolan.vault.Vault;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The secrets by which calls of webhooks are signed, in the vault. */
@Component
class WebhookSecrets {

    private static final String OWNER = "portolan";
    private static final Vault.Purpose TO_SIGN = new Vault.Purpose(OWNER, "sign calls of webhooks", false, Act.HOUSE);

    private final Vault vault;

    WebhookSecrets(Vault vault) {
        this.vault = vault;
    }

    /** Keeps a secret and gives its name. */
    String keep(String webhook, Secret secret) {
        var name = SecretName.of(OWNER, "webhook", webhook, UUID.randomUUID().toString());
        vault.keep(name, OWNER, secret);
        return name.value();
    }

    Secret reveal(String name) {
        return vault.reveal(new SecretName(name), TO_SIGN).orElseThrow(() -> new IllegalStateException("the vault has lost " + name));
    }

    void forget(String name) {
        vault.forget(new SecretName(name));
    }
}
