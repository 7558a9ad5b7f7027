package io.portolan.access;

import io.portolan.database.Timestamps;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Second factors in a table, without their seeds. What may be used once is used by one statement, so that two at once cannot both. */
@Component
class JdbcSecondFactors {

    private final JdbcClient database;
    private final Clock clock;

    JdbcSecondFactors(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    boolean isConfirmed(String user) {
        return database.sql("select exists (select from second_factors where name = :name and confirmed_at is not null)").param("name", user)
                .query(Boolean.class).single();
    }

    /** Begins it, or goes on with one that was begun; false where there is no such user. */
    boolean begin(String user) {
        return database.sql("insert into second_factors (name) select name from users where name = :name on conflict (name) do update set last_period = 0")
                .param("name", user).update() == 1;
    }

    /** Lets it count from now on; false where it does already, or was never begun. */
    boolean confirm(String user, long period, List<String> recoveryHashes) {
        var confirmed = database.sql("update second_factors set confirmed_at = :now, last_period = :period where name = :name and confirmed_at is null")
                .param("now", Timestamps.now(clock)).param("period", period).param("name", user).update() == 1;
        if (confirmed) {
            recoveryHashes.forEach(hash -> database.sql("insert into recovery_codes (name, sha256) values (:name, :hash)")
                    .param("name", user).param("hash", hash).update());
        }
        return confirmed;
    }

    /** Takes the code of a period; false where one of it or of a later one was taken. */
    boolean take(String user, long period) {
        return database.sql("update second_factors set last_period = :period where name = :name and confirmed_at is not null and last_period < :period")
                .param("period", period).param("name", user).update() == 1;
    }

    /** Takes a recovery code; false where it is none or was taken. */
    boolean takeRecovery(String user, String hash) {
        return database.sql("update recovery_codes set used_at = :now where name = :name and sha256 = :hash and used_at is null")
                .param("now", Timestamps.now(clock)).param("name", user).param("hash", hash).update() == 1;
    }

    int recoveryLeft(String user) {
        return database.sql("select count(*) from recovery_codes where name = :name and used_at is null").param("name", user).query(Integer.class).single();
    }

    boolean remove(String user) {
        return database.sql("delete from second_factors where name = :name").param("name", user).update() == 1;
    }
}
