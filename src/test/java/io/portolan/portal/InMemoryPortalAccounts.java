package io.portolan.portal;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

final class InMemoryPortalAccounts implements PortalAccounts {

    private final Map<String, PortalAccount> accounts = new LinkedHashMap<>();

    @Override
    public Optional<PortalAccount> find(String tpp, String portal, String environment) {
        return Optional.ofNullable(accounts.get(tpp + "/" + portal + "/" + environment));
    }

    @Override
    public void add(PortalAccount account) {
        accounts.putIfAbsent(account.tpp() + "/" + account.portal() + "/" + account.environment(), account);
    }

    @Override
    public void signedIn(PortalAccount account, Instant at) {
        accounts.computeIfPresent(account.tpp() + "/" + account.portal() + "/" + account.environment(),
                (key, old) -> new PortalAccount(old.tpp(), old.portal(), old.environment(), old.login(), old.password(),
                        old.owner(), old.created(), at, old.adopted()));
    }
}
