package io.portolan.simulator;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The log-in of a portal by e-mail address and password, which leads to {@code /applications}.
 *
 * @param <A> what the bank knows of an account
 * @param <T> the bank's books
 */
public final class LogInDesk<A extends Account, T extends PortalBooks<A, ?>> extends Desk<T> {

    private final Function<A, String> obstacle;

    /**
     * The log-in of this bank.
     *
     * @param obstacle why an account may not log in although its password is right, or null
     */
    public LogInDesk(SimulatedBank<T> bank, Function<A, String> obstacle) {
        super(bank);
        this.obstacle = obstacle;
    }

    /** Shows the form; whoever was sent here since the session is over is told so. */
    public void show(Visit visit, Sessions.Session session) {
        show(visit, session, 200, visit.query("expired").equals("yes") ? List.of("Your session has expired. Please log in again.") : List.of());
    }

    /** Takes what was typed. */
    public void logIn(Visit visit, Sessions.Session session) {
        var account = books.read(all -> all.account(visit.field("email"))).orElse(null);
        if (account == null || !Passwords.fits(visit.field("password"), account.passwordHash)) {
            show(visit, session, 401, List.of("The e-mail address or the password is wrong."));
            return;
        }
        var said = obstacle.apply(account);
        if (said != null) {
            show(visit, session, 403, List.of(said));
            return;
        }
        sessions.begin(visit, account.eMail);
        visit.redirect("/applications");
    }

    private void show(Visit visit, Sessions.Session session, int status, List<String> faults) {
        form(visit, session, status, "Log in", "log-in.html", faults, Map.of());
    }
}
