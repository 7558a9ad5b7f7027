package io.portolan.simulator.harbour;

import io.portolan.simulator.Desk;
import io.portolan.simulator.Product;
import io.portolan.simulator.Sessions;
import io.portolan.simulator.Status;
import io.portolan.simulator.Visit;
import io.portolan.simulator.harbour.HarbourBooks.Application;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The page of one application, with credentials of which the client secret is shown only once. */
final class CredentialDesk extends Desk<HarbourBooks> {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    CredentialDesk(HarbourBank bank) {
        super(bank);
    }

    void show(Visit visit, Sessions.Session session, Application application) {
        var note = visit.query("created").equals("yes") ? "Your application was created."
                : visit.query("subscribed").equals("yes") ? "Your subscriptions were saved." : "";
        page(visit, session, application, note, null);
    }

    /** Shows the secret that goes with the application, which does not exist before; afterwards only that it was shown. */
    void showSecret(Visit visit, Sessions.Session session, Application application) {
        var secret = application.status != Status.ACTIVE ? null : books.change(all ->
                application.secretHash == null ? madeSecret(all, application) : null);
        page(visit, session, application, "", secret);
    }

    /** Makes another secret in place of the one that was shown before, which is worth nothing from now on. */
    void renewSecret(Visit visit, Sessions.Session session, Application application) {
        var secret = application.status != Status.ACTIVE ? null : books.change(all -> madeSecret(all, application));
        page(visit, session, application, "", secret);
    }

    private String madeSecret(HarbourBooks all, Application application) {
        application.secretShown = clock.instant();
        return newSecret(all, application);
    }

    private void page(Visit visit, Sessions.Session session, Application application, String note, String secret) {
        var values = new HashMap<String, String>();
        values.put("token", session.formToken);
        values.put("note", note.isEmpty() ? "" : "<p role=\"status\" class=\"note\">" + note + "</p>");
        values.put("number", application.number);
        values.put("name", application.name);
        values.put("description", application.description);
        values.put("status", application.status.shown());
        values.put("reason", application.reason == null ? "" : "Reason: " + application.reason);
        values.put("products", products(application));
        values.put("credentials", application.status == Status.ACTIVE ? credentials(session, application, secret)
                : "<p>Client ID, API key and client secret appear here once our clerk has approved the application.</p>");
        visit.html(200, pages.page(application.name, session, pages.filled("application.html", values)));
    }

    private String products(Application application) {
        var written = new StringBuilder();
        for (var product : Product.values()) {
            written.append(pages.filled("product.html", Map.of("code", product.name(), "title", product.title(),
                    "description", product.description(),
                    "checked", application.products.contains(product) ? "checked" : "")));
        }
        return written.toString();
    }

    private String credentials(Sessions.Session session, Application application, String secret) {
        var file = secret != null ? "secret-now.html" : application.secretHash == null ? "secret-before.html" : "secret-after.html";
        var values = Map.of("token", session.formToken, "number", application.number, "secret", secret == null ? "" : secret,
                "date", application.secretShown == null ? "" : DATE.format(application.secretShown));
        return pages.filled("credentials.html", Map.of("client-id", application.clientId, "api-key", application.apiKey,
                "secret-part", pages.filled(file, values)));
    }
}
