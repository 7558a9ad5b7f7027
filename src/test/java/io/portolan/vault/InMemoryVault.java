package io.portolan.vault;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A vault for tests that keeps its secrets in memory and remembers why they were revealed. */
public final class InMemoryVault implements Vault {

    private final Map<SecretName, String> secrets = new LinkedHashMap<>();
    private final List<Purpose> revealed = new ArrayList<>();
    private Runnable check = () -> { };

    /** Checks this before whatever is asked of the vault. */
    public void wheneverUsed(Runnable checked) {
        check = checked;
    }

    @Override
    public synchronized void keep(SecretName name, String tpp, Secret secret) {
        check.run();
        secrets.put(name, secret.reveal(CharSequence::toString));
    }

    @Override
    public synchronized Optional<Secret> reveal(SecretName name, Purpose purpose) {
        check.run();
        revealed.add(purpose);
        return Optional.ofNullable(secrets.get(name)).map(Secret::of);
    }

    @Override
    public synchronized boolean holds(SecretName name) {
        return secrets.containsKey(name);
    }

    @Override
    public synchronized void forget(SecretName name) {
        secrets.remove(name);
    }

    /** The names of what it keeps, in the order in which they came. */
    public synchronized List<SecretName> names() {
        return List.copyOf(secrets.keySet());
    }

    /** Why secrets were revealed so far. */
    public synchronized List<Purpose> revealed() {
        return List.copyOf(revealed);
    }
}
