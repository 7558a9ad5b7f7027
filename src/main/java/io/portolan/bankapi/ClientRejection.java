package io.portolan.bankapi;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.client.RegistrationError;
import com.nimbusds.oauth2.sdk.token.BearerTokenError;
import io.portolan.leg.Outcome;
import io.portolan.leg.Outcome.Reason;
import java.util.Set;

/**
 * Why a bank does not register us, or does not change that (RFC 7591, section 3.2.2), by who can do something about it. Nothing was registered.
 *
 * @param remedy what helps
 * @param code the bank's error code, or empty
 */
record ClientRejection(Remedy remedy, String code) {

    /** What helps. */
    enum Remedy { FIX_OUR_DATA, BANK_MUST_ACT, TRY_LATER }

    private static final Set<String> BANK = Set.of(RegistrationError.UNAPPROVED_SOFTWARE_STATEMENT.getCode(), OAuth2Error.ACCESS_DENIED.getCode(),
            BearerTokenError.INSUFFICIENT_SCOPE.getCode(), OAuth2Error.UNAUTHORIZED_CLIENT.getCode());
    private static final Set<Integer> ELSEWHERE = Set.of(404, 405, 406, 415);
    private static final Set<String> LATER = Set.of(OAuth2Error.TEMPORARILY_UNAVAILABLE.getCode(), OAuth2Error.SERVER_ERROR.getCode(), "slow_down");

    /** What an answer says by which a bank has rejected. */
    static ClientRejection of(Answer answer) {
        var code = answer.at("/error").orElse("");
        var remedy = LATER.contains(code) || answer.isOutage() ? Remedy.TRY_LATER
                : BANK.contains(code) || code.isEmpty() && answer.status() == 403 ? Remedy.BANK_MUST_ACT : Remedy.FIX_OUR_DATA;
        return new ClientRejection(remedy, code);
    }

    /** What comes of the leg; the excerpt is what may be shown of the answer. */
    Outcome outcome(Answer answer, String excerpt, Readings readings) {
        if (code.isEmpty() && ELSEWHERE.contains(answer.status())) {
            return new Outcome.NeedsPerson(Reason.UNEXPECTED_ANSWER, "The bank knows no such address, or not this use of it: it answered " + answer.status()
                    + ". Please look whether the playbook names the right one.", excerpt);
        }
        if (code.isEmpty() && answer.status() == 409) {
            return new Outcome.NeedsPerson(Reason.UNEXPECTED_ANSWER, "The bank seems to have such a registration already. Please look at the bank what there is,"
                    + " and enter what it gave, or let the request be made again.", excerpt);
        }
        return switch (remedy) {
            case TRY_LATER -> readings.later(answer, "The bank cannot do this at present: " + excerpt);
            case BANK_MUST_ACT -> new Outcome.NeedsPerson(Reason.UNEXPECTED_ANSWER, "The bank has to act first: it has not"
                    + " approved or allowed this yet. Please talk to the bank, then let the request be made again.", excerpt);
            case FIX_OUR_DATA -> new Outcome.NeedsPerson(Reason.MISSING_DATA, toFix(answer) + " Please put it right, then let the request be"
                    + " made again.", excerpt);
        };
    }

    private String toFix(Answer answer) {
        if (code.equals(RegistrationError.INVALID_REDIRECT_URI.getCode())) {
            return "The bank does not take our redirect URIs.";
        }
        if (code.equals(RegistrationError.INVALID_SOFTWARE_STATEMENT.getCode())) {
            return "The bank does not take our software statement: it may have expired, or be signed by somebody whom the bank does not know.";
        }
        if (code.equals(OAuth2Error.INVALID_SCOPE.getCode())) {
            return "The bank does not take us for the scopes that we ask for.";
        }
        if (answer.status() == 401) {
            return "The bank does not take the access token or the certificate with which we asked to be registered.";
        }
        return "The bank does not take what we have asked to be registered with.";
    }
}
