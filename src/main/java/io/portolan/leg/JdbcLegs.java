package io.portolan.leg;

import io.portolan.database.Timestamps;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of legs; all times in it are the database's. */
@Component
class JdbcLegs {

    static final String NOBODY = "holder = null, until = null";

    /** One that is passed by a second time was done when it was done first. */
    private static final String DONE_AT = "done_at = case when :state = 'DONE' and not skipped then coalesce(done_at, now()) end";

    private final JdbcClient jdbc;
    private final JdbcLeftRuns leftRuns;

    JdbcLegs(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.leftRuns = new JdbcLeftRuns(jdbc);
    }

    void plan(String onboarding, List<PlannedLeg> legs) {
        jdbc.sql("""
                insert into legs (onboarding, leg, ordinal, stage, means, portal_account, skipped, looks_first, state)
                select :onboarding, leg, ordinal, stage, means, nullif(account, ''), skipped, looks_first,
                    case when skipped then 'SKIPPED' else 'PENDING' end
                from unnest(:legs::text[], :stages::text[], :means::text[], :accounts::text[], :skipped::boolean[], :looksFirst::boolean[])
                     with ordinality as planned(leg, stage, means, account, skipped, looks_first, ordinal)""")
                .param("onboarding", onboarding)
                .param("legs", legs.stream().map(PlannedLeg::id).toArray(String[]::new)).param("stages", legs.stream().map(leg -> leg.stage().name()).toArray(String[]::new))
                .param("means", legs.stream().map(leg -> leg.means().name()).toArray(String[]::new))
                .param("accounts", legs.stream().map(leg -> leg.portalAccount() == null ? "" : leg.portalAccount())
                        .toArray(String[]::new))
                .param("skipped", legs.stream().map(PlannedLeg::skipped).toArray(Boolean[]::new))
                .param("looksFirst", legs.stream().map(PlannedLeg::looksFirst).toArray(Boolean[]::new))
                .update();
    }

    /** Puts a leg into the queue; with a holder that takes its means it is that one's at once, unless its portal account is worked with elsewhere. */
    LegRecord offer(LegKey key, String handle, String holder, Collection<String> takes, Duration lease) {
        return jdbc.sql("""
                update legs set handle = :handle, due = now(), settled = true,
                    holder = case when taken then :holder::text || '/' || legs.onboarding || '/' || legs.leg || '/' || round || '.' || runs + 1 end,
                    until = case when taken then now() + make_interval(secs => :lease) end,
                    state = case when taken then 'RUNNING' else 'READY' end, since = now(), begun_at = coalesce(begun_at, now()),
                    runs = runs + case when taken then 1 else 0 end
                from (select not mine.on_hold and :holder::text is not null and means = any(:takes) and not exists (select 1 from portal_accounts_at_work
                    where portal_accounts_at_work.portal_account = mine.portal_account) as taken
                    from legs mine where onboarding = :onboarding and leg = :leg) as whether
                where onboarding = :onboarding and leg = :leg returning legs.*""")
                .param("handle", handle).param("holder", holder).param("lease", lease.toSeconds())
                .param("takes", takes.toArray(String[]::new))
                .param("onboarding", key.onboarding()).param("leg", key.leg())
                .query(LegRows::row).single();
    }

    /**
     * Takes due legs of these means from the queue, at most one for each portal account. Each is held under a name of its own,
     * so that a run whose lease was lost is not taken for a later one of the same node.
     */
    List<LegRecord> claim(String holder, Collection<String> means, int limit, Duration lease) {
        return jdbc.sql("""
                with due_legs as materialized (
                    select onboarding, leg, due, coalesce(portal_account, onboarding || '/' || leg) as account from legs due_leg
                    where due <= now() and holder is null and settled and not on_hold and means = any(:means) and (portal_account is null or not exists
                        (select 1 from portal_accounts_at_work where portal_accounts_at_work.portal_account = due_leg.portal_account))
                    order by due limit :limit for update skip locked),
                firsts as (select distinct on (account) onboarding, leg from due_legs order by account, due)
                update legs set holder = :holder::text || '/' || legs.onboarding || '/' || legs.leg || '/' || round || '.' || runs + 1,
                    until = now() + make_interval(secs => :lease),
                    state = 'RUNNING', since = now(), runs = runs + 1
                from firsts where legs.onboarding = firsts.onboarding and legs.leg = firsts.leg returning legs.*""")
                .param("holder", holder).param("lease", lease.toSeconds()).param("means", means.toArray(String[]::new))
                .param("limit", limit).query(LegRows::row).list();
    }

