package io.portolan.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The books of a bank whose portal has accounts.
 *
 * @param <A> what it knows of an account
 * @param <C> what it knows of a client
 */
public abstract class PortalBooks<A extends Account, C extends ApiClient> extends BankBooks<C> {

    /** The accounts of its portal. */
    public List<A> accounts = new ArrayList<>();

    /** The account that logs in with this address. */
    public Optional<A> account(String eMail) {
        return accounts.stream().filter(account -> account.eMail.equalsIgnoreCase(eMail)).findFirst();
    }

    @Override
    public Map<String, Integer> counts() {
        var counts = super.counts();
        counts.put("accounts", accounts.size());
        return counts;
    }
}
