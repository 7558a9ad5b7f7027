package io.portolan.simulator;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * A part of a bank, with what whoever works there has at hand.
 *
 * @param <T> the bank's books
 */
public abstract class Desk<T extends BankBooks<?>> {

    /** The bank's pages. */
    protected final Pages pages;
    /** All that the bank knows. */
    protected final BooksFile<T> books;
    /** Every secret that was typed or handed out. */
    protected final IssuedSecrets secrets;
    /** Who is signed in. */
    protected final Sessions sessions;
    /** The bank's mail. */
    protected final Postman postman;
    /** What the bank does wrong. */
    protected final Mischief mischief;
    /** What the bank tells the time by. */
    protected final Clock clock;

    /** A part of this bank. */
    protected Desk(SimulatedBank<T> bank) {
        pages = bank.pages;
        books = bank.books;
        secrets = bank.secrets;
        sessions = bank.sessions;
        postman = bank.postman;
        mischief = bank.mischief;
        clock = bank.clock;
    }

    /** Answers with a page from a file; what was typed stands in it again, and what is wrong with it above. */
    protected final void form(Visit visit, Sessions.Session session, String title, String file, Collection<String> faults, Map<String, String> values) {
        form(visit, session, faults.isEmpty() ? 200 : 422, title, file, faults, values);
    }

    /** The same with another status. */
    protected final void form(Visit visit, Sessions.Session session, int status, String title, String file, Collection<String> faults,
            Map<String, String> values) {
        var places = new HashMap<>(visit.fields());
        places.putAll(values);
        places.put("token", session.formToken);
        places.put("faults", Pages.alert(faults));
        visit.html(status, pages.page(title, session, pages.filled(file, places)));
    }

    /** Makes a client's secret, which stands in the books only as a digest; a former one is worth nothing from then on. */
    protected final String newSecret(T all, ApiClient client) {
        var secret = Passwords.random(32);
        secrets.add("client-secret", secret);
        client.secretHash = Passwords.digest(secret);
        all.secretsGenerated++;
        return secret;
    }

    /** Notes a new account with the password that was typed for it. */
    protected final void setPassword(Account account, String password) {
        secrets.add("portal-password", password);
        account.passwordHash = Passwords.hash(password);
    }
}
