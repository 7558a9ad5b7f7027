package io.portolan.leg;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The table of runs whose leg was taken away from them while they work with a portal account: nobody else works with that account before
 * such a run has ended, or its lease has.
 */
final class JdbcLeftRuns {

    private final JdbcClient jdbc;

    JdbcLeftRuns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Remembers the runs of these legs, which the caller takes away in this transaction, or of all legs for null; until then none begins. */
    void leave(String onboarding, Collection<String> legs) {
        leave(onboarding, legs, null);
    }

    /** Remembers the run of this leg, if the leg has another portal account from now on, or none for null. */
    void leave(String onboarding, String leg, String account) {
        leave(onboarding, List.of(leg), account == null ? "" : account);
    }

    /** A run that has kept its result works with nothing any more. */
    private void leave(String onboarding, Collection<String> legs, String account) {
        jdbc.sql("""
                with theirs as (select holder, until, portal_account, settled from legs
                    where onboarding = :onboarding and (:legs::text[] is null or leg = any(:legs)) for update)
                insert into left_runs (holder, portal_account, until) select holder, portal_account, until from theirs
                where holder is not null and settled and portal_account is not null and portal_account is distinct from :account::text
                on conflict (holder) do nothing""")
                .param("onboarding", onboarding).param("legs", legs == null ? null : legs.toArray(String[]::new)).param("account", account).update();
    }

    void renew(Collection<String> holders, Duration lease) {
        jdbc.sql("update left_runs set until = now() + make_interval(secs => :lease) where holder = any(:holders)")
                .param("holders", holders.toArray(String[]::new)).param("lease", lease.toSeconds()).update();
    }

    void ended(String holder) {
        jdbc.sql("delete from left_runs where holder = :holder").param("holder", holder).update();
    }

    void forgetExpired() {
        jdbc.sql("delete from left_runs where until < now()").update();
    }

    void forgetAll() {
        jdbc.sql("delete from left_runs").update();
    }
}
