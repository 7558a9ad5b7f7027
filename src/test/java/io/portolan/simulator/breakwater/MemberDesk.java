package io.portolan.simulator.breakwater;

import io.portolan.simulator.Desk;
import io.portolan.simulator.Passwords;
import io.portolan.simulator.Sessions;
import io.portolan.simulator.Status;
import io.portolan.simulator.Visit;
import io.portolan.simulator.breakwater.BreakwaterBooks.Enrolment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a company sees after its log-in: how its enrolment stands, the clerk's question, and its credentials. */
final class MemberDesk extends Desk<BreakwaterBooks> {

    private final CaptchaDesk captchas;

    MemberDesk(BreakwaterBank bank, CaptchaDesk captchas) {
        super(bank);
        this.captchas = captchas;
    }

    void showLogIn(Visit visit, Sessions.Session session, int status, List<String> faults) {
        captchas.renew(session);
        form(visit, session, status, "Log in", "log-in.html", faults, Map.of());
    }

    void logIn(Visit visit, Sessions.Session session) {
        boolean isHuman = captchas.isHuman(visit, session);
        var enrolment = books.read(all -> all.newestOf(visit.field("email"))).orElse(null);
        if (!isHuman) {
            showLogIn(visit, session, 401, List.of("The digits of the picture are others. Please read the new picture."));
        } else if (enrolment == null || !Passwords.fits(visit.field("password"), enrolment.passwordHash)) {
            showLogIn(visit, session, 401, List.of("The e-mail address or the password is wrong."));
        } else {
            sessions.begin(visit, enrolment.owner);
            visit.redirect("/enrolment");
        }
    }

    void show(Visit visit, Sessions.Session session, String secret) {
        var enrolment = of(session);
        var values = new HashMap<String, String>();
        values.put("token", session.formToken);
        values.put("number", enrolment.number);
        values.put("company", enrolment.company);
        values.put("status", EnrolmentDesk.shown(enrolment));
        values.put("question", enrolment.status == Status.QUESTION
                ? pages.filled("question.html", Map.of("token", session.formToken, "question", enrolment.question)) : "");
        values.put("credentials", enrolment.status == Status.ACTIVE ? credentials(session, enrolment, secret)
                : "<p>Client ID and client secret appear here once your enrolment is approved.</p>");
        visit.html(200, pages.page("Enrolment", session, pages.filled("enrolment.html", values)));
    }

    void answer(Visit visit, Sessions.Session session) {
        var enrolment = of(session);
        if (enrolment.status == Status.QUESTION && !visit.field("answer").isEmpty()) {
            books.note(all -> {
                enrolment.answer = visit.field("answer");
                enrolment.handIn(clock.instant());
            });
        }
        visit.redirect("/enrolment");
    }

    /** Makes a secret each time that it is asked for; the former one is worth nothing from then on. */
    void showSecret(Visit visit, Sessions.Session session) {
        var enrolment = of(session);
        var secret = enrolment.status == Status.ACTIVE ? books.change(all -> newSecret(all, enrolment)) : null;
        show(visit, session, secret);
    }

    private Enrolment of(Sessions.Session session) {
        return books.read(all -> all.newestOf(session.owner)).orElseThrow();
    }

    private String credentials(Sessions.Session session, Enrolment enrolment, String secret) {
        return pages.filled("credentials.html", Map.of("client-id", enrolment.clientId, "token", session.formToken,
                "secret", secret == null ? "" : pages.filled("secret.html", Map.of("secret", secret))));
    }
}
