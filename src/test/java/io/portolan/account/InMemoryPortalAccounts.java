package io.portolan.account;

import io.portolan.vault.SecretName;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Portal accounts for tests. */
public final class InMemoryPortalAccounts implements PortalAccounts {

    private final Map<String, PortalAccount> accounts = new LinkedHashMap<>();
    private final Map<String, Long> steps = new HashMap<>();

    @Override
    public Optional<PortalAccount> find(String tpp, String portal, String environment) {
        return Optional.ofNullable(accounts.get(tpp + "/" + portal + "/" + environment));
    }

    @Override
    public boolean add(PortalAccount account) {
        return accounts.putIfAbsent(account.tpp() + "/" + account.portal() + "/" + account.environment(), account) == null;
    }

    @Override
    public void replace(PortalAccount account) {
        accounts.put(account.tpp() + "/" + account.portal() + "/" + account.environment(), account);
    }

    @Override
    public void signedIn(PortalAccount account, Instant at) {
        accounts.computeIfPresent(account.tpp() + "/" + account.portal() + "/" + account.environment(),
                (key, old) -> new PortalAccount(old.tpp(), old.portal(), old.environment(), old.login(), old.password(),
                        old.secondFactor(), old.owner(), old.created(), at, old.expires(), old.adopted()));
    }

    @Override
    public List<PortalAccount> page(Filter filter, String after, int limit) {
        throw new UnsupportedOperationException("pages are read from the database");
    }

    @Override
    public List<PortalAccount> endingBefore(Instant end) {
        return accounts.values().stream().filter(each -> each.expires() != null && each.expires().isBefore(end)).toList();
    }

    @Override
    public List<PortalAccount> of(String tpp) {
        return accounts.values().stream().filter(each -> tpp == null || each.tpp().equals(tpp)).toList();
    }

    @Override
    public void renewed(PortalAccount account, SecretName password, Instant expires) {
        accounts.computeIfPresent(account.tpp() + "/" + account.portal() + "/" + account.environment(),
                (key, old) -> new PortalAccount(old.tpp(), old.portal(), old.environment(), old.login(), password, old.secondFactor(),
                        old.owner(), old.created(), old.lastLogIn(), expires, old.adopted()));
    }

    @Override
    public long takeStep(PortalAccount account, long present) {
        return steps.merge(account.tpp() + "/" + account.portal() + "/" + account.environment(), present, (last, now) -> Math.max(last + 1, now));
    }

    @Override
    public void secondFactor(PortalAccount account, SecretName seed) {
        accounts.computeIfPresent(account.tpp() + "/" + account.portal() + "/" + account.environment(),
                (key, old) -> new PortalAccount(old.tpp(), old.portal(), old.environment(), old.login(), old.password(), seed,
                        old.owner(), old.created(), old.lastLogIn(), old.expires(), old.adopted()));
    }
}
