package io.portolan.recording;

import io.portolan.recording.RecordedSteps.Drafted;
import io.portolan.recording.RecordedSteps.Kind;
import java.util.List;

/**
 * What one recording shows.
 *
 * @param logIn how one signs in; empty where it does not show that
 * @param rest what is done after that
 */
record RecordedLeg(String title, RecordedSteps steps, boolean isSignUp, List<Drafted> logIn, List<Drafted> rest) {

    static RecordedLeg of(Recording recording, RecordedSteps steps) {
        var all = steps.drafted();
        var firstPassword = first(all, Kind.PASSWORD, 0);
        var isSignUp = firstPassword >= 0 && isSignUp(all, firstPassword);
        var logIn = firstPassword >= 0 && !isSignUp ? all.subList(0, endOfLogIn(all, firstPassword)) : List.<Drafted>of();
        return new RecordedLeg(recording.title(), steps, isSignUp, logIn, all.subList(logIn.size(), all.size()));
    }

    /** The last thing typed before the password is what one signs in with. */
    static boolean isLoginName(List<Drafted> logIn, int i) {
        var password = first(logIn, Kind.PASSWORD, 0);
        return logIn.get(i).kind() == Kind.FIELD && i < password && logIn.subList(i + 1, password).stream().noneMatch(step -> step.kind() == Kind.FIELD);
    }

    /** Signing up asks for more than a name and a password, or for the password twice. */
    private static boolean isSignUp(List<Drafted> all, int password) {
        var submit = first(all, Kind.CLICK, password);
        var form = all.subList(lastBefore(all, Kind.OPEN, password) + 1, submit < 0 ? all.size() : submit);
        return form.stream().filter(step -> step.kind() == Kind.PASSWORD).count() > 1 || form.stream().filter(step -> step.kind() == Kind.FIELD).count() > 1;
    }

    /** Behind the click that hands in the password, or the code where one is asked for next. */
    private static int endOfLogIn(List<Drafted> all, int password) {
        var code = first(all, Kind.CODE, password);
        var click = first(all, Kind.CLICK, password);
        var from = code >= 0 && (click < 0 || code <= click + 2) ? code : password;
        var submit = first(all, Kind.CLICK, from);
        return submit < 0 ? from + 1 : submit + 1;
    }

    private static int first(List<Drafted> all, Kind kind, int from) {
        for (int i = from; i < all.size(); i++) {
            if (all.get(i).kind() == kind) {
                return i;
            }
        }
        return -1;
    }

    private static int lastBefore(List<Drafted> all, Kind kind, int end) {
        for (int i = end - 1; i >= 0; i--) {
            if (all.get(i).kind() == kind) {
                return i;
            }
        }
        return -1;
    }
}
