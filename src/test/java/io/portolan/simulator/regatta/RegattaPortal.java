package io.portolan.simulator.regatta;

import io.portolan.simulator.EntranceDesk;
import io.portolan.simulator.Passwords;
import io.portolan.simulator.Sessions;
import io.portolan.simulator.Visit;
import io.portolan.simulator.regatta.RegattaBooks.Account;
import java.util.List;
import java.util.Map;

/** The portal: sign-up, and the one key of an account. */
final class RegattaPortal extends EntranceDesk<Account, RegattaBooks> {

    RegattaPortal(RegattaBank bank) {
        super(bank);
    }

    @Override
    protected List<String> faults(Visit visit) {
        return visit.field("company").isEmpty() || !visit.field("email").contains("@")
                ? List.of("Please enter your e-mail address and your company.") : List.of();
    }

    @Override
    protected void register(Visit visit, Sessions.Session session) {
        var account = new Account();
        account.eMail = visit.field("email");
        account.company = visit.field("company");
        setPassword(account, visit.field("password"));
        books.note(all -> all.accounts.add(account));
        visit.html(200, pages.message("Welcome aboard", session, "Your account is ready. You can log in now."));
    }

    void showKey(Visit visit, Sessions.Session session) {
        var key = books.read(all -> all.account(session.owner)).map(account -> account.apiKey).orElse(null);
        visit.html(200, pages.page("API key", session, key == null
                ? pages.filled("no-key.html", Map.of("token", session.formToken)) : pages.filled("key.html", Map.of("key", key))));
    }

    /** An account has one key: asked for again, it stays. */
    void makeKey(Visit visit, Sessions.Session session) {
        books.note(all -> all.account(session.owner).filter(account -> account.apiKey == null).ifPresent(account -> {
            account.apiKey = Passwords.random(24);
            secrets.add("api-key", account.apiKey);
        }));
        visit.redirect("/applications");
    }
}
