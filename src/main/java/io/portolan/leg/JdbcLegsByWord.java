package io.portolan.leg;

import io.portolan.database.Timestamps;
import io.portolan.playbook.MeansName;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a person's word changes in the table of legs. */
@Component
class JdbcLegsByWord {

    /** As {@link LegRecord#isCutOff} has it. */
    private static final String CUT_OFF = "happened_at is null and waiting_since is null and state in ('PENDING', 'READY', 'RUNNING') and means in ('PORTAL', 'API')";

    /** Held by a live run which has begun what cannot be taken back. */
    private static final String ACTING = "holder is not null and until > now() and (intent is not null or happened_at is not null)";

    private final JdbcClient jdbc;
    private final JdbcLeftRuns leftRuns;

    JdbcLegsByWord(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.leftRuns = new JdbcLeftRuns(jdbc);
    }

    /** A person has handed in, or answered the bank: the wait begins anew. */
    void waitAnew(LegKey key, Instant lookAgainAt) {
        jdbc.sql("update legs set state = 'WAITING', since = now(), waiting_since = now(), look_again_at = :look,"
                + " waiting_for = coalesce(waiting_for, 'BANK'), happened_at = coalesce(happened_at, now()), " + JdbcWaits.AFRESH
                + " where onboarding = :onboarding and leg = :leg")
                .param("look", Timestamps.of(lookAgainAt)).param("onboarding", key.onboarding()).param("leg", key.leg()).update();
    }

    /** A person sends the leg back to the queue: the wait that it was in is over; {@code by} has answered what it asked, or is null. */
    void again(LegKey key, String by) {
        jdbc.sql("update legs set state = 'READY', since = now(), waiting_since = null, look_again_at = null, sent_back_by = :by, " + JdbcWaits.AFRESH
                + " where onboarding = :onboarding and leg = :leg")
                .param("by", by).param("onboarding", key.onboarding()).param("leg", key.leg()).update();
    }

    /** Forgets an act whose end nobody knew and no held answer can tell, on a person's word that it may be repeated; says whether there was one. */
    boolean forgetAct(LegKey key) {
        return jdbc.sql("update legs set intent = null, intended_at = null, happened_at = null where onboarding = :onboarding and leg = :leg"
                + " and result_reason in ('ANSWER_LOST', 'UNEXPECTED_ANSWER') and (intent is not null or happened_at is not null) and not answer_held")
                .param("onboarding", key.onboarding()).param("leg", key.leg()).update() == 1;
    }

    /** A person says that the bank has rejected; a note may be null. */
    void rejected(LegKey key, String note) {
        jdbc.sql("update legs set state = 'REJECTED', since = now(), result = 'REJECTED', result_reason = null, result_text = :note,"
                + " result_detail = null, result_at = now(), evidence = '{}', waiting_for = 'US' where onboarding = :onboarding and leg = :leg")
                .param("note", note).param("onboarding", key.onboarding()).param("leg", key.leg()).update();
    }

    /** Says that these legs are not asked of the onboarding any more; those that are not reached yet are passed over, the others as they are acted on. */
    void skip(String onboarding, Collection<String> legs) {
        jdbc.sql("update legs set skipped = true, state = case when state = 'PENDING' then 'SKIPPED' else state end, since = now()"
                + " where onboarding = :onboarding and leg = any(:legs) and state not in ('DONE', 'SKIPPED')")
                .param("onboarding", onboarding).param("legs", legs.toArray(String[]::new)).update();
    }

    /** Those that are gone and were never reached leave the table; those that are new come into it, before they are reached. */
    void replan(String onboarding, List<PlannedLeg> planned) {
        jdbc.sql("delete from legs where onboarding = :onboarding and state in ('PENDING', 'SKIPPED') and not leg = any(:legs)")
                .param("onboarding", onboarding).param("legs", planned.stream().map(PlannedLeg::id).toArray(String[]::new)).update();
        for (int ordinal = 1; ordinal <= planned.size(); ordinal++) {
            var leg = planned.get(ordinal - 1);
            leftRuns.leave(onboarding, leg.id(), leg.portalAccount());
            jdbc.sql("""
                    insert into legs (onboarding, leg, ordinal, stage, means, portal_account, skipped, looks_first, state)
                    values (:onboarding, :leg, :ordinal, :stage, :means, :account, :skipped, :looksFirst, case when :skipped then 'SKIPPED' else 'PENDING' end)
                    on conflict (onboarding, leg) do update set ordinal = excluded.ordinal, stage = excluded.stage, means = excluded.means,
                        portal_account = excluded.portal_account,
                        skipped = case when legs.state in ('PENDING', 'SKIPPED') then excluded.skipped else legs.skipped end,
                        state = case when legs.state in ('PENDING', 'SKIPPED') then excluded.state else legs.state end""")
                    .param("onboarding", onboarding).param("leg", leg.id()).param("ordinal", ordinal)
                    .param("stage", leg.stage().name()).param("means", leg.means().name())
                    .param("account", leg.portalAccount()).param("skipped", leg.skipped()).param("looksFirst", leg.looksFirst()).update();
        }
    }

