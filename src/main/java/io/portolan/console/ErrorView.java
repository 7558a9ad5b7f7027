package io.portolan.console;

import io.portolan.refusal.Refused;

/** What went wrong, kindly, and where to go on; the link may be null. */
record ErrorView(int status, String title, String sentence, String linkText, String link) {

    static ErrorView of(Refused refusal, int status) {
        var onboarding = refusal.about().get("onboarding");
        var registration = refusal.about().get("registration");
        var title = switch (refusal.kind()) {
            case NOT_FOUND -> "There is no such thing";
            case CONFLICT -> onboarding != null || registration != null ? "It is there already" : "This does not fit what has happened meanwhile";
            case INVALID -> "Something is not right yet";
            case FORBIDDEN -> "You may not do this";
        };
        if (onboarding != null) {
            return new ErrorView(status, title, refusal.getMessage(), "See that onboarding", "/onboardings/" + onboarding);
        }
        return registration == null ? new ErrorView(status, title, refusal.getMessage(), null, null)
                : new ErrorView(status, title, refusal.getMessage(), "See that registration", "/registrations/" + registration);
    }

    static ErrorView of(int status, String id) {
        return switch (status) {
            case 404 -> new ErrorView(status, "There is nothing here",
                    "The address may be mistyped, or what was here is gone.", null, null);
            case 403 -> new ErrorView(status, "You may not do this",
                    "Your role does not allow it, or this page was open for too long. Go back, load it again, and retry.",
                    null, null);
            case 405 -> new ErrorView(status, "This cannot be opened like that",
                    "The address is only for a form to send to.", null, null);
            case 413 -> new ErrorView(status, "This is too large",
                    "The file is larger than anything that is taken here. Go back, and choose a smaller one.", null, null);
            default -> status < 500
                    ? new ErrorView(status, "This request cannot be answered", "Go back and try again.", null, null)
                    : new ErrorView(status, "Something went wrong here",
                            "Nothing you typed is to blame. The log tells more under the id " + id + ".", null, null);
        };
    }
}
