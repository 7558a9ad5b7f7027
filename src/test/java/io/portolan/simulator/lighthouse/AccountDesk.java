package io.portolan.simulator.lighthouse;

import io.portolan.simulator.ClientCertificate;
import io.portolan.simulator.Desk;
import io.portolan.simulator.Passwords;
import io.portolan.simulator.Sessions;
import io.portolan.simulator.Visit;
import io.portolan.simulator.lighthouse.LighthouseBooks.Account;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Accounts: a certificate opens the documents, the documents open the account, and an app's codes guard it. */
final class AccountDesk extends Desk<LighthouseBooks> {

    private static final String ORGANISATION = "organisation of the certificate";
    private static final String PASSWORD_WAS_RIGHT = "password was right for";

    AccountDesk(LighthouseBank bank) {
        super(bank);
    }

    void showCertificateForm(Visit visit, Sessions.Session session, List<String> faults) {
        form(visit, session, "certificate.html", "Certificate", faults, "certificate");
    }

    /** Opens the documents to whoever shows a certificate for PSD2. */
    void takeCertificate(Visit visit, Sessions.Session session) {
        try {
            var read = ClientCertificate.read((X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(
                    new ByteArrayInputStream(RandomNames.file(visit, session, "certificate").getBytes(StandardCharsets.UTF_8))));
            if (read.organisationId() != null && !read.roles().isEmpty()) {
                session.notes.put(ORGANISATION, read.organisationId());
                visit.redirect("/sign-up/documents");
                return;
            }
        } catch (CertificateException e) {
            session.notes.remove(ORGANISATION);
        }
        showCertificateForm(visit, session, List.of("This is no certificate of a payment service provider in PEM."));
    }

    void showDocuments(Visit visit, Sessions.Session session, List<String> faults) {
        if (!session.notes.containsKey(ORGANISATION)) {
            visit.redirect("/sign-up");
            return;
        }
        form(visit, session, "documents.html", "Documents", faults, "company", "email", "password", "again", "terms");
    }

    /** Opens an account; what it says then is framed as an error, as their template has it. */
    void signUp(Visit visit, Sessions.Session session) {
        var password = RandomNames.value(visit, session, "password");
        var faults = Passwords.faults(password);
        if (!password.equals(RandomNames.value(visit, session, "again"))) {
            faults.add("The two passwords differ.");
        }
        if (!RandomNames.value(visit, session, "terms").equals("on")) {
            faults.add("Please accept the terms.");
        }
        var account = new Account();
        account.eMail = RandomNames.value(visit, session, "email");
        account.company = RandomNames.value(visit, session, "company");
        account.organisationId = session.notes.get(ORGANISATION);
        if (account.company.isEmpty() || !account.eMail.contains("@") || account.organisationId == null) {
            faults.add("Company or e-mail address is missing.");
        }
        if (faults.isEmpty() && books.read(all -> all.account(account.eMail)).isPresent()) {
            faults.add("An account with this e-mail address exists already.");
        }
        if (!faults.isEmpty()) {
            showDocuments(visit, session, faults);
            return;
        }
        account.seed = AppCodes.seed();
        setPassword(account, password);
        secrets.add("totp-seed", account.seed);
        books.note(all -> all.accounts.add(account));
        visit.html(200, pages.page("Error", session, pages.filled("error.html", Map.of("text",
                "Error 0: registration stored. Set up your second factor at the first log-in."))));
    }

    void showLogIn(Visit visit, Sessions.Session session, List<String> faults) {
        form(visit, session, "log-in.html", "Log in", faults, "email", "password");
    }

    void logIn(Visit visit, Sessions.Session session) {
        var eMail = RandomNames.value(visit, session, "email");
        var account = books.read(all -> all.account(eMail)).orElse(null);
        if (account == null || !Passwords.fits(RandomNames.value(visit, session, "password"), account.passwordHash)) {
            showLogIn(visit, session, List.of("E-mail address or password is wrong."));
            return;
        }
        var fresh = sessions.begin(visit, null);
        fresh.notes.put(PASSWORD_WAS_RIGHT, account.eMail);
        visit.redirect(account.secondFactor == null ? "/second-factor" : "/code");
    }

    /** The page that enrols, with the seed, or the one that asks for a code. */
    void showCode(Visit visit, Sessions.Session session, boolean enrols, List<String> faults) {
        var account = account(session);
        if (account == null || enrols != (account.secondFactor == null)) {
            visit.redirect("/log-in");
            return;
        }
        var values = new HashMap<>(RandomNames.of(session, "code"));
        values.put("seed", account.seed.replaceAll("(.{4})", "$1 ").strip());
        form(visit, session, enrols ? "Second factor" : "Code", enrols ? "second-factor.html" : "code.html", faults, values);
    }

    /** Takes a code, each only once. */
    void takeCode(Visit visit, Sessions.Session session, boolean enrols) {
        var account = account(session);
        long period = account == null ? 0 : AppCodes.period(account.seed, RandomNames.value(visit, session, "code"), clock.millis(), account.lastCode);
        if (period == 0) {
            showCode(visit, session, enrols, List.of("This code is not right, or was used before."));
            return;
        }
        books.note(all -> {
            account.lastCode = period;
            account.secondFactor = account.secondFactor == null ? clock.instant() : account.secondFactor;
        });
        var inside = sessions.begin(visit, account.eMail);
        if (enrols) {
            visit.html(200, pages.message("Second factor", inside, "Your second factor is active."));
        } else {
            visit.redirect("/applications");
        }
    }

    private Account account(Sessions.Session session) {
        return books.read(all -> all.account(session.notes.getOrDefault(PASSWORD_WAS_RIGHT, ""))).orElse(null);
    }

    private void form(Visit visit, Sessions.Session session, String file, String title, List<String> faults, String... fields) {
        form(visit, session, title, file, faults, RandomNames.of(session, fields));
    }
}
