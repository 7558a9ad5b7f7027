package io.portolan.simulator.harbour;

import io.portolan.simulator.Desk;
import io.portolan.simulator.Pages;
import io.portolan.simulator.Passwords;
import io.portolan.simulator.Sessions;
import io.portolan.simulator.Visit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Accounts of the portal: sign-up, and the mailed link that confirms it. */
final class SignUpDesk extends Desk<HarbourBooks> {

    private static final Duration LINK_LASTS = Duration.ofHours(72);

    SignUpDesk(HarbourBank bank) {
        super(bank);
    }

    void showForm(Visit visit, Sessions.Session session, List<String> faults) {
        form(visit, session, "Sign up", "sign-up.html", faults, Map.of("countries", Pages.countries(visit.field("country"))));
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
        setPassword(account, visit.field("password"));
        account.termsAccepted = clock.instant();
        account.confirmationHash = Passwords.digest(link);
        account.confirmationExpires = clock.instant().plus(LINK_LASTS);
        return account;
    }
}
