package io.portolan.simulator.lighthouse;

import io.portolan.simulator.Desk;
import io.portolan.simulator.Pages;
import io.portolan.simulator.Passwords;
import io.portolan.simulator.Product;
import io.portolan.simulator.Sessions;
import io.portolan.simulator.Status;
import io.portolan.simulator.Visit;
import io.portolan.simulator.lighthouse.LighthouseBooks.Application;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Applications: id and secret are shown once, in the answer to the form that creates one; settings and products come after. */
final class ApplicationDesk extends Desk<LighthouseBooks> {

    private static final List<String> BRANCHES = List.of("North Pier", "South Pier");

    ApplicationDesk(LighthouseBank bank) {
        super(bank);
    }

    void list(Visit visit, Sessions.Session session) {
        var cards = new StringBuilder();
        books.read(all -> all.of(session.owner)).forEach(application ->
                cards.append(pages.filled("card.html", Map.of("number", application.number, "name", application.name,
                        "branch", application.branch, "status", application.status.shown()))));
        show(visit, session, "applications.html", "Applications", new HashMap<>(Map.of("cards", cards.isEmpty() ? "<p>There are no applications yet.</p>" : cards.toString(),
                "create", mischief.hideCreateButton ? "" : "<lh-button href=\"/applications/new\">New application</lh-button>")));
    }

    void showForm(Visit visit, Sessions.Session session, List<String> faults) {
        var values = new HashMap<>(RandomNames.of(session, "name", "branch"));
        values.put("faults", Pages.alert(faults));
        values.put("branches", String.join("|", BRANCHES));
        values.put("label", mischief.renamedLabel ? "Title of the app" : "Application name");
        show(visit, session, "new-application.html", "New application", values);
    }

    void create(Visit visit, Sessions.Session session) {
        var name = RandomNames.value(visit, session, "name");
        var branch = RandomNames.value(visit, session, "branch");
        if (name.isEmpty() || !BRANCHES.contains(branch)) {
            showForm(visit, session, List.of("Please enter a name and choose a branch."));
            return;
        }
        var created = new Application();
        var secret = books.change(all -> {
            created.number = "LH-" + ++all.lastNumber;
            created.owner = session.owner;
            created.organisationId = all.account(session.owner).orElseThrow().organisationId;
            created.name = name;
            created.branch = branch;
            created.clientId = "lh-" + Passwords.random(15);
            all.clients.add(created);
            return newSecret(all, created);
        });
        showSecret(visit, session, created, secret);
    }

    /** Makes another secret in place of the one before. */
    void renewSecret(Visit visit, Sessions.Session session, Application application) {
        showSecret(visit, session, application, books.change(all -> newSecret(all, application)));
    }

    private void showSecret(Visit visit, Sessions.Session session, Application application, String secret) {
        show(visit, session, "created.html", "Application created", new HashMap<>(Map.of("number", application.number,
                "client-id", application.clientId, "secret", secret)));
    }

    void show(Visit visit, Sessions.Session session, Application application) {
        show(visit, session, application, "");
    }

    private void show(Visit visit, Sessions.Session session, Application application, String note) {
        var values = new HashMap<>(RandomNames.of(session, "redirect", "flow", "ais", "pis"));
        values.put("note", note);
        values.put("number", application.number);
        values.put("name", application.name);
        values.put("client-id", application.clientId);
        values.put("status", application.status.shown());
        values.put("reason", application.reason == null ? "" : "Reason: " + application.reason);
        values.put("redirect", application.redirectUri == null ? "" : application.redirectUri);
        values.put("flow", application.codeFlow ? "on" : "");
        values.put("ais", application.products.contains(Product.AIS) ? "on" : "");
        values.put("pis", application.products.contains(Product.PIS) ? "on" : "");
        show(visit, session, "application.html", application.name, values);
    }

    /** Stores the settings; what it says then is framed as an error, as their template has it. */
    void settings(Visit visit, Sessions.Session session, Application application) {
        var redirect = RandomNames.value(visit, session, "redirect");
        if (!redirect.startsWith("https://") || !RandomNames.value(visit, session, "flow").equals("on")) {
            show(visit, session, application, error("Error 17: redirect URI or authorization code is missing."));
            return;
        }
        books.note(all -> {
            application.redirectUri = redirect;
            application.codeFlow = true;
        });
        show(visit, session, application, error("Error 0: settings stored."));
    }

    /** Takes the products, and hands the application to the clerk. */
    void subscribe(Visit visit, Sessions.Session session, Application application) {
        books.note(all -> {
            for (var product : Product.values()) {
                if (RandomNames.value(visit, session, product.name().toLowerCase(Locale.ROOT)).equals("on")) {
                    application.products.add(product);
                }
            }
            if (application.status == Status.CREATED && !application.products.isEmpty()) {
                application.handIn(clock.instant());
            }
        });
        show(visit, session, application, "<p role=\"status\">Your subscriptions were saved.</p>");
    }

    private static String error(String text) {
        return "<div role=\"alert\" class=\"alert\">" + text + "</div>";
    }

    private void show(Visit visit, Sessions.Session session, String file, String title, HashMap<String, String> values) {
        values.put("token", session.formToken);
        visit.html(200, pages.page(title, session, pages.filled(file, values)));
    }
}
