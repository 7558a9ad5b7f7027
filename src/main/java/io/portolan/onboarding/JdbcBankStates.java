package io.portolan.onboarding;

import io.portolan.playbook.Environment;
import io.portolan.playbook.Playbooks;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcBankStates implements BankStates {

    /** From bank to bank by the index; each "distinct" would read all there are. */
    private static final String BEGUN = """
            with recursive banks as (
                (select bank from onboardings order by bank limit 1)
                union all
                select next.bank from banks cross join lateral (select bank from onboardings o where o.bank > banks.bank order by o.bank limit 1) next)
            select bank, true as runs from banks where exists (select from onboardings o where o.bank = banks.bank and o.status = any(:running))
            union all
            select bank, false from banks where exists (select from onboardings o where o.bank = banks.bank and o.status = any(:over))""";

    private static final String HELD = """
            with recursive held as (
                (select bank, environment, standing from registrations where standing in ('ACTIVE', 'SUSPENDED') order by bank, environment, standing limit 1)
                union all
                select next.bank, next.environment, next.standing from held cross join lateral (
                    select bank, environment, standing from registrations r where standing in ('ACTIVE', 'SUSPENDED')
                        and (r.bank, r.environment, r.standing) > (held.bank, held.environment, held.standing) order by r.bank, r.environment, r.standing limit 1) next)
            select * from held""";

    private final JdbcClient jdbc;
    private final Playbooks playbooks;

    JdbcBankStates(JdbcClient jdbc, Playbooks playbooks) {
        this.jdbc = jdbc;
        this.playbooks = playbooks;
    }

    @Override
    public Map<String, Set<BankState>> all() {
        var all = new HashMap<String, Set<BankState>>();
        jdbc.sql(BEGUN).param("running", statuses(false)).param("over", statuses(true)).query((row, number) -> add(all, row.getString("bank"), row.getBoolean("runs") ? BankState.UNDER_WAY : BankState.ENDED)).list();
        jdbc.sql(HELD).query((row, number) ->
                add(all, row.getString("bank"), "SUSPENDED".equals(row.getString("standing")) ? BankState.SUSPENDED
                        : isLive(row.getString("bank"), row.getString("environment")) ? BankState.LIVE : BankState.TRIED)).list();
        all.values().stream().filter(states -> states.size() > 1).forEach(states -> states.remove(BankState.ENDED));
        return all;
    }

    private static String[] statuses(boolean isFinal) {
        return Stream.of(Onboarding.Status.values()).filter(status -> status.isFinal() == isFinal).map(Enum::name).toArray(String[]::new);
    }

    private static boolean add(Map<String, Set<BankState>> all, String bank, BankState state) {
        return all.computeIfAbsent(bank, none -> EnumSet.noneOf(BankState.class)).add(state);
    }

    /** An environment that a playbook no longer has counts as one for trying: nothing says that customers are behind it. */
    private boolean isLive(String bank, String environment) {
        return playbooks.current(bank).map(version -> version.playbook().environments().get(environment)).filter(found -> found.kind() == Environment.Kind.LIVE).isPresent();
    }
}
