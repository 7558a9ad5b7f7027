package io.portolan.bankapi;

import io.portolan.journal.Evidence;
import io.portolan.leg.LegRun;
import io.portolan.playbook.Leg;
import io.portolan.playbook.Template;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Keeps what goes to a bank and what comes back, with dots for every secret. */
@Component
class Exchanges {

    private final CaptureReader captures;

    Exchanges(CaptureReader captures) {
        this.captures = captures;
    }

    void keepRequest(LegRun run, Call call) {
        run.evidence(Evidence.Kind.REQUEST, "text/plain", call.shown().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Keeps what the answer brings back first, so that its secrets are known when the answer itself is kept. What comes back is
     * what may be shown of it.
     */
    String keepAnswer(LegRun run, Answer answer, Map<String, Template> elsewhere) {
        captures.keep(run, answer, elsewhere);
        run.evidence(Evidence.Kind.ANSWER, "text/plain", Transcript.of(answer, secretPointers(run.order().leg(), elsewhere), run.masks())
                .getBytes(StandardCharsets.UTF_8));
        return Transcript.excerpt(answer, run.masks());
    }

    /** Takes what the leg still lacks out of an answer that is with the evidence already. */
    void takeMissing(LegRun run, Answer answer) {
        captures.keep(run, answer, Map.of(), run.missing());
    }

    /** Keeps an answer that brings nothing back. */
    String keepOnlyAnswer(LegRun run, Answer answer) {
        run.evidence(Evidence.Kind.ANSWER, "text/plain", Transcript.of(answer, secretPointers(run.order().leg(), Map.of()), run.masks())
                .getBytes(StandardCharsets.UTF_8));
        return Transcript.excerpt(answer, run.masks());
    }

    private static Collection<String> secretPointers(Leg leg, Map<String, Template> elsewhere) {
        var pointers = new HashSet<String>();
        leg.captures().forEach((name, capture) -> Stream.of(capture.from() == null ? "" : capture.from().written(),
                elsewhere.containsKey(name) ? elsewhere.get(name).written() : "")
                .filter(from -> capture.secret() && from.startsWith("/")).forEach(pointers::add));
        return pointers;
    }
}
