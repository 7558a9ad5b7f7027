package io.portolan.simulator.foghorn;

import io.portolan.simulator.EntranceDesk;
import io.portolan.simulator.Passwords;
import io.portolan.simulator.Product;
import io.portolan.simulator.Sessions;
import io.portolan.simulator.Status;
import io.portolan.simulator.Visit;
import io.portolan.simulator.foghorn.FoghornBooks.Application;
import io.portolan.simulator.foghorn.FoghornBooks.Organisation;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The portal: an organisation that is looked at first, and then its applications with what they subscribe to. */
final class FoghornPortal extends EntranceDesk<Organisation, FoghornBooks> {

    FoghornPortal(FoghornBank bank) {
        super(bank);
    }

    @Override
    protected List<String> faults(Visit visit) {
        return visit.field("company").isEmpty() || visit.field("vat").isEmpty() || !visit.field("email").contains("@")
                ? List.of("Please enter your e-mail address, your company and its VAT number.") : List.of();
    }

    @Override
    protected void register(Visit visit, Sessions.Session session) {
        var organisation = new Organisation();
        organisation.eMail = visit.field("email");
        organisation.company = visit.field("company");
        organisation.vatNumber = visit.field("vat");
        organisation.number = organisation.eMail;
        organisation.handIn(clock.instant());
        setPassword(organisation, visit.field("password"));
        books.note(all -> all.accounts.add(organisation));
        visit.html(200, pages.message("Thank you", session, "Your account is ready. We look at your organisation now."));
    }

    void showApplications(Visit visit, Sessions.Session session) {
        var organisation = books.read(all -> all.account(session.owner)).orElseThrow();
        var applications = books.read(all -> all.of(session.owner)).stream().map(application -> shown(application, session))
                .collect(Collectors.joining());
        visit.html(200, pages.page("Applications", session, pages.filled("organisation.html", Map.of("company", organisation.company,
                "status", word(organisation.status), "applications", applications.isEmpty() ? "<p>No applications yet.</p>" : applications, "form", organisation.status == Status.ACTIVE
                        ? pages.filled("new-application.html", Map.of("token", session.formToken)) : ""))));
    }

    private String shown(Application application, Sessions.Session session) {
        var subscription = application.subscribed.isEmpty()
                ? pages.filled("subscription.html", Map.of("token", session.formToken, "number", application.number))
                : "<p>Subscribed to: " + application.subscribed.stream().map(Product::title).collect(Collectors.joining(", ")) + "</p>";
        return pages.filled("application.html", Map.of("name", application.name, "number", application.number, "subscription", subscription));
    }

    private static String word(Status status) {
        return switch (status) {
            case PENDING -> "Being looked at";
            case ACTIVE -> "Approved";
            default -> status.shown();
        };
    }

    /** A second one is simply another: the bank does not mind names that occur twice. */
    void create(Visit visit, Sessions.Session session) {
        var isApproved = books.read(all -> all.account(session.owner)).filter(found -> found.status == Status.ACTIVE).isPresent();
        if (!isApproved || visit.field("name").isEmpty()) {
            visit.html(422, pages.message("Not possible", session, "An application needs a name, and an organisation that was approved."));
            return;
        }
        books.note(all -> {
            var application = new Application();
            application.number = String.format("FH-%05d", all.clients.size() + 1);
            application.owner = session.owner;
            application.name = visit.field("name");
            all.clients.add(application);
        });
        visit.redirect("/applications");
    }

    void subscribe(Visit visit, Sessions.Session session) {
        books.note(all -> all.numbered(visit.field("number")).filter(found -> found.owner.equals(session.owner)).ifPresent(application -> {
            for (var product : Product.values()) {
                if (!visit.field(product.name()).isEmpty()) {
                    application.subscribed.add(product);
                }
            }
        }));
        visit.redirect("/applications");
    }
}
