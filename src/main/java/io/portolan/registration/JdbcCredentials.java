package io.portolan.registration;

import io.portolan.database.Timestamps;
import io.portolan.journal.Act;
import io.portolan.journal.Journal;
import io.portolan.playbook.CredentialKind;
import io.portolan.playbook.Service;
import io.portolan.refusal.Refused;
import io.portolan.vault.Secret;
import io.portolan.vault.SecretName;
import io.portolan.vault.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lists credentials in our database, the values of secret ones by their name in the vault. */
@Component
class JdbcCredentials implements Credentials {

    private static final String CURRENT = "registration = :registration and name = :name and state in ('ISSUED', 'USABLE')";
    private static final String NEWEST = "id = (select max(id) from credentials where " + CURRENT + ")";
    private static final String CURRENT_FIRST = "case when state in ('ISSUED', 'USABLE') then 0 else 1 end";

    private final JdbcClient database;
    private final Vault vault;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    JdbcCredentials(JdbcClient database, Vault vault, Journal journal, ApplicationEventPublisher events, Clock clock) {
        this.database = database;
        this.vault = vault;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public List<Credential> of(String registration) {
        return database.sql("select * from credentials where registration = :registration order by " + CURRENT_FIRST + ", name, id desc")
                .param("registration", registration).query(JdbcCredentials::read).list();
    }

    @Override
    public Optional<Credential> find(String registration, String name) {
        return database.sql("select * from credentials where registration = :registration and name = :name order by "
                + CURRENT_FIRST + ", id desc limit 1")
                .param("registration", registration).param("name", name).query(JdbcCredentials::read).optional();
    }

    @Override
    public Optional<Source> source(String registration, String name) {
        return database.sql("select secret_name, value, expires_at from credentials where " + NEWEST)
                .param("registration", registration).param("name", name)
                .query((row, number) -> new Source(row.getString("value"), row.getString("secret_name") == null ? null
                        : new SecretName(row.getString("secret_name")), Timestamps.read(row, "expires_at"))).optional();
    }

    @Override
    public List<String> namesInVault(String registration) {
        return database.sql("select distinct secret_name from credentials where registration = :registration and secret_name is not null")
                .param("registration", registration).query(String.class).list();
    }

    @Override
    @Transactional
    public Credential keepSecret(String registration, String name, CredentialKind kind, SecretName inVault, Instant expires,
            String actor) {
        return keep(registration, name, kind, inVault.value(), null, expires, actor);
    }

    @Override
    @Transactional
    public Credential keepBeside(String registration, String name, CredentialKind kind, SecretName inVault, Instant expires, String actor) {
        tpp(registration);
        supersede(registration, name, " and (state = 'ISSUED' or secret_name is null or secret_name = :secretName or expires_at <= :now)", inVault.value());
        return list(registration, name, kind, inVault.value(), null, expires, actor);
    }

    @Override
    @Transactional
    public Credential keepValue(String registration, String name, CredentialKind kind, String value, Instant expires, String actor) {
        return keep(registration, name, kind, null, value, expires, actor);
    }

    @Override
    public void serves(String registration, String name, Set<Service> services) {
        database.sql("update credentials set services = :services where " + CURRENT).param("services", RegistrationRows.array(services))
                .param("registration", registration).param("name", name).update();
    }

    @Override
    @Transactional
    public Credential handIn(String registration, String name, CredentialKind kind, Secret secret, Instant expires, String actor) {
        var inVault = SecretName.of("registration", registration, name);
        var kept = keep(registration, name, kind, inVault.value(), null, expires, actor);
        vault.keep(inVault, tpp(registration), secret);
        return kept;
    }

    @Override
    @Transactional
    public Credential expires(String registration, String name, Instant expires, String reason, String actor) {
        changed(database.sql("update credentials set expires_at = :expires, changed_at = :now where " + NEWEST)
                .param("expires", Timestamps.of(expires)).param("now", Timestamps.now(clock))
                .param("registration", registration).param("name", name).update(), name);
        return written(registration, name, "credential-expiry-changed", name + ": " + expires + said(reason), actor);
    }

    @Override
    @Transactional
    public Credential mark(String registration, String name, Credential.State state, String reason, String actor) {
        if (state == Credential.State.USABLE) {
            supersede(registration, name, " and id < (select max(id) from credentials where " + CURRENT + ")", null);
        }
        changed(database.sql("update credentials set state = :state, changed_at = :now where " + NEWEST)
                .param("state", state.name()).param("now", Timestamps.now(clock))
                .param("registration", registration).param("name", name).update(), name);
        return written(registration, name, "credential-state-changed", name + ": " + state + said(reason), actor);
    }

    private static String said(String reason) {
        return reason == null ? "" : ": " + reason;
    }

    @Override
    @Transactional
    public void forget(String registration, String name, String actor) {
        var values = current(registration, name);
        values.forEach(each -> mark(registration, name, Credential.State.REVOKED, null, actor));
        database.sql("update credentials set value = null where registration = :registration and name = :name")
                .param("registration", registration).param("name", name).update();
        values.stream().map(Kept::secretName).filter(kept -> kept != null && !isUsedElsewhere(kept)).forEach(kept -> vault.forget(new SecretName(kept)));
    }

    /** What was taken over from a hub has one secret for several registrations. */
    private boolean isUsedElsewhere(String secretName) {
        return database.sql("select exists (select from credentials where secret_name = :name and state in ('ISSUED', 'USABLE'))")
                .param("name", secretName).query(Boolean.class).single();
    }

    /** The value of the current credential; a secret one comes from the vault, which tells the journal before. */
    Secret reveal(String registration, String name, String reason, String actor) {
        var value = current(registration, name).get(0);
        if (value.secretName() != null) {
            return vault.reveal(new SecretName(value.secretName()), new Vault.Purpose(actor, reason, true, registration))
                    .orElseThrow(() -> notHeld(name));
        }
        if (value.plain() == null) {
            throw notHeld(name);
        }
        journal.write(Act.by(actor, registration, "credential-shown", name + ": " + reason));
        return Secret.of(value.plain());
    }

    private Credential keep(String registration, String name, CredentialKind kind, String secretName, String value,
            Instant expires, String actor) {
        tpp(registration);
        supersede(registration, name, "", null);
        return list(registration, name, kind, secretName, value, expires, actor);
    }

    private void supersede(String registration, String name, String which, String secretName) {
        database.sql("update credentials set state = 'SUPERSEDED', changed_at = :now where " + CURRENT + which)
                .param("now", Timestamps.now(clock)).param("registration", registration).param("name", name).param("secretName", secretName).update();
    }

    private Credential list(String registration, String name, CredentialKind kind, String secretName, String value, Instant expires, String actor) {
        var now = Timestamps.now(clock);
        database.sql("""
                insert into credentials (registration, name, kind, secret_name, value, state, expires_at, issued_at, changed_at)
                values (:registration, :name, :kind, :secretName, :value, 'ISSUED', :expires, :now, :now)
                """)
                .param("registration", registration).param("name", name).param("kind", kind.name())
                .param("secretName", secretName).param("value", value).param("expires", Timestamps.of(expires)).param("now", now)
                .update();
        return written(registration, name, "credential-kept", name + " (" + kind + ")", actor);
    }

    private Credential written(String registration, String name, String act, String detail, String actor) {
        journal.write(Act.by(actor, registration, act, detail));
        events.publishEvent(new CredentialChanged(registration));
        return find(registration, name).orElseThrow();
    }

    /** What is current of this name, first what has proven itself. */
    private List<Kept> current(String registration, String name) {
        var kept = database.sql("select secret_name, value from credentials where " + CURRENT + " order by case when state = 'USABLE' then 0 else 1 end")
                .param("registration", registration).param("name", name)
                .query((row, number) -> new Kept(row.getString(1), row.getString(2))).list();
        if (kept.isEmpty()) {
            throw unknown(name);
        }
        return kept;
    }

    /** A call has worked with what was issued last, which takes the place of what had proven itself before. */
    static void proven(JdbcClient database, String registration, OffsetDateTime now) {
        database.sql("update credentials old set state = 'SUPERSEDED', changed_at = :now where registration = :id and state = 'USABLE' and exists"
                + " (select from credentials newer where newer.registration = :id and newer.name = old.name and newer.state = 'ISSUED')")
                .param("id", registration).param("now", now).update();
        database.sql("update credentials set state = 'USABLE', changed_at = :now where registration = :id and state = 'ISSUED'")
                .param("id", registration).param("now", now).update();
    }

    /** The TPP of a registration, whose row stays locked so that credentials of one registration change one after the other. */
    private String tpp(String registration) {
        return database.sql("select tpp from registrations where id = :id for no key update").param("id", registration)
                .query(String.class).optional().orElseThrow(() ->
                        Refused.notFound("unknown-registration", "There is no registration " + registration + "."));
    }

    private static void changed(int rows, String name) {
        if (rows == 0) {
            throw unknown(name);
        }
    }

    private static Refused unknown(String name) {
        return Refused.notFound("unknown-credential", "There is no current credential " + name + ".");
    }

    private static Refused notHeld(String name) {
        return Refused.conflict("credential-not-held", "The value of " + name + " is not here.", Map.of("name", name));
    }

    private static Credential read(ResultSet row, int number) throws SQLException {
        return new Credential(row.getString("registration"), row.getString("name"), CredentialKind.valueOf(row.getString("kind")),
                RegistrationRows.services(row, "services"), row.getString("secret_name") != null, Credential.State.valueOf(row.getString("state")),
                Timestamps.read(row, "expires_at"), Timestamps.read(row, "issued_at"),
                Timestamps.read(row, "changed_at"));
    }

    private record Kept(String secretName, String plain) { }
}
