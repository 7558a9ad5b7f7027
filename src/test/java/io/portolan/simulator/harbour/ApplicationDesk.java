package io.portolan.simulator.harbour;

import io.portolan.simulator.Desk;
import io.portolan.simulator.Pages;
import io.portolan.simulator.Product;
import io.portolan.simulator.Sessions;
import io.portolan.simulator.Status;
import io.portolan.simulator.Visit;
import io.portolan.simulator.harbour.HarbourBooks.Application;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Applications at the portal: their list, and the form that creates one each time that it is handed in. */
final class ApplicationDesk extends Desk<HarbourBooks> {

    private static final List<String> PLATFORMS = List.of("Web", "iOS", "Android", "Server");
    private static final List<String> TYPES = List.of("Web application", "Native application", "Background service");
    private static final List<String> LANGUAGES = List.of("Java", "Kotlin", "C#", "Go", "JavaScript", "PHP", "Python", "Other");
    private static final int LARGEST_LOGO = 200_000;

    ApplicationDesk(HarbourBank bank) {
        super(bank);
    }

    void list(Visit visit, Sessions.Session session) {
        var name = visit.query("name");
        var found = books.read(all -> all.of(session.owner).stream()
                .filter(application -> application.status != Status.REPLACED
                        && (name.isEmpty() || application.name.equalsIgnoreCase(name)))
                .toList());
        var rows = new StringBuilder();
        for (var application : found) {
            rows.append(pages.filled("application-row.html", Map.of(
                    "number", application.number, "name", application.name, "status", application.status.shown(),
                    "action", application.status == Status.REJECTED ? "Details" : "Open",
                    "reason", application.reason == null ? "" : application.reason)));
        }
        visit.html(200, pages.page("Applications", session, pages.filled("applications.html", Map.of(
                "name", name,
                "rows", found.isEmpty() ? "<tr><td colspan=\"4\">There are no applications here.</td></tr>" : rows.toString(),
                "create", mischief.hideCreateButton ? "" : "<a class=\"button\" href=\"/applications/new\">New application</a>"))));
    }

    void showForm(Visit visit, Sessions.Session session, List<String> faults) {
        form(visit, session, "New application", "new-application.html", faults, Map.of(
                "platforms", Pages.options(PLATFORMS, visit.field("platform")),
                "types", Pages.options(TYPES, visit.field("type")),
                "languages", Pages.options(LANGUAGES, visit.field("language")),
                "redirect-label", mischief.renamedLabel ? "Callback address" : "Redirect URL",
                "button", mischief.hideCreateButton ? "" : "<button type=\"submit\">Create application</button>"));
    }

    void create(Visit visit, Sessions.Session session) {
        var faults = faults(visit);
        if (!faults.isEmpty()) {
            showForm(visit, session, faults);
            return;
        }
        var created = books.change(all -> {
            all.of(session.owner).stream().filter(earlier -> earlier.status == Status.REJECTED && earlier.name.equalsIgnoreCase(visit.field("name")))
                    .forEach(earlier -> earlier.status = Status.REPLACED);
            var application = new Application();
            application.number = "HB-%06d".formatted(++all.lastNumber);
            application.owner = session.owner;
            application.name = visit.field("name");
            application.description = visit.field("description");
            application.platform = visit.field("platform");
            application.type = visit.field("type");
            application.language = visit.field("language");
            application.redirectUrl = visit.field("redirect-url");
            application.logo = visit.file("logo").orElseThrow().fileName();
            all.clients.add(application);
            return application;
        });
        visit.redirect("/applications/" + created.number + "?created=yes");
    }

    /** Takes the products that are ticked now and keeps those that were already subscribed to. */
    void subscribe(Visit visit, Application application) {
        books.note(all -> {
            for (var product : Product.values()) {
                if (visit.field(product.name()).equals("yes")) {
                    application.products.add(product);
                }
            }
            if (application.since == null && !application.products.isEmpty()) {
                application.handIn(clock.instant());
            }
        });
        visit.redirect("/applications/" + application.number + "?subscribed=yes");
    }

    private static List<String> faults(Visit visit) {
        var faults = new ArrayList<String>();
        if (visit.field("name").isEmpty() || visit.field("name").length() > 80) {
            faults.add("Please enter a name of at most 80 characters.");
        }
        if (visit.field("description").isEmpty()) {
            faults.add("Please describe the application.");
        }
        check(PLATFORMS, visit.field("platform"), "a platform", faults);
        check(TYPES, visit.field("type"), "a type", faults);
        check(LANGUAGES, visit.field("language"), "a programming language", faults);
        if (!isWebAddress(visit.field("redirect-url"))) {
            faults.add("Please enter a redirect URL that begins with https.");
        }
        var logo = visit.file("logo");
        if (logo.isEmpty() || logo.get().pictureType() == null) {
            faults.add("Please upload a logo as PNG or JPEG.");
        } else if (logo.get().content().length > LARGEST_LOGO) {
            faults.add("The logo must not be larger than 200 kB.");
        }
        return faults;
    }

    private static void check(List<String> allowed, String chosen, String what, List<String> faults) {
        if (!allowed.contains(chosen)) {
            faults.add("Please choose " + what + ".");
        }
    }

    private static boolean isWebAddress(String text) {
        try {
            var uri = URI.create(text);
            return "https".equals(uri.getScheme()) && uri.getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
