package io.portolan.registration;

import io.portolan.database.Timestamps;
import io.portolan.refusal.Refused;
import io.portolan.registration.Verification.State;
import io.portolan.registration.Verification.Step;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class JdbcVerifications implements Verifications {

    /** Longer than any call takes: what has not moved since then moves no more, since its node is gone. */
    private static final Duration GIVEN_UP = Duration.ofMinutes(5);
    private static final int KEPT = 30;
    private static final String CUT_OFF = "It did not come to its end, since the program was stopped meanwhile. Nothing is known by it; check again.";

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcVerifications(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Verification begin(String registration, List<Step> steps, String actor) {
        giveUp(registration);
        var id = UUID.randomUUID().toString();
        var isFirst = jdbc.sql("insert into verifications (id, registration, state, begun_by, begun_at, moved_at, steps) values (:id, :registration, 'RUNNING', :by, :now, :now, :steps)"
                + " on conflict (registration) where state = 'RUNNING' do nothing").param("id", id).param("registration", registration).param("by", actor)
                .param("now", Timestamps.now(clock)).param("steps", steps.size()).update() == 1;
        if (!isFirst) {
            throw Refused.conflict("verification-running", "The access of this registration is being checked already. Wait for what comes of it.",
                    Map.of("registration", registration));
        }
        jdbc.sql("delete from verifications where registration = :registration and id not in (select id from verifications where registration = :registration"
                + " order by begun_at desc, id limit :kept)").param("registration", registration).param("kept", KEPT).update();
        write(id, steps);
        return find(registration, id).orElseThrow();
    }

    @Override
    @Transactional
    public void move(String id, List<Step> steps) {
        var at = steps.stream().filter(step -> step.begunAt() != null).toList();
        if (jdbc.sql("update verifications set moved_at = :now, steps = :steps, at_step = :at, doing = :doing where id = :id and state = 'RUNNING'")
                .param("now", Timestamps.now(clock)).param("steps", steps.size()).param("at", at.size())
                .param("doing", at.isEmpty() ? null : at.get(at.size() - 1).what()).param("id", id).update() == 1) {
            write(id, steps);
        }
    }

    @Override
    @Transactional
    public void end(String id, State state, String said, List<Step> steps) {
        if (jdbc.sql("update verifications set state = :state, said = :said, ended_at = :now, moved_at = :now, doing = null where id = :id and state = 'RUNNING'")
                .param("state", state.name()).param("said", said).param("now", Timestamps.now(clock)).param("id", id).update() == 1) {
            write(id, steps);
        }
    }

    @Override
    @Transactional
    public Optional<Verification> find(String registration, String id) {
        giveUp(registration);
        return withSteps(jdbc.sql("select * from verifications where registration = :registration and id = :id").param("registration", registration).param("id", id)
                .query(JdbcVerifications::row).list()).stream().findFirst();
    }

    @Override
    @Transactional
    public List<Verification> of(String registration, int limit) {
        giveUp(registration);
        return withSteps(jdbc.sql("select * from verifications where registration = :registration order by begun_at desc, id limit :limit").param("registration", registration)
                .param("limit", limit).query(JdbcVerifications::row).list());
    }

    private void giveUp(String registration) {
        jdbc.sql("update verifications set state = 'CUT_OFF', said = :said, ended_at = :now, doing = null where registration = :registration and state = 'RUNNING' and moved_at < :moment")
                .param("said", CUT_OFF).param("now", Timestamps.now(clock)).param("registration", registration)
                .param("moment", Timestamps.of(clock.instant().minus(GIVEN_UP))).update();
    }

    private void write(String id, List<Step> steps) {
        jdbc.sql("delete from verification_steps where verification = :id").param("id", id).update();
        for (int number = 0; number < steps.size(); number++) {
            var step = steps.get(number);
            jdbc.sql("insert into verification_steps (verification, registration, number, what, begun_at, ended_at, came, evidence)"
                            + " select id, registration, :number, :what, :begun, :ended, :came, :evidence from verifications where id = :id")
                    .param("id", id).param("number", number + 1).param("what", step.what()).param("begun", Timestamps.of(step.begunAt()))
                    .param("ended", Timestamps.of(step.endedAt())).param("came", step.came()).param("evidence", step.evidence().toArray(Long[]::new)).update();
        }
    }

    private List<Verification> withSteps(List<Verification> found) {
        var steps = new HashMap<String, List<Step>>();
        jdbc.sql("select * from verification_steps where verification = any(:ids) order by verification, number")
                .param("ids", found.stream().map(Verification::id).toArray(String[]::new))
                .query(row -> { steps.computeIfAbsent(row.getString("verification"), none -> new ArrayList<>()).add(step(row)); });
        return found.stream().map(each -> each.with(steps.getOrDefault(each.id(), List.of()))).toList();
    }

    private static Verification row(ResultSet row, int number) throws SQLException {
        return new Verification(row.getString("id"), row.getString("registration"), State.valueOf(row.getString("state")), row.getString("said"), row.getString("begun_by"),
                Timestamps.read(row, "begun_at"), Timestamps.read(row, "moved_at"), Timestamps.read(row, "ended_at"), List.of());
    }

    private static Step step(ResultSet row) throws SQLException {
        return new Step(row.getString("what"), Timestamps.read(row, "begun_at"), Timestamps.read(row, "ended_at"), row.getString("came"),
                List.of((Long[]) row.getArray("evidence").getArray()));
    }
}
