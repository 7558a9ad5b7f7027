package io.portolan.simulator.lighthouse;

import io.portolan.simulator.AccountsEndpoint;
import io.portolan.simulator.ClientCertificate;
import io.portolan.simulator.Pending;
import io.portolan.simulator.Sessions;
import io.portolan.simulator.SimulatedBank;
import io.portolan.simulator.TokenEndpoint;
import io.portolan.simulator.Visit;
import io.portolan.simulator.World;
import io.portolan.simulator.lighthouse.LighthouseBooks.Application;
import io.portolan.simulator.lighthouse.LighthouseBooks.Status;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Lighthouse Bank: which page answers which address. */
public final class LighthouseBank extends SimulatedBank<LighthouseBooks> {

    private final AccountDesk accounts;
    private final ApplicationDesk applications;
    private final TokenEndpoint token;
    private final AccountsEndpoint list;

    /** The bank of this world. */
    public LighthouseBank(World world) {
        super("xx-lighthouse", "Lighthouse Bank", world, LighthouseBooks::new);
        accounts = new AccountDesk(pages, books, secrets, sessions, clock);
        applications = new ApplicationDesk(pages, books, secrets, mischief, clock);
        token = new TokenEndpoint(id -> books.read(all -> all.ofClient(id)), (client, organisation) -> { }, true, tokens, secrets);
        list = new AccountsEndpoint(id -> books.read(all -> all.ofClient(id)), tokens, clock);
    }

    @Override
    protected boolean isInside(String path) {
        return path.startsWith("/applications");
    }

    @Override
    protected void portal(Visit visit, Sessions.Session session) {
        switch (visit.method() + " " + visit.path().replaceFirst("LH-\\d+", "*")) {
            case "GET /" -> visit.html(200, pages.page("Developer portal", session, pages.file("home.html")));
            case "GET /terms" -> visit.html(200, pages.page("Terms of use", session, pages.file("terms.html")));
            case "GET /sign-up" -> accounts.showCertificateForm(visit, session, List.of());
            case "POST /sign-up" -> accounts.takeCertificate(visit, session);
            case "GET /sign-up/documents" -> accounts.showDocuments(visit, session, List.of());
            case "POST /sign-up/documents" -> accounts.signUp(visit, session);
            case "GET /log-in" -> accounts.showLogIn(visit, session, List.of());
            case "POST /log-in" -> accounts.logIn(visit, session);
            case "GET /second-factor" -> accounts.showCode(visit, session, true, List.of());
            case "POST /second-factor" -> accounts.takeCode(visit, session, true);
            case "GET /code" -> accounts.showCode(visit, session, false, List.of());
            case "POST /code" -> accounts.takeCode(visit, session, false);
            case "POST /log-out" -> {
                sessions.begin(visit, null);
                visit.redirect("/");
            }
            case "GET /applications" -> applications.list(visit, session);
            case "GET /applications/new" -> applications.showForm(visit, session, List.of());
            case "POST /applications/new" -> applications.create(visit, session);
            case "GET /applications/*" -> withApplication(visit, session, (of, found) -> applications.show(visit, of, found));
            case "POST /applications/*/settings" -> withApplication(visit, session, (of, found) -> applications.settings(visit, of, found));
            case "POST /applications/*/products" -> withApplication(visit, session, (of, found) -> applications.subscribe(visit, of, found));
            case "POST /applications/*/secret" -> withApplication(visit, session, (of, found) -> applications.renewSecret(visit, of, found));
            default -> { }
        }
    }

    private void withApplication(Visit visit, Sessions.Session session, BiConsumer<Sessions.Session, Application> then) {
        books.read(all -> all.application(visit.path().split("/")[2])).filter(found -> found.owner.equals(session.owner))
                .ifPresent(found -> then.accept(session, found));
    }

    @Override
    protected void api(Visit visit, ClientCertificate certificate) {
        switch (visit.method() + " " + visit.path()) {
            case "POST /token" -> token.answer(visit, certificate);
            case "GET /v1/accounts" -> list.answer(visit, certificate);
            default -> { }
        }
    }

    @Override
    protected List<? extends Pending> pending() {
        return books.read(all -> all.applications.stream().filter(each -> each.status == Status.PENDING).map(Open::new).toList());
    }

    @Override
    protected Map<String, Integer> counts() {
        return books.read(all -> Map.of("accounts", all.accounts.size(), "applications", all.applications.size(),
                "subscriptions", all.applications.stream().mapToInt(each -> each.products.size()).sum(),
                "secretsGenerated", all.secretsGenerated));
    }

    @Override
    protected List<Map<String, Object>> applications() {
        return books.read(all -> all.applications.stream().map(each -> Map.<String, Object>of("number", each.number, "name", each.name,
                "owner", each.owner, "branch", each.branch, "status", each.status.name(), "products", List.copyOf(each.products))).toList());
    }

    private final class Open implements Pending {

        private final Application application;

        Open(Application application) {
            this.application = application;
        }

        @Override
        public String number() {
            return application.number;
        }

        @Override
        public Instant since() {
            return application.handedIn;
        }

        @Override
        public boolean isHeld() {
            return application.held;
        }

        @Override
        public void hold(boolean held) {
            books.note(all -> application.held = held);
        }

        @Override
        public void approve() {
            decide(Status.ACTIVE, null);
        }

        @Override
        public void reject(String reason) {
            decide(Status.REJECTED, reason);
        }

        private void decide(Status status, String reason) {
            books.note(all -> {
                if (application.status == Status.PENDING) {
                    application.status = status;
                    application.reason = reason;
                }
            });
        }
    }
}