    void renew(Collection<String> holders, Duration lease) {
        jdbc.sql("update legs set until = now() + make_interval(secs => :lease) where holder = any(:holders)")
                .param("holders", holders.toArray(String[]::new)).param("lease", lease.toSeconds()).update();
        leftRuns.renew(holders, lease);
    }

    /** Gives back what a dead holder held; what it had finished stays for {@link #unsettled}. */
    int releaseExpired() {
        leftRuns.forgetExpired();
        return jdbc.sql("update legs set " + NOBODY + ", state = case when settled and due is not null then 'READY' else state end"
                + " where holder is not null and until < now()").update();
    }

    /** Gives back everything that anybody holds: for a start where nobody else can be alive. */
    void releaseAll() {
        jdbc.sql("update legs set until = now() - interval '1 second' where holder is not null").update();
        releaseExpired();
        leftRuns.forgetAll();
    }

    /** Says that a run works with nothing any more, whoever has its leg by now. */
    void ended(String holder) {
        leftRuns.ended(holder);
    }

    /** Results that no engine has heard of yet and that nobody is about to tell. */
    List<LegRecord> unsettled() {
        return jdbc.sql("select * from legs where not settled and holder is null and (due is null or due <= now())").query(LegRows::row).list();
    }

    Optional<LegRecord> lockUnsettled(LegKey key) {
        return jdbc.sql("select * from legs where onboarding = :onboarding and leg = :leg and not settled and holder is null"
                + " for update skip locked").param("onboarding", key.onboarding()).param("leg", key.leg())
                .query(LegRows::row).optional();
    }

    /** Whether this holder's result is still to be told; it stays so until the caller's transaction ends. */
    boolean lockUnsettled(LegKey key, String holder) {
        return jdbc.sql("select 1 from legs where onboarding = :onboarding and leg = :leg and not settled and holder = :holder for update")
                .param("onboarding", key.onboarding()).param("leg", key.leg()).param("holder", holder).query(Integer.class)
                .optional().isPresent();
    }

    /** Leaves a result that could not be told alone for a while. */
    void tellLater(LegKey key, Duration pause) {
        jdbc.sql("update legs set due = now() + make_interval(secs => :pause) where onboarding = :onboarding and leg = :leg and not settled")
                .param("pause", pause.toSeconds()).param("onboarding", key.onboarding()).param("leg", key.leg()).update();
    }

    /** A person's word that the leg may go on is for this one act: a run after a kill must not take it for another. */
    boolean intend(LegKey key, String holder, String act) {
        return held("intent = :act, intended_at = now(), happened_at = null, answer_held = false, sent_back_by = null", key, holder, act);
    }

    boolean happened(LegKey key, String holder) {
        return held("happened_at = now(), intent = coalesce(intent, :act)", key, holder, "");
    }

    boolean averted(LegKey key, String holder) {
        return held("intent = nullif(:act, ''), intended_at = null, happened_at = null", key, holder, "");
    }

    /** Says whether the bank's answer to what this round intended is held, whoever holds the leg by now. */
    void answerHeld(LegKey key, int round, boolean held) {
        jdbc.sql("update legs set answer_held = :held where onboarding = :onboarding and leg = :leg and round = :round").param("held", held)
                .param("onboarding", key.onboarding()).param("leg", key.leg()).param("round", round).update();
    }

    private boolean held(String change, LegKey key, String holder, String act) {
        return jdbc.sql("update legs set " + change
                + " where onboarding = :onboarding and leg = :leg and holder = :holder and until > now()")
                .param("act", act).param("holder", holder)
                .param("onboarding", key.onboarding()).param("leg", key.leg()).update() == 1;
    }

    /** Keeps a result, if the holder still holds the leg. */
    boolean keepResult(LegKey key, String holder, KeptResult kept) {
        return jdbc.sql("""
                update legs set result = :result, result_reason = :reason, result_text = :text, result_detail = :detail,
                    result_at = now(), settled = false, due = null, evidence = case when stands then evidence else :evidence end, waiting_for = :waitingFor,
                    waiting_since = case when :result = 'NOT_YET' then coalesce(waiting_since, now()) else waiting_since end,
                    look_again_at = :lookAgainAt, worked_ms = worked_ms + :worked,
                    faults = 0, sent_back_by = null
                where onboarding = :onboarding and leg = :leg and holder = :holder""")
                .param("result", kept.result()).param("reason", kept.reason()).param("text", kept.text())
                .param("detail", kept.detail()).param("evidence", kept.evidence().toArray(Long[]::new))
                .param("waitingFor", kept.waitingFor()).param("lookAgainAt", Timestamps.of(kept.lookAgainAt()))
                .param("worked", kept.worked().toMillis())
                .param("onboarding", key.onboarding()).param("leg", key.leg()).param("holder", holder).update() == 1;
    }

