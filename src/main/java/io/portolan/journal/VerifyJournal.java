package io.portolan.journal;

import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Checks the whole journal in the background of this node, one check at a time, and says how far it is. */
@Component
public class VerifyJournal {

    private static final Logger LOG = LoggerFactory.getLogger(VerifyJournal.class);

    private final JdbcVerification verification;
    private final Journal journal;
    private final Clock clock;
    private volatile Check latest;

    VerifyJournal(JdbcVerification verification, Journal journal, Clock clock) {
        this.verification = verification;
        this.journal = journal;
        this.clock = clock;
    }

    /** How a check stands. */
    public enum State { RUNNING, INTACT, BROKEN, CUT_OFF }

    /**
     * A check that runs or has ended.
     *
     * @param done how many chains were checked
     * @param of how many chains there are; zero until it is known
     * @param entries how many entries were read
     * @param problem the first thing that does not fit, or why the check was cut off; or null
     * @param endedAt null while it runs
     */
    public record Check(State state, long done, long of, long entries, String problem, Instant startedAt, Instant endedAt, String by) { }

    /** The check that runs, or else the last since this node was started, or null. */
    public Check latest() {
        return latest;
    }

    /** Begins a check in somebody's name, unless one runs already, and gives it. */
    public synchronized Check start(String actor) {
        if (latest == null || latest.state() != State.RUNNING) {
            latest = new Check(State.RUNNING, 0, 0, 0, null, clock.instant(), null, actor);
            var thread = new Thread(this::check, "verify-journal");
            thread.setDaemon(true);
            thread.start();
        }
        return latest;
    }

    private void check() {
        var begun = latest;
        try {
            var found = verification.ofAll((done, of, entries) -> latest = new Check(State.RUNNING, done, of, entries, null, begun.startedAt(), null, begun.by()));
            journal.write(Act.by(begun.by(), Act.HOUSE, "journal-verified", found.intact()
                    ? found.entries() + " entries and all seals fit." : "It does not fit: " + found.problem()));
            end(found.intact() ? State.INTACT : State.BROKEN, found.entries(), found.problem());
        } catch (RuntimeException e) {
            LOG.warn("the check of the journal was cut off", e);
            end(State.CUT_OFF, latest.entries(), "The check could not be finished; the log says why.");
        }
    }

    private void end(State state, long entries, String problem) {
        var last = latest;
        latest = new Check(state, last.done(), last.of(), entries, problem, last.startedAt(), clock.instant(), last.by());
    }
}
