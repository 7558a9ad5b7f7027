package io.portolan.simulator.lighthouse;

import io.portolan.simulator.Sessions;
import io.portolan.simulator.SimulatedBank;
import io.portolan.simulator.Visit;
import io.portolan.simulator.World;
import io.portolan.simulator.lighthouse.LighthouseBooks.Application;
import java.util.List;
import java.util.function.BiConsumer;

/** Lighthouse Bank: which page answers which address. */
public final class LighthouseBank extends SimulatedBank<LighthouseBooks> {

    private final AccountDesk accounts;
    private final ApplicationDesk applications;

    /** The bank of this world. */
    public LighthouseBank(World world) {
        super("xx-lighthouse", "Lighthouse Bank", world, LighthouseBooks::new);
        accounts = new AccountDesk(this);
        applications = new ApplicationDesk(this);
    }

    @Override
    protected void portal(Visit visit, Sessions.Session session) {
        switch (visit.method() + " " + visit.path().replaceFirst("LH-\\d+", "*")) {
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
            case "GET /applications" -> applications.list(visit, session);
            case "GET /applications/new" -> applications.showForm(visit, session, List.of());
            case "POST /applications/new" -> applications.create(visit, session);
            case "GET /applications/*" -> withApplication(visit, session, (of, found) -> applications.show(visit, of, found));
            case "POST /applications/*/settings" -> withApplication(visit, session, (of, found) -> applications.settings(visit, of, found));
            case "POST /applications/*/products" -> withApplication(visit, session, (of, found) -> applications.subscribe(visit, of, found));
            case "POST /applications/*/secret" -> withApplication(visit, session, (of, found) -> applications.renewSecret(visit, of, found));
            default -> super.portal(visit, session);
        }
    }

    private void withApplication(Visit visit, Sessions.Session session, BiConsumer<Sessions.Session, Application> then) {
        books.read(all -> all.numbered(visit.path().split("/")[2])).filter(found -> found.owner.equals(session.owner))
                .ifPresent(found -> then.accept(session, found));
    }
}
