package io.portolan.simulator.breakwater;

import io.portolan.simulator.BooksFile;
import io.portolan.simulator.IssuedSecrets;
import io.portolan.simulator.Pages;
import io.portolan.simulator.Passwords;
import io.portolan.simulator.Postman;
import io.portolan.simulator.Sessions;
import io.portolan.simulator.Visit;
import io.portolan.simulator.breakwater.BreakwaterBooks.Enrolment;
import io.portolan.simulator.breakwater.BreakwaterBooks.Status;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The sign-up with its licence document and captcha, and how an enrolment stands, which anybody may see who knows its number. */
final class EnrolmentDesk {

    private static final int LARGEST_DOCUMENT = 1_000_000;

    private final Pages pages;
    private final CaptchaDesk captchas;
    private final BooksFile<BreakwaterBooks> books;
    private final Postman postman;
    private final IssuedSecrets secrets;
    private final Clock clock;

    EnrolmentDesk(Pages pages, CaptchaDesk captchas, BooksFile<BreakwaterBooks> books, Postman postman, IssuedSecrets secrets, Clock clock) {
        this.pages = pages;
        this.captchas = captchas;
        this.books = books;
        this.postman = postman;
        this.secrets = secrets;
        this.clock = clock;
    }

    void showForm(Visit visit, Sessions.Session session, List<String> faults) {
        captchas.renew(session);
        var values = new HashMap<>(visit.fields());
        values.put("token", session.formToken);
        values.put("faults", Pages.alert(faults));
        visit.html(faults.isEmpty() ? 200 : 422, pages.page("Sign up", session, pages.filled("sign-up.html", values)));
    }

    void signUp(Visit visit, Sessions.Session session) {
        var faults = faults(visit, session);
        if (faults.isEmpty() && books.read(all -> all.of(visit.field("email")).filter(known -> known.status != Status.REJECTED)).isPresent()) {
            faults.add("An enrolment with this e-mail address exists already.");
        }
        if (!faults.isEmpty()) {
            showForm(visit, session, faults);
            return;
        }
        var number = books.change(all -> {
            var enrolment = new Enrolment();
            enrolment.number = "BW-%06d".formatted(++all.lastNumber);
            enrolment.company = visit.field("company");
            enrolment.eMail = visit.field("email");
            enrolment.licenceNumber = visit.field("licence-number");
            enrolment.licenceHash = Passwords.digest(new String(visit.file("licence").orElseThrow().content(), StandardCharsets.ISO_8859_1));
            enrolment.passwordHash = Passwords.hash(visit.field("password"));
            enrolment.waitsSince = clock.instant();
            secrets.add("portal-password", visit.field("password"));
            all.enrolments.add(enrolment);
            all.letters.add(postman.letter(enrolment.eMail, "We have received your enrolment " + enrolment.number,
                    "Thank you. Our clerk will read your licence within ten business days."));
            return enrolment.number;
        });
        postman.deliver();
        visit.redirect("/status?number=" + number);
    }

    void status(Visit visit, Sessions.Session session) {
        var found = books.read(all -> all.numbered(visit.query("number"))).orElse(null);
        if (found == null) {
            visit.html(404, pages.message("Enrolment", session, "There is no such enrolment."));
            return;
        }
        visit.html(200, pages.page("Enrolment", session, pages.filled("status.html", Map.of("number", found.number, "status", shown(found)))));
    }

    /** The same for programs. */
    void tell(Visit visit) {
        books.read(all -> all.numbered(visit.path().substring("/enrolments/".length()))).ifPresent(found -> visit.json(200, Map.of(
                "number", found.number, "status", found.status.name().toLowerCase(Locale.ROOT).replace('_', '-'), "text", shown(found))));
    }

    static String shown(Enrolment enrolment) {
        return switch (enrolment.status) {
            case IN_REVIEW -> "In review";
            case QUESTION -> "We have a question: " + enrolment.question;
            case APPROVED -> "Approved";
            case REJECTED -> "Rejected: " + enrolment.reason;
        };
    }

    private List<String> faults(Visit visit, Sessions.Session session) {
        var faults = new ArrayList<String>();
        if (visit.field("company").isEmpty()) {
            faults.add("Please enter the name of your company.");
        }
        if (!visit.field("email").matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+")) {
            faults.add("Please enter a valid e-mail address.");
        }
        if (visit.field("licence-number").isEmpty()) {
            faults.add("Please enter the number of your licence.");
        }
        var licence = visit.file("licence");
        if (licence.isEmpty() || !new String(licence.get().content(), StandardCharsets.ISO_8859_1).startsWith("%PDF-")) {
            faults.add("Please upload your licence as PDF.");
        } else if (licence.get().content().length > LARGEST_DOCUMENT) {
            faults.add("The licence must not be larger than 1 MB.");
        }
        faults.addAll(Passwords.faults(visit.field("password")));
        if (!captchas.isHuman(visit, session)) {
            faults.add("The digits of the picture are others. Please read the new picture.");
        }
        return faults;
    }
}
