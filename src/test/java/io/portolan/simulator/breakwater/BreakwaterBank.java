package io.portolan.simulator.breakwater;

import com.fasterxml.jackson.databind.JsonNode;
import io.portolan.simulator.AccountsEndpoint;
import io.portolan.simulator.ClientCertificate;
import io.portolan.simulator.Pending;
import io.portolan.simulator.Sessions;
import io.portolan.simulator.SimulatedBank;
import io.portolan.simulator.TokenEndpoint;
import io.portolan.simulator.Visit;
import io.portolan.simulator.World;
import io.portolan.simulator.breakwater.BreakwaterBooks.Enrolment;
import io.portolan.simulator.breakwater.BreakwaterBooks.Status;
import java.util.List;
import java.util.Map;

/** Breakwater Bank: which page answers which address. */
public final class BreakwaterBank extends SimulatedBank<BreakwaterBooks> {

    private final EnrolmentDesk enrolments;
    private final MemberDesk members;
    private final Review review;
    private final TokenEndpoint token;
    private final AccountsEndpoint accounts;
    private final CaptchaDesk captchas = new CaptchaDesk();

    /** The bank of this world. */
    public BreakwaterBank(World world) {
        super("xx-breakwater", "Breakwater Bank", world, BreakwaterBooks::new);
        review = new Review(books, postman, secrets, clock);
        enrolments = new EnrolmentDesk(pages, captchas, books, postman, secrets, clock);
        members = new MemberDesk(pages, captchas, books, secrets, sessions, review, clock);
        token = new TokenEndpoint(id -> books.read(all -> all.ofClient(id)),
                (client, organisation) -> books.note(all -> ((Enrolment) client).organisationId = organisation), true, tokens, secrets);
        accounts = new AccountsEndpoint(id -> books.read(all -> all.ofClient(id)), tokens, clock);
    }

    @Override
    protected boolean isInside(String path) {
        return path.startsWith("/enrolment");
    }

    @Override
    protected void portal(Visit visit, Sessions.Session session) {
        switch (visit.method() + " " + visit.path()) {
            case "GET /" -> visit.html(200, pages.page("Developer portal", session, pages.file("home.html")));
            case "GET /terms" -> visit.html(200, pages.page("Terms of use", session, pages.file("terms.html")));
            case "GET /captcha" -> captchas.show(visit, session);
            case "GET /sign-up" -> enrolments.showForm(visit, session, List.of());
            case "POST /sign-up" -> enrolments.signUp(visit, session);
            case "GET /status" -> enrolments.status(visit, session);
            case "GET /log-in" -> members.showLogIn(visit, session, 200, List.of());
            case "POST /log-in" -> members.logIn(visit, session);
            case "POST /log-out" -> {
                sessions.begin(visit, null);
                visit.redirect("/");
            }
            case "GET /enrolment" -> members.show(visit, session, null);
            case "POST /enrolment/answer" -> members.answer(visit, session);
            case "POST /enrolment/client-secret" -> members.showSecret(visit, session);
            default -> { }
        }
    }

    @Override
    protected void api(Visit visit, ClientCertificate certificate) {
        switch (visit.method() + " " + visit.path().replaceFirst("BW-\\d+", "*")) {
            case "GET /enrolments/*" -> enrolments.tell(visit);
            case "POST /token" -> token.answer(visit, certificate);
            case "GET /v1/accounts" -> accounts.answer(visit, certificate);
            default -> { }
        }
    }

    /** Besides what all banks have: a question of the clerk, and what the last captcha says, which only a person can read. */
    @Override
    protected void control(String control, JsonNode asked, Visit visit) {
        switch (control) {
            case "POST /question" -> {
                review.ask(asked.path("question").asText("Which of your companies will use the access?"));
                visit.json(200, Map.of());
            }
            case "GET /captcha" -> visit.json(200, Map.of("digits", captchas.last()));
            default -> { }
        }
    }

    @Override
    protected List<? extends Pending> pending() {
        return books.read(all -> all.enrolments.stream().filter(enrolment -> enrolment.status == Status.IN_REVIEW)
                .map(review::of).toList());
    }

    @Override
    protected Map<String, Integer> counts() {
        return books.read(all -> Map.of("accounts", all.enrolments.size(), "applications", all.enrolments.size(),
                "secretsGenerated", all.secretsGenerated));
    }

    @Override
    protected List<Map<String, Object>> applications() {
        return books.read(all -> all.enrolments.stream().map(enrolment -> Map.<String, Object>of("number", enrolment.number,
                "company", enrolment.company, "owner", enrolment.eMail, "status", enrolment.status.name(),
                "licenceHash", enrolment.licenceHash, "answer", String.valueOf(enrolment.answer))).toList());
    }
}
