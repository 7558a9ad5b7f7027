package io.portolan.simulator.breakwater;

import com.fasterxml.jackson.databind.JsonNode;
import io.portolan.simulator.ClientCertificate;
import io.portolan.simulator.Passwords;
import io.portolan.simulator.Pending;
import io.portolan.simulator.Sessions;
import io.portolan.simulator.SimulatedBank;
import io.portolan.simulator.Status;
import io.portolan.simulator.Visit;
import io.portolan.simulator.World;
import io.portolan.simulator.breakwater.BreakwaterBooks.Enrolment;
import java.util.List;
import java.util.Map;

/** Breakwater Bank: which page answers which address, and what the clerk does with an enrolment: a question, or yes or no. */
public final class BreakwaterBank extends SimulatedBank<BreakwaterBooks> {

    private final CaptchaDesk captchas = new CaptchaDesk();
    private final EnrolmentDesk enrolments;
    private final MemberDesk members;

    /** The bank of this world. */
    public BreakwaterBank(World world) {
        super("xx-breakwater", "Breakwater Bank", world, BreakwaterBooks::new);
        enrolments = new EnrolmentDesk(this, captchas);
        members = new MemberDesk(this, captchas);
    }

    @Override
    protected boolean isInside(String path) {
        return path.startsWith("/enrolment");
    }

    @Override
    protected void portal(Visit visit, Sessions.Session session) {
        switch (visit.method() + " " + visit.path()) {
            case "GET /captcha" -> captchas.show(visit, session);
            case "GET /sign-up" -> enrolments.showForm(visit, session, List.of());
            case "POST /sign-up" -> enrolments.signUp(visit, session);
            case "GET /status" -> enrolments.status(visit, session);
            case "GET /log-in" -> members.showLogIn(visit, session, 200, List.of());
            case "POST /log-in" -> members.logIn(visit, session);
            case "GET /enrolment" -> members.show(visit, session, null);
            case "POST /enrolment/answer" -> members.answer(visit, session);
            case "POST /enrolment/client-secret" -> members.showSecret(visit, session);
            default -> super.portal(visit, session);
        }
    }

    @Override
    protected void api(Visit visit, ClientCertificate certificate) {
        if ((visit.method() + " " + visit.path()).matches("GET /enrolments/BW-\\d+")) {
            enrolments.tell(visit);
        } else {
            super.api(visit, certificate);
        }
    }

    /** Besides what all banks have: a question of the clerk, and what the last captcha says, which only a person can read. */
    @Override
    protected void control(String control, JsonNode asked, Visit visit) {
        switch (control) {
            case "POST /question" -> {
                ask(asked.path("question").asText("Which of your companies will use the access?"));
                visit.json(200, Map.of());
            }
            case "GET /captcha" -> visit.json(200, Map.of("digits", captchas.last()));
            default -> { }
        }
    }

    /** Asks all that are in review. */
    private void ask(String question) {
        books.note(all -> all.clients.stream().filter(enrolment -> enrolment.status == Status.PENDING).forEach(enrolment -> {
            enrolment.status = Status.QUESTION;
            enrolment.question = question;
            all.letters.add(postman.letter(enrolment.owner, "A question on your enrolment " + enrolment.number,
                    "Before we can go on: " + question + "\nPlease answer in the developer portal."));
        }));
        postman.deliver();
    }

    @Override
    protected List<? extends Pending> pending() {
        return pending(all -> all.clients, this::approved, this::rejected);
    }

    private void approved(BreakwaterBooks all, Enrolment enrolment) {
        enrolment.clientId = "bw-" + Passwords.random(15);
        enrolment.grantAll();
        all.letters.add(postman.letter(enrolment.owner, "Your enrolment " + enrolment.number + " is approved",
                "Your client id and secret are in the developer portal."));
    }

    private void rejected(BreakwaterBooks all, Enrolment enrolment) {
        all.letters.add(postman.letter(enrolment.owner, "Your enrolment " + enrolment.number + " was rejected",
                "We are sorry. The reason: " + enrolment.reason + "\nYou may sign up again."));
    }
}