    void by(LegKey key, MeansName means, String portalAccount) {
        leftRuns.leave(key.onboarding(), key.leg(), portalAccount);
        jdbc.sql("update legs set means = :means, portal_account = :account where onboarding = :onboarding and leg = :leg")
                .param("means", means.name()).param("account", portalAccount)
                .param("onboarding", key.onboarding()).param("leg", key.leg()).update();
    }

    /** Keeps the legs of an onboarding from being taken from the queue, or lets them be taken again. */
    void hold(String onboarding, boolean hold) {
        jdbc.sql("update legs set on_hold = :hold where onboarding = :onboarding").param("hold", hold).param("onboarding", onboarding).update();
    }

    /**
     * Sets these legs back to before they were reached, in the round that they are in: those that are done stand, and are passed by
     * without an act; one that was under way goes on from what it has done.
     */
    void comeAgain(String onboarding, Collection<String> again) {
        leftRuns.leave(onboarding, again);
        jdbc.sql("update legs set stands = state = 'DONE' or stands and state = 'PENDING', skipped = skipped or state = 'SKIPPED', state = case when state = 'SKIPPED' then state else 'PENDING' end,"
                + " since = now(), handle = null, due = null, " + JdbcLegs.NOBODY + ", settled = true"
                + " where onboarding = :onboarding and leg = any(:legs)")
                .param("onboarding", onboarding).param("legs", again.toArray(String[]::new)).update();
    }

    /**
     * Keeps these legs as they are until the transaction ends, and gives those that are held by a live run which has begun what cannot be
     * taken back. None of the others can begin it any more before then.
     */
    List<String> lockActing(String onboarding, Collection<String> legs) {
        return jdbc.sql("select leg, " + ACTING + " as acting from legs where onboarding = :onboarding and leg = any(:legs) order by ordinal for update")
                .param("onboarding", onboarding).param("legs", legs.toArray(String[]::new))
                .query((row, number) -> row.getBoolean("acting") ? row.getString("leg") : null).list().stream().filter(Objects::nonNull).toList();
    }

    /** The legs that are so held just now. */
    List<String> acting(String onboarding) {
        return jdbc.sql("select leg from legs where onboarding = :onboarding and " + ACTING + " order by ordinal").param("onboarding", onboarding)
                .query(String.class).list();
    }

    /**
     * Sets these legs back to before they were reached, in a new round; what they have proven no longer counts. What a run was cut off
     * at is still to be looked for.
     */
    void beginAnew(String onboarding, Collection<String> again) {
        leftRuns.leave(onboarding, again);
        jdbc.sql("update legs set state = 'PENDING', stands = false, account_found = false, since = now(), round = round + 1,"
                + " round_since = now(), begun_at = null, done_at = null, runs = 0, faults = 0, handle = null, due = null, " + JdbcLegs.NOBODY
                + ", intent = case when " + CUT_OFF + " then intent end, intended_at = case when " + CUT_OFF + " then intended_at end"
                + ", happened_at = null, answer_held = false, settled = true, sent_back_by = null, waiting_since = null, look_again_at = null, "
                + JdbcWaits.AFRESH + " where onboarding = :onboarding and leg = any(:legs) and not skipped")
                .param("onboarding", onboarding).param("legs", again.toArray(String[]::new)).update();
        jdbc.sql("delete from proofs_by_leg proof using legs where legs.onboarding = :onboarding and legs.leg = any(:legs)"
                + " and proof.onboarding = legs.onboarding and proof.leg = legs.leg")
                .param("onboarding", onboarding).param("legs", again.toArray(String[]::new)).update();
    }
}
