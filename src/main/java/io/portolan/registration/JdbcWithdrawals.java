package io.portolan.registration;

import io.portolan.database.Timestamps;
import io.portolan.journal.Act;
import io.portolan.journal.Journal;
import io.portolan.refusal.Refused;
import io.portolan.vault.SecretName;
import io.portolan.vault.Vault;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class JdbcWithdrawals implements Withdrawals {

    private static final String REASON = "The registration was withdrawn.";

    private final JdbcClient database;
    private final Registrations registrations;
    private final Credentials credentials;
    private final Vault vault;
    private final Journal journal;
    private final Clock clock;

    JdbcWithdrawals(JdbcClient database, Registrations registrations, Credentials credentials, Vault vault, Journal journal, Clock clock) {
        this.database = database;
        this.registrations = registrations;
        this.credentials = credentials;
        this.vault = vault;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public Registration lockHeld(String registration) {
        database.sql("select from registrations where id = :id for no key update").param("id", registration).query((row, number) -> registration).optional();
        var found = registrations.find(registration).orElseThrow(() -> Refused.notFound("unknown-registration", "There is no registration " + registration + "."));
        if (!found.canBeGivenUp()) {
            throw Refused.conflict("not-registered", "This registration is " + found.standing().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                    + "; only one that is active or suspended, or that was taken in as it exists at the bank, can be withdrawn.", Map.of("registration", registration));
        }
        return found;
    }

    @Override
    @Transactional
    public void begun(String registration, String onboarding, String reason, String actor) {
        database.sql("update registrations set onboarding = :onboarding, changed_at = :now where id = :id").param("onboarding", onboarding)
                .param("now", Timestamps.now(clock)).param("id", registration).update();
        journal.write(Act.by(actor, registration, "registration-withdrawal-begun", reason + " (onboarding " + onboarding + ")"));
    }

    @Override
    @Transactional
    public void inVain(String registration, String why, String actor) {
        journal.write(Act.by(actor, registration, "registration-not-withdrawn", why));
    }

    @Override
    @Transactional
    public Registration givenUp(String registration, String reason, String actor) {
        return registrations.mark(registration, Registration.Standing.WITHDRAWN, reason, actor);
    }

    @Override
    @Transactional
    public void gone(String registration, String actor) {
        if (registrations.find(registration).filter(found -> found.standing() == Registration.Standing.WITHDRAWN).isEmpty()) {
            return;
        }
        // of two that are current under one name, each is marked
        credentials.of(registration).stream().filter(credential -> credential.state().isCurrent())
                .forEach(credential -> credentials.mark(registration, credential.name(), Credential.State.REVOKED, REASON, actor));
        var secrets = database.sql("""
                select distinct secret_name from credentials mine where registration = :id and secret_name is not null and not exists (
                    select from credentials other where other.secret_name = mine.secret_name and other.registration <> :id and other.state in ('ISSUED', 'USABLE'))""")
                .param("id", registration).query(String.class).list();
        secrets.forEach(name -> vault.forget(new SecretName(name)));
        if (!secrets.isEmpty()) {
            journal.write(Act.by(actor, registration, "credentials-forgotten", "The secrets of this registration, " + secrets.size() + ", are forgotten for good."));
        }
    }
}
