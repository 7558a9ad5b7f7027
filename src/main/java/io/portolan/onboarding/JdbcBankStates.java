package io.portolan.onboarding;

import io.portolan.playbook.Environment;
import io.portolan.playbook.Playbooks;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcBankStates implements BankStates {

    private final JdbcClient jdbc;
    private final Playbooks playbooks;

    JdbcBankStates(JdbcClient jdbc, Playbooks playbooks) {
        this.jdbc = jdbc;
        this.playbooks = playbooks;
    }

    @Override
    public Map<String, Set<BankState>> all() {
        var all = new HashMap<String, Set<BankState>>();
        jdbc.sql("select distinct bank, finished_at is null as runs from onboardings").query((row, number) ->
                add(all, row.getString("bank"), row.getBoolean("runs") ? BankState.UNDER_WAY : BankState.ENDED)).list();
        jdbc.sql("select distinct bank, environment, standing from registrations where standing in ('ACTIVE', 'SUSPENDED')").query((row, number) ->
                add(all, row.getString("bank"), "SUSPENDED".equals(row.getString("standing")) ? BankState.SUSPENDED
                        : isLive(row.getString("bank"), row.getString("environment")) ? BankState.LIVE : BankState.TRIED)).list();
        all.values().stream().filter(states -> states.size() > 1).forEach(states -> states.remove(BankState.ENDED));
        return all;
    }

    private static boolean add(Map<String, Set<BankState>> all, String bank, BankState state) {
        return all.computeIfAbsent(bank, none -> EnumSet.noneOf(BankState.class)).add(state);
    }

    /** An environment that a playbook no longer has counts as one for trying: nothing says that customers are behind it. */
    private boolean isLive(String bank, String environment) {
        return playbooks.current(bank).map(version -> version.playbook().environments().get(environment)).filter(found -> found.kind() == Environment.Kind.LIVE).isPresent();
    }
}
