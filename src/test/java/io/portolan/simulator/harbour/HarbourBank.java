package io.portolan.simulator.harbour;

import io.portolan.simulator.AccountsEndpoint;
import io.portolan.simulator.ClientCertificate;
import io.portolan.simulator.Pending;
import io.portolan.simulator.Sessions;
import io.portolan.simulator.SimulatedBank;
import io.portolan.simulator.TokenEndpoint;
import io.portolan.simulator.Visit;
import io.portolan.simulator.World;
import io.portolan.simulator.harbour.HarbourBooks.Application;
import io.portolan.simulator.harbour.HarbourBooks.Status;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Harbour Bank: which page answers which address. */
public final class HarbourBank extends SimulatedBank<HarbourBooks> {

    private final SignUpDesk signUps;
    private final ApplicationDesk applications;
    private final CredentialDesk credentials;
    private final Decisions decisions;
    private final TokenEndpoint token;
    private final AccountsEndpoint accounts;

    /** The bank of this world. */
    public HarbourBank(World world) {
        super("xx-harbour", "Harbour Bank", world, HarbourBooks::new);
        signUps = new SignUpDesk(pages, books, postman, secrets, sessions, clock);
        applications = new ApplicationDesk(pages, books, mischief, clock);
        credentials = new CredentialDesk(pages, books, secrets, clock);
        decisions = new Decisions(books, postman, secrets);
        token = new TokenEndpoint(id -> books.read(all -> all.ofClient(id)),
                (client, organisation) -> books.note(all -> ((Application) client).organisationId = organisation), true, tokens, secrets);
        accounts = new AccountsEndpoint(id -> books.read(all -> all.ofClient(id)), tokens, clock);
    }

    @Override
    protected boolean isInside(String path) {
        return path.startsWith("/applications");
    }

    @Override
    protected void portal(Visit visit, Sessions.Session session) {
        switch (visit.method() + " " + visit.path().replaceFirst("HB-\\d+", "*")) {
            case "GET /" -> visit.html(200, pages.page("Developer portal", session, pages.file("home.html")));
            case "GET /terms" -> visit.html(200, pages.page("Terms of use", session, pages.file("terms.html")));
            case "GET /sign-up" -> signUps.showForm(visit, session, List.of());
            case "POST /sign-up" -> signUps.signUp(visit, session, portalUrl());
            case "GET /sign-up/check-your-mail" -> visit.html(200, pages.message("Check your mail", session,
                    "We have sent you a mail with a link. Please open it within 72 hours to confirm your e-mail address."));
            case "GET /confirm" -> signUps.confirm(visit, session);
            case "GET /log-in" -> signUps.showLogIn(visit, session, 200, visit.query("expired").equals("yes")
                    ? List.of("Your session has expired. Please log in again.") : List.of());
            case "POST /log-in" -> signUps.logIn(visit, session);
            case "POST /log-out" -> {
                sessions.begin(visit, null);
                visit.redirect("/");
            }
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
            default -> { }
        }
    }

    private void withApplication(Visit visit, Sessions.Session session, BiConsumer<Sessions.Session, Application> then) {
        books.read(all -> all.application(visit.path().split("/")[2]))
                .filter(application -> application.owner.equals(session.owner))
                .ifPresent(application -> then.accept(session, application));
    }

    @Override
    protected void api(Visit visit, ClientCertificate certificate) {
        switch (visit.method() + " " + visit.path()) {
            case "POST /token" -> token.answer(visit, certificate);
            case "GET /v1/accounts" -> accounts.answer(visit, certificate);
            default -> { }
        }
    }

    @Override
    protected List<? extends Pending> pending() {
        return books.read(all -> all.applications.stream().filter(application -> application.status == Status.PENDING)
                .map(decisions::of).toList());
    }

    @Override
    protected Map<String, Integer> counts() {
        return books.read(all -> Map.of("accounts", all.accounts.size(), "applications", all.applications.size(),
                "subscriptions", all.applications.stream().mapToInt(application -> application.products.size()).sum(),
                "secretsGenerated", all.secretsGenerated));
    }

    @Override
    protected List<Map<String, Object>> applications() {
        return books.read(all -> all.applications.stream().map(HarbourBank::shown).toList());
    }

    private static Map<String, Object> shown(Application application) {
        return Map.of("number", application.number, "name", application.name, "owner", application.owner,
                "status", application.status.name(), "products", List.copyOf(application.products),
                "redirectUrl", application.redirectUrl, "logo", application.logo, "held", application.held);
    }
}
