package io.portolan.simulator.harbour;

import io.portolan.simulator.LogInDesk;
import io.portolan.simulator.Passwords;
import io.portolan.simulator.Pending;
import io.portolan.simulator.Sessions;
import io.portolan.simulator.SimulatedBank;
import io.portolan.simulator.Visit;
import io.portolan.simulator.World;
import io.portolan.simulator.harbour.HarbourBooks.Account;
import io.portolan.simulator.harbour.HarbourBooks.Application;
import java.util.List;
import java.util.function.BiConsumer;

/** Harbour Bank: which page answers which address, and what becomes of an application on the clerk's desk. */
public final class HarbourBank extends SimulatedBank<HarbourBooks> {

    private final SignUpDesk signUps;
    private final ApplicationDesk applications;
    private final CredentialDesk credentials;
    private final LogInDesk<Account, HarbourBooks> logIn;

    /** The bank of this world. */
    public HarbourBank(World world) {
        super("xx-harbour", "Harbour Bank", world, HarbourBooks::new);
        signUps = new SignUpDesk(this);
        applications = new ApplicationDesk(this);
        credentials = new CredentialDesk(this);
        logIn = new LogInDesk<>(this, account -> account.confirmed != null ? null
                : "Your e-mail address has not been confirmed yet. Please open the link in the mail that we sent you.");
    }

    @Override
    protected void portal(Visit visit, Sessions.Session session) {
        switch (visit.method() + " " + visit.path().replaceFirst("HB-\\d+", "*")) {
            case "GET /sign-up" -> signUps.showForm(visit, session, List.of());
            case "POST /sign-up" -> signUps.signUp(visit, session, portalUrl());
            case "GET /sign-up/check-your-mail" -> visit.html(200, pages.message("Check your mail", session,
                    "We have sent you a mail with a link. Please open it within 72 hours to confirm your e-mail address."));
            case "GET /confirm" -> signUps.confirm(visit, session);
            case "GET /log-in" -> logIn.show(visit, session);
            case "POST /log-in" -> logIn.logIn(visit, session);
            case "GET /applications" -> applications.list(visit, session);
            case "GET /applications/new" -> applications.showForm(visit, session, List.of());
            case "POST /applications/new" -> applications.create(visit, session);
            case "GET /applications/*" -> withApplication(visit, session, (of, application) -> credentials.show(visit, of, application));
            case "POST /applications/*/subscriptions" ->
                    withApplication(visit, session, (of, application) -> applications.subscribe(visit, application));
            case "POST /applications/*/client-secret" ->
                    withApplication(visit, session, (of, application) -> credentials.showSecret(visit, of, application));
            case "POST /applications/*/client-secret/renewal" ->
                    withApplication(visit, session, (of, application) -> credentials.renewSecret(visit, of, application));
            default -> super.portal(visit, session);
        }
    }

    private void withApplication(Visit visit, Sessions.Session session, BiConsumer<Sessions.Session, Application> then) {
        books.read(all -> all.numbered(visit.path().split("/")[2]))
                .filter(application -> application.owner.equals(session.owner))
                .ifPresent(application -> then.accept(session, application));
    }

    @Override
    protected List<? extends Pending> pending() {
        return pending(all -> all.clients, this::approved, this::rejected);
    }

    private void approved(HarbourBooks all, Application application) {
        application.clientId = "hb-" + Passwords.random(15);
        application.apiKey = Passwords.random(24);
        secrets.add("api-key", application.apiKey);
        all.letters.add(postman.letter(application.owner, "Your application " + application.name + " is active",
                "Good news: your application " + application.name + " (" + application.number
                        + ") was approved. Its credentials are on its page in the developer portal."));
    }

    private void rejected(HarbourBooks all, Application application) {
        all.letters.add(postman.letter(application.owner, "Your application " + application.name + " was rejected",
                "We are sorry: your application " + application.name + " (" + application.number
                        + ") was rejected. The reason: " + application.reason + "\nYou may create it again."));
    }
}
