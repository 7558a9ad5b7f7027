package io.portolan.simulator.breakwater;

import io.portolan.simulator.Desk;
import io.portolan.simulator.Passwords;
import io.portolan.simulator.Sessions;
import io.portolan.simulator.Status;
import io.portolan.simulator.Visit;
import io.portolan.simulator.breakwater.BreakwaterBooks.Enrolment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The sign-up with its licence document and captcha, and how an enrolment stands, which anybody may see who knows its number. */
final class EnrolmentDesk extends Desk<BreakwaterBooks> {

    private static final int LARGEST_DOCUMENT = 1_000_000;

    private final CaptchaDesk captchas;

    EnrolmentDesk(BreakwaterBank bank, CaptchaDesk captchas) {
        super(bank);
        this.captchas = captchas;
    }

    void showForm(Visit visit, Sessions.Session session, List<String> faults) {
        captchas.renew(session);
        form(visit, session, "Sign up", "sign-up.html", faults, Map.of());
    }

    void signUp(Visit visit, Sessions.Session session) {
        var faults = faults(visit, session);
        if (faults.isEmpty() && books.read(all -> all.newestOf(visit.field("email")).filter(known -> known.status != Status.REJECTED)).isPresent()) {
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
            enrolment.owner = visit.field("email");
            enrolment.licenceNumber = visit.field("licence-number");
            enrolment.licenceHash = Passwords.digest(new String(visit.file("licence").orElseThrow().content(), StandardCharsets.ISO_8859_1));
            enrolment.passwordHash = Passwords.hash(visit.field("password"));
            enrolment.handIn(clock.instant());
            secrets.add("portal-password", visit.field("password"));
            all.clients.add(enrolment);
            all.letters.add(postman.letter(enrolment.owner, "We have received your enrolment " + enrolment.number,
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
                "number", found.number, "status", found.status == Status.PENDING ? "in-review" : found.status == Status.ACTIVE ? "approved" : found.status.name().toLowerCase(Locale.ROOT), "text", shown(found))));
    }

    static String shown(Enrolment enrolment) {
        return switch (enrolment.status) {
            case PENDING -> "In review";
            case QUESTION -> "We have a question: " + enrolment.question;
            case ACTIVE -> "Approved";
            case REJECTED -> "Rejected: " + enrolment.reason;
            default -> throw new IllegalStateException("No enrolment is " + enrolment.status);
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
