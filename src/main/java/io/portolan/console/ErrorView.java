package io.portolan.console;

import static io.portolan.console.Messages.say;

import io.portolan.refusal.Refused;
import java.util.Map;

/** What went wrong, kindly, where to go on, and what is wrong by field, for the form that is gone back to; the link may be null. */
record ErrorView(int status, String title, String sentence, String linkText, String link, Map<String, String> wrong) {

    ErrorView(int status, String title, String sentence, String linkText, String link) {
        this(status, title, sentence, linkText, link, Map.of());
    }

    static ErrorView of(Refused refusal, int status) {
        var onboarding = refusal.about().get("onboarding");
        var registration = refusal.about().get("registration");
        var title = switch (refusal.kind()) {
            case NOT_FOUND -> say("error.no-such-thing");
            case CONFLICT -> refusal.code().startsWith("already-") ? say("error.there-already") : say("error.does-not-fit");
            case INVALID -> say("error.not-right-yet");
            case FORBIDDEN -> say("error.may-not");
        };
        if (onboarding != null) {
            return new ErrorView(status, title, refusal.getMessage(), say("error.see-that-onboarding"), "/onboardings/" + onboarding);
        }
        return registration == null ? new ErrorView(status, title, refusal.getMessage(), null, null, refusal.kind() == Refused.Kind.INVALID ? refusal.about() : Map.of())
                : new ErrorView(status, title, refusal.getMessage(), say("error.see-that-registration"), "/registrations/" + registration);
    }

    /** The same for what fails by its status; a page that may not be opened has no form that was too old. */
    static ErrorView of(int status, String id, boolean isOpened) {
        return switch (status) {
            case 404 -> new ErrorView(status, say("error.nothing-here"),
                    say("error.nothing-here.more"), null, null);
            case 403 -> new ErrorView(status, say("error.may-not"),
                    isOpened ? say("error.may-not.open") : say("error.may-not.more"),
                    null, null);
            case 405 -> new ErrorView(status, say("error.not-like-that"),
                    say("error.not-like-that.more"), null, null);
            case 413 -> new ErrorView(status, say("error.too-large"),
                    say("error.too-large.more"), null, null);
            default -> status < 500
                    ? new ErrorView(status, say("error.cannot-be-answered"), say("error.cannot-be-answered.more"), null, null)
                    : new ErrorView(status, say("error.went-wrong"),
                            say("error.went-wrong.more", id), null, null);
        };
    }
}
