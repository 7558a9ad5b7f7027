package io.portolan.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** What every visit to a portal passes first: mischief, the session, and the token of the form. */
final class PortalDoor implements HttpHandler {

    private static final String HUMAN = "human";

    private final SimulatedBank<?> bank;
    private volatile long closedUntil;

    PortalDoor(SimulatedBank<?> bank) {
        this.bank = bank;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var visit = new Visit(exchange);
            var file = visit.path().substring(1);
            if (!visit.isPost() && file.matches("[a-z-]+\\.(css|js)")) {
                visit.answer(200, file.endsWith("css") ? "text/css; charset=utf-8" : "text/javascript; charset=utf-8", bank.pages.file(file));
            } else if (!isSpoilt(visit)) {
                answer(visit);
                if (visit.isPost() && bank.mischief.losesAnswerTo(visit.path())) {
                    // hanging up would not do, since browsers send a form again by themselves then
                    visit.html(504, bank.pages.message("Gateway time-out", null, "The server did not answer in time."));
                }
            }
            visit.send();
        }
    }

    private boolean isSpoilt(Visit visit) {
        var mischief = bank.mischief;
        if (mischief.slowPages > 0 && mischief.happens(mischief.slowShare)) {
            new CompletableFuture<Void>().completeOnTimeout(null, mischief.slowPages, TimeUnit.MILLISECONDS).join();
        }
        if (mischief.happens(mischief.maintenances)) {
            closedUntil = bank.clock.millis() + 2000;
        }
        if (mischief.maintenance || bank.clock.millis() < closedUntil) {
            visit.html(503, bank.pages.message("Maintenance", null, "Our developer portal is being maintained. Please come back later."));
            return true;
        }
        if (mischief.happens(mischief.serverErrors)) {
            visit.html(500, bank.pages.message("Error", null, "Something went wrong on our side. Please try again."));
            return true;
        }
        if (mischief.expiredSession || mischief.happens(mischief.expiredSessions)) {
            mischief.expiredSession = false;
            bank.sessions.end(visit);
        }
        return false;
    }

    private void answer(Visit visit) {
        bank.clerk.decide();
        var session = bank.sessions.of(visit);
        boolean isInside = bank.isInside(visit.path());
        if (session == null) {
            boolean isOver = bank.sessions.isRemembered(visit);
            session = bank.sessions.begin(visit, null);
            if (isOver && (visit.isPost() || isInside)) {
                visit.redirect("/log-in?expired=yes");
                return;
            }
        }
        if (visit.isPost() && !visit.field("form-token").equals(session.formToken)) {
            visit.html(403, bank.pages.message("Form no longer valid", session, "This form is no longer valid. Please open the page again."));
        } else if (isInside && !session.isSignedIn()) {
            visit.redirect("/log-in");
        } else if (isUnproven(visit, session)) {
            proveHuman(visit, session);
        } else {
            visit.html(404, bank.pages.message("Not found", session, "There is no such page."));
            bank.portal(visit, session);
        }
    }

    private boolean isUnproven(Visit visit, Sessions.Session session) {
        var at = bank.mischief.captchaAt;
        return at != null && visit.path().endsWith(at) && !session.notes.containsKey(HUMAN);
    }

    /** A browser that has said so once is believed from then on. */
    private void proveHuman(Visit visit, Sessions.Session session) {
        if (visit.field("human").isEmpty()) {
            visit.html(200, bank.pages.page("One moment", session, bank.pages.filled("captcha.html",
                    Map.of("path", visit.path(), "token", session.formToken))));
            return;
        }
        session.notes.put(HUMAN, "yes");
        visit.redirect(visit.path());
    }
}
