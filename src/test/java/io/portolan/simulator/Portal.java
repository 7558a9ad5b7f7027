package io.portolan.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.portolan.simulator.Books.Application;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/** The developer portal: which page answers which address, and what goes wrong on the way. */
final class Portal implements HttpHandler {

    private final String url;
    private final BooksFile books;
    private final Sessions sessions;
    private final Mischief mischief;
    private final SignUpDesk signUps;
    private final ApplicationDesk applications;
    private final CredentialDesk credentials;
    private final Clerk clerk;
    private Random dice = new Random(1);
    private long seed = 1;

    Portal(String url, BooksFile books, Sessions sessions, Mischief mischief, SignUpDesk signUps,
            ApplicationDesk applications, CredentialDesk credentials, Clerk clerk) {
        this.url = url;
        this.books = books;
        this.sessions = sessions;
        this.mischief = mischief;
        this.signUps = signUps;
        this.applications = applications;
        this.credentials = credentials;
        this.clerk = clerk;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var visit = new Visit(exchange);
            if (visit.path().equals("/harbour.css")) {
                visit.answer(200, "text/css; charset=utf-8", Pages.file("harbour.css"));
            } else if (!isSpoilt(visit)) {
                answer(visit);
                loseAnswer(visit);
            }
            visit.send();
        }
    }

    /** Puts an error in place of the answer; hanging up would not do, since browsers send a form again by themselves then. */
    private void loseAnswer(Visit visit) {
        var lost = mischief.loseAnswerTo;
        if (lost != null && visit.isPost() && visit.path().endsWith(lost)) {
            mischief.loseAnswerTo = null;
            visit.html(504, Pages.message("Gateway time-out", null, "The server did not answer in time."));
        }
    }

    private boolean isSpoilt(Visit visit) {
        if (mischief.slowPages > 0) {
            new CompletableFuture<Void>().completeOnTimeout(null, mischief.slowPages, TimeUnit.MILLISECONDS).join();
        }
        if (mischief.maintenance) {
            visit.html(503, Pages.message("Maintenance", null, "Our developer portal is being maintained. Please come back later."));
            return true;
        }
        if (throwsError()) {
            visit.html(500, Pages.message("Error", null, "Something went wrong on our side. Please try again."));
            return true;
        }
        if (mischief.expiredSession) {
            mischief.expiredSession = false;
            sessions.end(visit);
        }
        return false;
    }

    private synchronized boolean throwsError() {
        if (seed != mischief.seed) {
            seed = mischief.seed;
            dice = new Random(seed);
        }
        return mischief.serverErrors > 0 && dice.nextDouble() < mischief.serverErrors;
    }

    private void answer(Visit visit) {
        var session = sessions.of(visit);
        if (session == null) {
            boolean isOver = sessions.isRemembered(visit);
            session = sessions.begin(visit, null);
            if (isOver && (visit.isPost() || visit.path().startsWith("/applications"))) {
                visit.redirect("/log-in?expired=yes");
                return;
            }
        }
        if (visit.isPost() && !visit.field("form-token").equals(session.formToken)) {
            visit.html(403, Pages.message("Form no longer valid", session, "This form is no longer valid. Please open the page again."));
        } else if (visit.path().startsWith("/applications")) {
            inside(visit, session);
        } else {
            outside(visit, session);
        }
    }

    private void outside(Visit visit, Sessions.Session session) {
        switch ((visit.isPost() ? "POST " : "GET ") + visit.path()) {
            case "GET /" -> visit.html(200, Pages.page("Developer portal", session, Pages.file("home.html")));
            case "GET /terms" -> visit.html(200, Pages.page("Terms of use", session, Pages.file("terms.html")));
            case "GET /sign-up" -> signUps.showForm(visit, session, List.of());
            case "POST /sign-up" -> signUps.signUp(visit, session, url);
            case "GET /sign-up/check-your-mail" -> visit.html(200, Pages.message("Check your mail", session,
                    "We have sent you a mail with a link. Please open it within 72 hours to confirm your e-mail address."));
            case "GET /confirm" -> signUps.confirm(visit, session);
            case "GET /log-in" -> signUps.showLogIn(visit, session, 200, visit.query("expired").equals("yes")
                    ? List.of("Your session has expired. Please log in again.") : List.of());
            case "POST /log-in" -> signUps.logIn(visit, session);
            case "POST /log-out" -> {
                sessions.begin(visit, null);
                visit.redirect("/");
            }
            default -> notFound(visit, session);
        }
    }

    private void inside(Visit visit, Sessions.Session session) {
        if (!session.isSignedIn()) {
            visit.redirect("/log-in");
            return;
        }
        clerk.decide();
        switch ((visit.isPost() ? "POST " : "GET ") + visit.path().replaceFirst("HB-\\d+", "*")) {
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
            default -> notFound(visit, session);
        }
    }

    private void withApplication(Visit visit, Sessions.Session session, BiConsumer<Sessions.Session, Application> then) {
        books.read(all -> all.application(visit.path().split("/")[2]))
                .filter(application -> application.owner.equals(session.owner))
                .ifPresentOrElse(application -> then.accept(session, application), () -> notFound(visit, session));
    }

    private static void notFound(Visit visit, Sessions.Session session) {
        visit.html(404, Pages.message("Not found", session, "There is no such page."));
    }
}
