package io.portolan.bankapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.portolan.bankapi.ClientDifferences.Difference;
import io.portolan.leg.Filled;
import io.portolan.leg.LegRun;
import io.portolan.leg.Outcome;
import io.portolan.leg.Outcome.NeedsPerson;
import io.portolan.leg.Outcome.Reason;
import io.portolan.playbook.ApiWork;
import io.portolan.playbook.Places;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Says what came of a leg by what the bank has answered to its request. */
@Component
class Readings {

    /** What stands for a signed value where a request is only compared. */
    private static final String SIGNED = "(signed)";

    private static final String OTHERWISE = "The bank has registered us otherwise than we asked: ";

    private static final String HELD = ", or try it again once the playbook is repaired: the answer is held in the vault and is read anew, and the"
            + " bank is not asked again unless you go back to this leg.";

    private final BankApiSettings settings;
    private final Clock clock;

    Readings(BankApiSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Reads an answer; the excerpt is what may be shown of it, and once says that its request must not be made twice. */
    Outcome read(Filling filling, Answer answer, String excerpt, boolean once) {
        var run = filling.run();
        var reading = SignReader.read(run.order().leg().signs(), answer, filling);
        if (once && (reading == SignReader.Reading.DONE || reading == SignReader.Reading.WAIT)) {
            run.happened();
        }
        return switch (reading) {
            case DONE -> registered(filling, answer, done(run, answer, excerpt, once));
            case REJECTED -> new Outcome.Rejected(Spoken.of(answer, reading, filling, excerpt));
            case WAIT -> new Outcome.NotYet(run.order().leg().waitsFor(), "The bank answers: "
                    + Spoken.of(answer, reading, filling, excerpt), null);
            case ASK -> new NeedsPerson(Reason.ASKED_BY_PLAYBOOK, "The bank's answer asks for a person.",
                    Spoken.of(answer, reading, filling, excerpt));
            case NONE -> unread(run, answer, Spoken.told(answer, reading, filling).orElse(excerpt), once);
        };
    }

    private static Outcome done(LegRun run, Answer answer, String excerpt, boolean once) {
        var missing = run.missing();
        return missing.isEmpty() ? new Outcome.Done("The bank answered " + answer.status() + ".")
                : new NeedsPerson(Reason.UNEXPECTED_ANSWER, "The bank's answer lacks " + String.join(", ", missing)
                        + ". Please enter what it gave" + (once && WholeAnswers.fits(answer) ? HELD : "."), "It answered " + excerpt + (answer.json().isContainerNode() ? ""
                                : ". That is not JSON" + (answer.mediaType().isEmpty() ? "." : " but " + answer.mediaType() + ".")));
    }

    /** Tells of what the bank has registered otherwise than we asked, in the journal and with the outcome. */
    Outcome registered(Filling filling, Answer answer, Outcome outcome) {
        var work = (ApiWork) filling.run().order().leg().work();
        if (!(outcome instanceof Outcome.Done done) || work.client() == null || work.request().body() == null) {
            return outcome;
        }
        var differences = ClientDifferences.between(asked(work, filling), answer.json());
        if (differences.isEmpty()) {
            return outcome;
        }
        var masks = filling.run().masks();
        var harmful = masks.masked(Difference.said(differences, true));
        var harmless = masks.masked(Difference.said(differences, false));
        filling.run().journal("registered-otherwise", OTHERWISE + harmful + (harmful.isEmpty() || harmless.isEmpty() ? "" : "; ") + harmless);
        return harmful.isEmpty() ? new Outcome.Done(done.note() + " " + OTHERWISE + harmless + ".")
                : new NeedsPerson(Reason.UNEXPECTED_ANSWER, OTHERWISE + harmful + ". What we asked for may not work so. Please settle it with the bank or correct"
                        + " the playbook, or let it go on as it is: what the bank gave is kept.",
                        harmless.isEmpty() ? "It answered " + answer.status() + "." : "Also, and of no harm: " + harmless);
    }

    /** What the request of a leg asks to be registered. */
    static JsonNode asked(ApiWork work, Filling filling) {
        var signed = new HashMap<String, Filled>();
        work.request().signed().keySet().forEach(name -> signed.put(Places.SIGNED + name, new Filled(SIGNED, false)));
        var asked = (ObjectNode) new Answer(0, null, filling.with(signed).sent(work.request().body())).json();
        var names = asked.properties().stream().filter(member -> member.getValue().asText().contains(SIGNED)).map(Map.Entry::getKey).toList();
        return asked.remove(names);
    }

    private Outcome unread(LegRun run, Answer answer, String excerpt, boolean once) {
        if (answer.isOutage()) {
            return outage(run, answer, excerpt, once);
        }
        if (once && answer.isRefusal()) {
            run.averted("The bank did not take the request: it answered " + answer.status() + ".");
        }
        if (((ApiWork) run.order().leg().work()).client() != null && answer.isRefusal()) {
            return ClientRejection.of(answer).outcome(answer, excerpt, this);
        }
        return new NeedsPerson(Reason.UNEXPECTED_ANSWER, elsewhere(answer).map(host -> "The bank sends us on to " + host
                + ". Nothing was sent there.").orElse("The bank's answer fits none of the signs of this leg.")
                + (once && answer.isSuccess() && WholeAnswers.fits(answer) ? " Please say how it stands" + HELD : " How shall it go on?"), excerpt);
    }

    private Outcome outage(LegRun run, Answer answer, String excerpt, boolean once) {
        if (once && answer.status() != 429) {
            return answerLost("The bank answered " + excerpt + ".");
        }
        if (once) {
            run.averted("The bank has put us off: " + excerpt);
        }
        return later(answer, (answer.status() == 429 ? "The bank has put us off: " : "The bank cannot answer at present: ") + excerpt);
    }

    /** To be tried again when the bank asks for it; beyond what is bearable a person decides. */
    Outcome later(Answer answer, String what) {
        var asked = answer.retryAfter(clock.instant());
        if (asked.filter(pause -> pause.compareTo(settings.longestPause()) > 0).isPresent()) {
            return new NeedsPerson(Reason.OUTSIDE_FAULT, "The bank asks us to come back only at "
                    + clock.instant().plus(asked.get()).truncatedTo(java.time.temporal.ChronoUnit.SECONDS) + ". How shall it go on?", what);
        }
        return new Outcome.Fault(what, asked.orElse(null));
    }

    private static Optional<String> elsewhere(Answer answer) {
        if (answer.status() < 300 || answer.status() > 399) {
            return Optional.empty();
        }
        try {
            return answer.headers().firstValue("Location").map(URI::create).map(to -> to.getHost() == null ? "another page" : to.getHost());
        } catch (IllegalArgumentException e) {
            return Optional.of("somewhere that is no address");
        }
    }

    static NeedsPerson answerLost(String what) {
        return new NeedsPerson(Reason.ANSWER_LOST, "The bank may or may not have acted on a request that must not be made twice."
                + " Please find out, and enter what it gave or let the request be made again.", what);
    }
}
