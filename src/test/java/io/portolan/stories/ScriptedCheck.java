package io.portolan.stories;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.portolan.journal.Evidence;
import io.portolan.leg.LegRun;
import io.portolan.leg.Outcome;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** A check of access of which each call is answered when the story says so. */
final class ScriptedCheck {

    static final String TOKEN = "Ask for an access token";
    static final String CALL = "Call the API for AIS: GET /accounts";

    private final Semaphore answers = new Semaphore(0);
    private final Outcome fails;

    private ScriptedCheck(Outcome fails) {
        this.fails = fails;
    }

    /** The next check of this TPP is one, and ends so where its second call fails; null where it does not. */
    static ScriptedCheck next(String tpp, Outcome fails) {
        var check = new ScriptedCheck(fails);
        ScriptedMeans.plan(tpp, TOKEN, CALL);
        ScriptedMeans.next(tpp, "verify-access", check::perform);
        return check;
    }

    /** The bank answers the call that is under way. */
    void answer() {
        answers.release();
    }

    private Outcome perform(LegRun run) {
        run.doing(TOKEN);
        run.evidence(Evidence.Kind.REQUEST, "text/plain", "POST /token".getBytes(UTF_8));
        await();
        run.evidence(Evidence.Kind.ANSWER, "text/plain", "200".getBytes(UTF_8));
        run.came("200, with a token");
        run.doing(CALL);
        run.evidence(Evidence.Kind.REQUEST, "text/plain", "GET /accounts".getBytes(UTF_8));
        await();
        run.evidence(Evidence.Kind.ANSWER, "text/plain", (fails == null ? "200" : "403").getBytes(UTF_8));
        run.came(fails == null ? "200" : "403");
        return fails == null ? ScriptedMeans.asAsked(run) : fails;
    }

    private void await() {
        try {
            if (!answers.tryAcquire(1, TimeUnit.MINUTES)) {
                throw new IllegalStateException("the story has let the bank answer nothing");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
