package io.portolan.access;

import io.portolan.database.Timestamps;
import io.portolan.refusal.Refused;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps requests for a second person in our database. */
@Component
class JdbcApprovals implements Approvals {

    private static final String SELECT = "select * from approvals ";
    private static final int COUNTED = 100;

    private final JdbcClient database;
    private final JdbcOwners owners;
    private final Clock clock;

    JdbcApprovals(JdbcClient database, JdbcOwners owners, Clock clock) {
        this.database = database;
        this.owners = owners;
        this.clock = clock;
    }

    /** Keeps a new one, unless this person has asked the same already and still waits; says whether it was kept. */
    boolean insert(Approval approval) {
        var row = new HashMap<String, Object>();
        row.put("id", approval.id());
        row.put("deed", approval.deed());
        row.put("act", approval.act().name());
        row.put("object", approval.object());
        row.put("parameters", ApprovalRows.written(approval.with()));
        row.put("tpp", approval.asked().tpp());
        row.put("chain", approval.asked().chain());
        row.put("title", approval.asked().title());
        row.put("consequence", approval.asked().consequence());
        row.put("link", approval.asked().link());
        row.put("facts", ApprovalRows.written(approval.asked().facts()));
        row.put("version", approval.asked().version());
        row.put("evidence", approval.asked().evidence().toArray(Long[]::new));
        row.put("digest", approval.digest());
        row.put("reason", approval.reason());
        row.put("by", approval.requestedBy());
        row.put("for", approval.requestedFor());
        row.put("at", Timestamps.of(approval.requestedAt()));
        row.put("expires", Timestamps.of(approval.expiresAt()));
        row.put("byItself", approval.byItself());
        return database.sql("""
                insert into approvals (id, deed, act, object, parameters, tpp, chain, title, consequence, link, facts, version, evidence, digest, reason,
                    requested_by, requested_for, requested_at, state, expires_at, by_itself)
                values (:id, :deed, :act, :object, :parameters::jsonb, :tpp, :chain, :title, :consequence, :link, :facts::jsonb, :version, :evidence, :digest, :reason,
                    :by, :for, :at, 'WAITING', :expires, :byItself)
                on conflict (deed, object, requested_for) where state = 'WAITING' do nothing""").params(row).update() == 1;
    }

    /** Locks one until the transaction ends. */
    Approval lock(String id) {
        return database.sql(SELECT + "where id = :id for update").param("id", id).query(ApprovalRows::read).optional()
                .orElseThrow(() -> Refused.notFound("unknown-approval", "There is no request for a second person " + id + "."));
    }

    /** Those of a person for an object that are not over, locked until the transaction ends, the newest first. */
    List<Approval> lockOpen(String deed, String object, String person) {
        return database.sql(SELECT + "where deed = :deed and object = :object and requested_for = :person and state in ('WAITING', 'APPROVED') order by requested_at desc for update")
                .param("deed", deed).param("object", object).param("person", person).query(ApprovalRows::read).list();
    }

    void decided(Approval approval, Approval.State state, String by, String decision) {
        database.sql("update approvals set state = :state, decided_by = :by, decided_at = :now, decision = :decision, expires_at = :expires where id = :id")
                .param("state", state.name()).param("by", by).param("now", Timestamps.now(clock)).param("decision", decision)
                .param("expires", Timestamps.of(approval.expiresAt())).param("id", approval.id()).update();
    }

    void ended(String id, Approval.State state, String note) {
        database.sql("update approvals set state = :state, ended_at = :now, note = :note where id = :id")
                .param("state", state.name()).param("now", Timestamps.now(clock)).param("note", note).param("id", id).update();
    }

    void settled(String id) {
        database.sql("update approvals set settled = true where id = :id").param("id", id).update();
    }

    /** Those from which something follows now: decided ones, and those whose time is over. */
    List<String> toSettle(int limit) {
        return database.sql("""
                select id from approvals where not settled and (expires_at <= :now or state <> 'WAITING' and (by_itself or state <> 'APPROVED'))
                order by requested_at limit :limit""").param("now", Timestamps.now(clock)).param("limit", limit).query(String.class).list();
    }

    @Override
    public Optional<Approval> find(String id) {
        return database.sql(SELECT + "where id = :id").param("id", id).query(ApprovalRows::read).optional();
    }

    @Override
    public Optional<Approval> latest(String deed, String object) {
        return database.sql(SELECT + "where object = :object and deed = :deed order by requested_at desc, id desc limit 1")
                .param("object", object).param("deed", deed).query(ApprovalRows::read).optional();
    }

    @Override
    public Page page(Filter filter, String cursor, int limit) {
        var conditions = new ArrayList<String>(List.of("true"));
        var values = new HashMap<String, Object>(Map.of("limit", limit + 1));
        fill(filter, conditions, values);
        if (cursor != null && !cursor.isBlank()) {
            var from = find(cursor).orElseThrow(() -> Refused.invalid("invalid-cursor",
                    "This is not a cursor. Send what the page before gave as next, or leave it out.", Map.of("cursor", "unreadable")));
            conditions.add("(requested_at, id) < (:at, :from)");
            values.put("at", Timestamps.of(from.requestedAt()));
            values.put("from", from.id());
        }
        var found = database.sql(SELECT + "where " + String.join(" and ", conditions) + " order by requested_at desc, id desc limit :limit")
                .params(values).query(ApprovalRows::read).list();
        return found.size() <= limit ? new Page(found, null) : new Page(found.subList(0, limit), found.get(limit - 1).id());
    }

    private void fill(Filter filter, List<String> conditions, Map<String, Object> values) {
        if (filter.waitingFor() != null) {
            conditions.add("state = 'WAITING' and expires_at > :now and requested_for <> :me and :mayDecide");
            values.put("now", Timestamps.now(clock));
            values.put("me", owners.of(filter.waitingFor().name()));
            values.put("mayDecide", filter.waitingFor().may(Role.APPROVER));
        }
        if (filter.of() != null) {
            conditions.add("requested_for = :mine");
            values.put("mine", owners.of(filter.of().name()));
        }
        if (filter.decided() != null) {
            conditions.add(filter.decided() ? "state <> 'WAITING'" : "state = 'WAITING'");
        }
        if (filter.tpp() != null) {
            conditions.add("tpp = :tpp");
            values.put("tpp", filter.tpp());
        }
        if (filter.state() != null) {
            conditions.add("state = :state");
            values.put("state", filter.state().name());
        }
    }

    @Override
    public int waitingFor(Actor actor) {
        return !actor.may(Role.APPROVER) ? 0 : page(Filter.forDecisionBy(actor), null, COUNTED).items().size();
    }
}
