package io.portolan.simulator.regatta;

import io.portolan.simulator.BooksFile;
import io.portolan.simulator.IssuedSecrets;
import io.portolan.simulator.Pages;
import io.portolan.simulator.Passwords;
import io.portolan.simulator.Sessions;
import io.portolan.simulator.Visit;
import io.portolan.simulator.regatta.RegattaBooks.Account;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The portal: sign-up, log-in, and the one key of an account. */
final class RegattaPortal {

    private final Pages pages;
    private final BooksFile<RegattaBooks> books;
    private final IssuedSecrets secrets;
    private final Sessions sessions;

    RegattaPortal(Pages pages, BooksFile<RegattaBooks> books, IssuedSecrets secrets, Sessions sessions) {
        this.pages = pages;
        this.books = books;
        this.secrets = secrets;
        this.sessions = sessions;
    }

    void answer(Visit visit, Sessions.Session session) {
        switch (visit.method() + " " + visit.path()) {
            case "GET /" -> visit.html(200, pages.page("Developer portal", session, pages.file("home.html")));
            case "GET /sign-up" -> showSignUp(visit, session, List.of());
            case "POST /sign-up" -> signUp(visit, session);
            case "GET /log-in" -> showLogIn(visit, session, 200, List.of());
            case "POST /log-in" -> logIn(visit, session);
            case "POST /log-out" -> {
                sessions.begin(visit, null);
                visit.redirect("/");
            }
            case "GET /applications" -> showKey(visit, session);
            case "POST /applications/key" -> makeKey(visit, session);
            default -> { }
        }
    }

    private void showSignUp(Visit visit, Sessions.Session session, List<String> faults) {
        visit.html(faults.isEmpty() ? 200 : 422, pages.page("Sign up", session, pages.filled("sign-up.html", Map.of(
                "token", session.formToken, "email", visit.field("email"), "company", visit.field("company"),
                "faults", Pages.alert(faults)))));
    }

    private void signUp(Visit visit, Sessions.Session session) {
        var faults = new ArrayList<>(Passwords.faults(visit.field("password")));
        if (visit.field("company").isEmpty() || !visit.field("email").contains("@")) {
            faults.add("Please enter your e-mail address and your company.");
        }
        if (books.read(all -> all.account(visit.field("email"))).isPresent()) {
            faults.add("This e-mail address has an account already.");
        }
        if (!faults.isEmpty()) {
            showSignUp(visit, session, faults);
            return;
        }
        var account = new Account();
        account.eMail = visit.field("email");
        account.company = visit.field("company");
        account.passwordHash = Passwords.hash(visit.field("password"));
        secrets.add("portal-password", visit.field("password"));
        books.note(all -> all.accounts.add(account));
        visit.html(200, pages.message("Welcome aboard", session, "Your account is ready. You can log in now."));
    }

    private void showLogIn(Visit visit, Sessions.Session session, int status, List<String> faults) {
        visit.html(status, pages.page("Log in", session, pages.filled("log-in.html", Map.of(
                "token", session.formToken, "email", visit.field("email"), "faults", Pages.alert(faults)))));
    }

    private void logIn(Visit visit, Sessions.Session session) {
        var account = books.read(all -> all.account(visit.field("email"))).orElse(null);
        if (account == null || !Passwords.fits(visit.field("password"), account.passwordHash)) {
            showLogIn(visit, session, 401, List.of("The e-mail address or the password is wrong."));
            return;
        }
        sessions.begin(visit, account.eMail);
        visit.redirect("/applications");
    }

    private void showKey(Visit visit, Sessions.Session session) {
        var key = books.read(all -> all.account(session.owner)).map(account -> account.apiKey).orElse(null);
        visit.html(200, pages.page("API key", session, key == null
                ? pages.filled("no-key.html", Map.of("token", session.formToken)) : pages.filled("key.html", Map.of("key", key))));
    }

    /** An account has one key: asked for again, it stays. */
    private void makeKey(Visit visit, Sessions.Session session) {
        books.note(all -> all.account(session.owner).filter(account -> account.apiKey == null).ifPresent(account -> {
            account.apiKey = Passwords.random(24);
            secrets.add("api-key", account.apiKey);
        }));
        visit.redirect("/applications");
    }
}
