package io.portolan.simulator.foghorn;

import io.portolan.simulator.BooksFile;
import io.portolan.simulator.IssuedSecrets;
import io.portolan.simulator.Pages;
import io.portolan.simulator.Passwords;
import io.portolan.simulator.Product;
import io.portolan.simulator.Sessions;
import io.portolan.simulator.Visit;
import io.portolan.simulator.foghorn.FoghornBooks.Application;
import io.portolan.simulator.foghorn.FoghornBooks.Organisation;
import io.portolan.simulator.foghorn.FoghornBooks.Status;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The portal: an organisation that is looked at first, and then its applications with what they subscribe to. */
final class FoghornPortal {

    private final Pages pages;
    private final BooksFile<FoghornBooks> books;
    private final IssuedSecrets secrets;
    private final Sessions sessions;
    private final Clock clock;

    FoghornPortal(Pages pages, BooksFile<FoghornBooks> books, IssuedSecrets secrets, Sessions sessions, Clock clock) {
        this.pages = pages;
        this.books = books;
        this.secrets = secrets;
        this.sessions = sessions;
        this.clock = clock;
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
            case "GET /applications" -> showApplications(visit, session);
            case "POST /applications" -> create(visit, session);
            case "POST /applications/subscription" -> subscribe(visit, session);
            default -> { }
        }
    }

    private void showSignUp(Visit visit, Sessions.Session session, List<String> faults) {
        visit.html(faults.isEmpty() ? 200 : 422, pages.page("Sign up", session, pages.filled("sign-up.html", Map.of(
                "token", session.formToken, "email", visit.field("email"), "company", visit.field("company"), "vat", visit.field("vat"),
                "faults", Pages.alert(faults)))));
    }

    private void signUp(Visit visit, Sessions.Session session) {
        var faults = new ArrayList<>(Passwords.faults(visit.field("password")));
        if (visit.field("company").isEmpty() || visit.field("vat").isEmpty() || !visit.field("email").contains("@")) {
            faults.add("Please enter your e-mail address, your company and its VAT number.");
        }
        if (books.read(all -> all.organisation(visit.field("email"))).isPresent()) {
            faults.add("This e-mail address has an account already.");
        }
        if (!faults.isEmpty()) {
            showSignUp(visit, session, faults);
            return;
        }
        var organisation = new Organisation();
        organisation.eMail = visit.field("email");
        organisation.company = visit.field("company");
        organisation.vatNumber = visit.field("vat");
        organisation.passwordHash = Passwords.hash(visit.field("password"));
        organisation.since = clock.instant();
        secrets.add("portal-password", visit.field("password"));
        books.note(all -> all.organisations.add(organisation));
        visit.html(200, pages.message("Thank you", session, "Your account is ready. We look at your organisation now."));
    }

    private void showLogIn(Visit visit, Sessions.Session session, int status, List<String> faults) {
        visit.html(status, pages.page("Log in", session, pages.filled("log-in.html", Map.of(
                "token", session.formToken, "email", visit.field("email"), "faults", Pages.alert(faults)))));
    }

    private void logIn(Visit visit, Sessions.Session session) {
        var organisation = books.read(all -> all.organisation(visit.field("email"))).orElse(null);
        if (organisation == null || !Passwords.fits(visit.field("password"), organisation.passwordHash)) {
            showLogIn(visit, session, 401, List.of("The e-mail address or the password is wrong."));
            return;
        }
        sessions.begin(visit, organisation.eMail);
        visit.redirect("/applications");
    }

    private void showApplications(Visit visit, Sessions.Session session) {
        var organisation = books.read(all -> all.organisation(session.owner)).orElseThrow();
        var applications = books.read(all -> all.of(session.owner)).stream().map(application -> shown(application, session))
                .collect(Collectors.joining());
        visit.html(200, pages.page("Applications", session, pages.filled("organisation.html", Map.of("company", organisation.company,
                "status", word(organisation.status), "applications", applications, "form", organisation.status == Status.APPROVED
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
            case APPROVED -> "Approved";
            case REJECTED -> "Rejected";
        };
    }

    /** A second one is simply another: the bank does not mind names that occur twice. */
    private void create(Visit visit, Sessions.Session session) {
        var isApproved = books.read(all -> all.organisation(session.owner)).filter(found -> found.status == Status.APPROVED).isPresent();
        if (!isApproved || visit.field("name").isEmpty()) {
            visit.html(422, pages.message("Not possible", session, "An application needs a name, and an organisation that was approved."));
            return;
        }
        books.note(all -> {
            var application = new Application();
            application.number = String.format("FH-%05d", all.applications.size() + 1);
            application.owner = session.owner;
            application.name = visit.field("name");
            all.applications.add(application);
        });
        visit.redirect("/applications");
    }

    private void subscribe(Visit visit, Sessions.Session session) {
        books.note(all -> all.application(visit.field("number")).filter(found -> found.owner.equals(session.owner)).ifPresent(application -> {
            for (var product : Product.values()) {
                if (!visit.field(product.name()).isEmpty()) {
                    application.subscribed.add(product);
                }
            }
        }));
        visit.redirect("/applications");
    }
}
