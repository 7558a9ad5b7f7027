package io.portolan.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The entrance of a portal: anybody may sign up with a password, and log in.
 *
 * @param <A> what the bank knows of an account
 * @param <T> the bank's books
 */
public abstract class EntranceDesk<A extends Account, T extends PortalBooks<A, ?>> extends Desk<T> {

    private final LogInDesk<A, T> logIn;

    /** The entrance of this bank. */
    protected EntranceDesk(SimulatedBank<T> bank) {
        super(bank);
        logIn = new LogInDesk<>(bank, account -> null);
    }

    /** Answers what belongs to the entrance, and says whether it has. */
    public final boolean answers(Visit visit, Sessions.Session session) {
        switch (visit.method() + " " + visit.path()) {
            case "GET /sign-up" -> showSignUp(visit, session, List.of());
            case "POST /sign-up" -> signUp(visit, session);
            case "GET /log-in" -> logIn.show(visit, session);
            case "POST /log-in" -> logIn.logIn(visit, session);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void showSignUp(Visit visit, Sessions.Session session, List<String> faults) {
        form(visit, session, "Sign up", "sign-up.html", faults, Map.of());
    }

    private void signUp(Visit visit, Sessions.Session session) {
        var faults = new ArrayList<>(Passwords.faults(visit.field("password")));
        faults.addAll(faults(visit));
        if (books.read(all -> all.account(visit.field("email"))).isPresent()) {
            faults.add("This e-mail address has an account already.");
        }
        if (faults.isEmpty()) {
            register(visit, session);
        } else {
            showSignUp(visit, session, faults);
        }
    }

    /** What of the form, the password aside, is not as the bank wants it. */
    protected abstract List<String> faults(Visit visit);

    /** Makes the account and says so. */
    protected abstract void register(Visit visit, Sessions.Session session);
}
