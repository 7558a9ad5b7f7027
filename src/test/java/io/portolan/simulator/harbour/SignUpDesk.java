package io.portolan.simulator.harbour;

import io.portolan.simulator.BooksFile;
import io.portolan.simulator.IssuedSecrets;
import io.portolan.simulator.Pages;
import io.portolan.simulator.Passwords;
import io.portolan.simulator.Postman;
import io.portolan.simulator.Sessions;
import io.portolan.simulator.Visit;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Accounts of the portal: sign-up, the mailed link that confirms it, and log-in. */
final class SignUpDesk {

    private static final Duration LINK_LASTS = Duration.ofHours(72);

    private final Pages pages;
    private final BooksFile<HarbourBooks> books;
    private final Postman postman;
    private final IssuedSecrets secrets;
    private final Sessions sessions;
    private final Clock clock;

    SignUpDesk(Pages pages, BooksFile<HarbourBooks> books, Postman postman, IssuedSecrets secrets, Sessions sessions, Clock clock) {
        this.pages = pages;
        this.books = books;
        this.postman = postman;
        this.secrets = secrets;
        this.sessions = sessions;
        this.clock = clock;
    }

    void showForm(Visit visit, Sessions.Session session, List<String> faults) {
        var values = new HashMap<>(visit.fields());
        values.put("token", session.formToken);
        values.put("faults", Pages.alert(faults));
        values.put("countries", Pages.countries(visit.field("country")));
        visit.html(faults.isEmpty() ? 200 : 422, pages.page("Sign up", session, pages.filled("sign-up.html", values)));
    }

    void signUp(Visit visit, Sessions.Session session, String portalUrl) {
        var faults = faults(visit);
        if (!faults.isEmpty()) {
            showForm(visit, session, faults);
            return;
        }
        var link = Passwords.random(24);
        var account = account(visit, link);
        boolean isNew = books.change(all -> {
            if (all.account(account.eMail).isPresent()) {
                return false;
            }
            secrets.add("portal-password", visit.field("password"));
            all.accounts.add(account);
            all.letters.add(postman.letter(account.eMail, "Confirm your e-mail address",
                    "Welcome to the developer portal of Harbour Bank, " + account.firstName + " " + account.lastName
                            + ".\n\nPlease confirm your e-mail address by opening this link within 72 hours:\n\n"
                            + portalUrl + "/confirm?token=" + link + "\n\nThe link works once."));
            return true;
        });
        if (!isNew) {
            showForm(visit, session, List.of("An account with this e-mail address exists already."));
            return;
        }
        postman.deliver();
        visit.redirect("/sign-up/check-your-mail");
    }

    void confirm(Visit visit, Sessions.Session session) {
        var hash = Passwords.digest(visit.query("token"));
        var said = books.change(all -> {
            var account = all.accounts.stream().filter(a -> hash.equals(a.confirmationHash)).findFirst().orElse(null);
            if (account == null) {
                return "This link is not valid.";
            }
            if (account.confirmed != null) {
                return "This link has already been used. You can log in.";
            }
            if (account.confirmationExpires.isBefore(clock.instant())) {
                return "This link has expired. Please write to our support.";
            }
            account.confirmed = clock.instant();
            return "Your e-mail address is confirmed. You can log in now.";
        });
        visit.html(said.startsWith("Your") ? 200 : 410, pages.message("E-mail confirmation", session, said));
    }

    void showLogIn(Visit visit, Sessions.Session session, int status, List<String> faults) {
        visit.html(status, pages.page("Log in", session, pages.filled("log-in.html", Map.of(
                "token", session.formToken, "email", visit.field("email"), "faults", Pages.alert(faults)))));
    }

    void logIn(Visit visit, Sessions.Session session) {
        var account = books.read(all -> all.account(visit.field("email"))).orElse(null);
        if (account == null || !Passwords.fits(visit.field("password"), account.passwordHash)) {
            showLogIn(visit, session, 401, List.of("The e-mail address or the password is wrong."));
        } else if (account.confirmed == null) {
            showLogIn(visit, session, 403, List.of(
                    "Your e-mail address has not been confirmed yet. Please open the link in the mail that we sent you."));
        } else {
            sessions.begin(visit, account.eMail);
            visit.redirect("/applications");
        }
    }

    private List<String> faults(Visit visit) {
        var faults = new ArrayList<String>();
        require(visit, faults, "first-name", "your first name");
        require(visit, faults, "last-name", "your last name");
        require(visit, faults, "company", "the name of your company");
        if (!visit.field("email").matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+")) {
            faults.add("Please enter a valid e-mail address.");
        }
        if (!Pages.isCountry(visit.field("country"))) {
            faults.add("Please choose the country of your company.");
        }
        if (!visit.field("vat-number").matches("[A-Z]{2}[A-Z0-9]{2,13}")) {
            faults.add("Please enter the VAT number with its country code, such as DE123456789.");
        }
        require(visit, faults, "licence-number", "the number of your licence");
        faults.addAll(Passwords.faults(visit.field("password")));
        if (!visit.field("password").equals(visit.field("password-again"))) {
            faults.add("The two passwords differ.");
        }
        if (!visit.field("terms").equals("accepted")) {
            faults.add("Please accept the terms of use.");
        }
        return faults;
    }

    private static void require(Visit visit, List<String> faults, String field, String what) {
        if (visit.field(field).isEmpty()) {
            faults.add("Please enter " + what + ".");
        }
    }

    private HarbourBooks.Account account(Visit visit, String link) {
        var account = new HarbourBooks.Account();
        account.firstName = visit.field("first-name");
        account.lastName = visit.field("last-name");
        account.eMail = visit.field("email");
        account.company = visit.field("company");
        account.country = visit.field("country");
        account.vatNumber = visit.field("vat-number");
        account.licenceNumber = visit.field("licence-number");
        account.passwordHash = Passwords.hash(visit.field("password"));
        account.termsAccepted = clock.instant();
        account.confirmationHash = Passwords.digest(link);
        account.confirmationExpires = clock.instant().plus(LINK_LASTS);
        return account;
    }
}
