package io.portolan.bankapi;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import io.portolan.leg.LegRun;
import io.portolan.leg.LegRun.Progress;
import io.portolan.leg.Outcome;
import io.portolan.leg.Outcome.NeedsPerson;
import io.portolan.leg.Outcome.Reason;
import io.portolan.playbook.ApiWork;
import io.portolan.playbook.ClientAct;
import io.portolan.playbook.CredentialKind;
import io.portolan.playbook.Repeat;
import io.portolan.playbook.TokenCall;
import io.portolan.vault.Secret;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Looks whether the bank has acted on a request, before it is made again. */
@Component
class Looks {

    private final Tokens tokens;
    private final Calls calls;
    private final Caller caller;
    private final Exchanges exchanges;
    private final Readings readings;
    private final Sightings sightings;

    Looks(Tokens tokens, Calls calls, Caller caller, Exchanges exchanges, Readings readings, Sightings sightings) {
        this.tokens = tokens;
        this.calls = calls;
        this.caller = caller;
        this.exchanges = exchanges;
        this.readings = readings;
        this.sightings = sightings;
    }

    /** What came of looking; empty where the bank has not acted on the request. */
    Optional<Outcome> look(Filling filling, ApiWork work) {
        return work.look().token() == null ? read(filling, work) : known(filling, work.look().token());
    }

    /** A client that gets a token is one that the bank knows (RFC 6749, section 5.2). */
    private Optional<Outcome> known(Filling filling, TokenCall token) {
        try {
            var given = tokens.ask(token, filling, null);
            given.token().ifPresent(Secret::close);
            if (given.token().isPresent()) {
                filling.run().happened();
                sightings.forget(filling.run());
                return Optional.of(found(filling));
            }
            if (given.answer().at("/error").equals(Optional.of(OAuth2Error.INVALID_CLIENT.getCode()))) {
                return absent(filling.run());
            }
            return Optional.of(unclear(filling.run(), given.answer(), Transcript.excerpt(given.answer(), filling.run().masks())));
        } catch (CallFailed failure) {
            return Optional.of(new Outcome.Fault(failure.getMessage()));
        }
    }

    private Optional<Outcome> read(Filling filling, ApiWork work) {
        var run = filling.run();
        var call = calls.look(work.look(), filling);
        exchanges.keepRequest(run, call);
        Answer answer;
        try {
            answer = caller.call(call);
        } catch (CallFailed failure) {
            return Optional.of(new Outcome.Fault(failure.getMessage()));
        }
        var isUpdate = work.client() == ClientAct.UPDATE && work.look().foundWhen().isEmpty();
        var isFound = isUpdate ? isAsWeAsked(filling, work, answer) : SignReader.any(work.look().foundWhen(), answer, filling);
        if (isFound) {
            run.happened();
            sightings.forget(run);
        }
        var excerpt = isFound || isUpdate && answer.isSuccess() ? exchanges.keepAnswer(run, answer, work.look().captures()) : notFound(work, run, answer);
        if (isFound) {
            return Optional.of(found(filling));
        }
        if (isUpdate && answer.status() == 401) {
            // the answer that was lost may have held a new access token (RFC 7592, section 5)
            return Optional.of(new NeedsPerson(Reason.SECRET_LOST, "The bank no longer takes the access token for our registration: it may have"
                    + " given a new one in an answer that was lost. Please have the bank give us one.", excerpt));
        }
        return isAbsent(work, answer, filling) ? absent(run) : Optional.of(unclear(run, answer, excerpt));
    }

    /** The token of a registration may be a new one whatever is answered with it (RFC 7592, section 5), and alone works from then on. */
    private String notFound(ApiWork work, LegRun run, Answer answer) {
        if (work.client() != null && answer.isSuccess()) {
            run.order().leg().uses().stream().filter(name -> CredentialKind.named(name) == CredentialKind.REGISTRATION_ACCESS_TOKEN)
                    .forEach(name -> answer.at("/registration_access_token").ifPresent(token -> {
                        try (var rotated = Secret.of(token)) {
                            run.keepSecret(name, rotated, null);
                        }
                    }));
        }
        return exchanges.keepOnlyAnswer(run, answer);
    }

    /** Where the answer to a request was lost, the bank may still be working on it at the first look. */
    private Optional<Outcome> absent(LegRun run) {
        var isToLookOnceMore = run.progress() == Progress.INTENDED && run.order().leg().repeat() != Repeat.NEVER && !sightings.isAbsentTwice(run);
        return isToLookOnceMore ? Optional.of(new Outcome.Fault("A look at the bank finds nothing of the request; it is looked"
                + " once more before the request is made again.", sightings.pause())) : Optional.empty();
    }

    /** An answer that says neither yes nor no may be a maintenance page, and is no knowledge. */
    private Outcome unclear(LegRun run, Answer answer, String excerpt) {
        if (answer.isOutage()) {
            return readings.later(answer, "The bank cannot answer at present: " + excerpt);
        }
        return sightings.isUnclearForGood(run) ? new NeedsPerson(Reason.UNEXPECTED_ANSWER, "We looked whether the bank has acted on the request, and its answer says"
                        + " neither yes nor no. Please find out, and enter what it gave or let the request be made again.", excerpt)
                : new Outcome.Fault("We looked whether the bank has acted on the request, and its answer says neither yes nor no: " + excerpt,
                        sightings.pause());
    }

    private static Outcome found(Filling filling) {
        var leg = filling.run().order().leg();
        var missing = filling.run().missing();
        if (missing.isEmpty()) {
            return new Outcome.Done("The bank has acted on an earlier request, as a look shows.");
        }
        var isSecret = missing.stream().anyMatch(name -> leg.captures().get(name).secret());
        return new NeedsPerson(isSecret ? Reason.SECRET_LOST : Reason.MISSING_DATA, "The bank has acted on an earlier request, but does"
                + " not say again: " + String.join(", ", missing) + ". Please get it from the bank.", null);
    }

    /** The answer to an update is the whole registration as it now is (RFC 7592, section 2.1). */
    private static boolean isAsWeAsked(Filling filling, ApiWork work, Answer answer) {
        var asked = Readings.asked(work, filling);
        return answer.isSuccess() && ClientDifferences.says(asked, answer.json()) && ClientDifferences.between(asked, answer.json()).isEmpty();
    }

    /** A registration that is to be deleted and not found is gone, which its signs say; one that cannot be found was never updated. */
    private static boolean isAbsent(ApiWork work, Answer answer, Filling filling) {
        var look = work.look();
        if (work.client() == ClientAct.UPDATE && look.absentWhen().isEmpty()) {
            return saysSomething(answer);
        }
        return look.absentWhen().isEmpty() ? answer.status() == 404 || saysSomething(answer)
                : SignReader.any(look.absentWhen(), answer, filling);
    }

    private static boolean saysSomething(Answer answer) {
        return answer.isSuccess() && answer.json().isContainerNode();
    }
}