    /** Puts a leg back for another try, if the holder still holds it. */
    boolean tryAgain(LegKey key, String holder, Duration pause, Duration worked) {
        return jdbc.sql("""
                update legs set due = now() + make_interval(secs => :pause), faults = faults + 1, holder = null, until = null,
                    state = 'READY', since = now(), worked_ms = worked_ms + :worked
                where onboarding = :onboarding and leg = :leg and holder = :holder""")
                .param("pause", pause.toMillis() / 1000.0).param("worked", worked.toMillis())
                .param("onboarding", key.onboarding()).param("leg", key.leg()).param("holder", holder).update() == 1;
    }

    /** Gives back a leg that its holder cannot go on with; it is taken up again after the pause. */
    void letGo(LegKey key, String holder, Duration pause) {
        jdbc.sql("update legs set " + NOBODY + ", state = case when settled and due is not null then 'READY' else state end,"
                + " due = case when due is null then null else now() + make_interval(secs => :pause) end"
                + " where onboarding = :onboarding and leg = :leg and holder = :holder")
                .param("pause", pause.toSeconds()).param("onboarding", key.onboarding()).param("leg", key.leg())
                .param("holder", holder).update();
    }

    /**
     * Lets the transaction end without waiting for the disk. What moves an onboarding is repeated from the result that is kept,
     * so a power cut costs nothing; and whatever is committed later for good carries it along.
     */
    void commitLazily() {
        jdbc.sql("set local synchronous_commit to off").update();
    }

    /** Says that the result was told, and in which state that leaves the leg; nobody holds it any more. */
    void settle(LegKey key, LegState state) {
        jdbc.sql("update legs set settled = true, state = case when skipped and :state = 'DONE' then 'SKIPPED' else :state end,"
                + " since = now(), " + DONE_AT + ", due = null, " + NOBODY
                + " where onboarding = :onboarding and leg = :leg")
                .param("state", state.name()).param("onboarding", key.onboarding()).param("leg", key.leg()).update();
    }

    void state(LegKey key, LegState state) {
        jdbc.sql("update legs set state = :state, since = now(), " + DONE_AT + " where onboarding = :onboarding and leg = :leg")
                .param("state", state.name()).param("onboarding", key.onboarding()).param("leg", key.leg()).update();
    }

    /** Takes all legs of an onboarding that is over from whoever holds them; what a run has kept of them is still told, and a rejected one stays rejected. */
    void stop(String onboarding) {
        leftRuns.leave(onboarding, null);
        jdbc.sql("update legs set due = null, " + NOBODY + ", state = case when state = 'REJECTED' then state else 'STOPPED' end,"
                + " since = case when state = 'REJECTED' then since else now() end where onboarding = :onboarding and state not in ('DONE', 'SKIPPED')").param("onboarding", onboarding).update();
    }

    Optional<LegRecord> find(LegKey key) {
        return jdbc.sql("select * from legs where onboarding = :onboarding and leg = :leg").param("onboarding", key.onboarding()).param("leg", key.leg()).query(LegRows::row).optional();
    }

    /** Lets legs that were not reached yet be passed by when they are. */
    void standing(String onboarding, List<String> legs) {
        jdbc.sql("update legs set stands = true where onboarding = :onboarding and leg = any(:legs) and state = 'PENDING'")
                .param("onboarding", onboarding).param("legs", legs.toArray(String[]::new)).update();
    }

    /** Says of legs that the account they are about was found, or that this is not to count any more. */
    void accountFound(String onboarding, List<String> legs, boolean found) {
        jdbc.sql("update legs set account_found = :found where onboarding = :onboarding and leg = any(:legs)")
                .param("found", found).param("onboarding", onboarding).param("legs", legs.toArray(String[]::new)).update();
    }

    boolean isAccountFound(LegKey key) {
        return jdbc.sql("select account_found from legs where onboarding = :onboarding and leg = :leg")
                .param("onboarding", key.onboarding()).param("leg", key.leg()).query(Boolean.class).single();
    }

    Optional<String> lastWith(String portalAccount) {
        return jdbc.sql("select onboarding from legs where portal_account = :account order by since desc limit 1").param("account", portalAccount).query(String.class).optional();
    }

    List<LegRecord> of(String onboarding) {
        return jdbc.sql("select * from legs where onboarding = :onboarding order by ordinal").param("onboarding", onboarding).query(LegRows::row).list();
    }
}
