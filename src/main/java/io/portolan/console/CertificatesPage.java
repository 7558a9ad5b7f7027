package io.portolan.console;

import static io.portolan.console.Messages.say;

import io.portolan.access.Actors;
import io.portolan.certificate.Certificate;
import io.portolan.certificate.CertificateRequests;
import io.portolan.certificate.Certificates;
import io.portolan.refusal.Refused;
import io.portolan.tpp.Tpps;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Our certificates, the first to end first, and the forms that take one in and make a request for one. */
@Controller
class CertificatesPage {

    private static final int ROWS = 50;

    private final Certificates certificates;
    private final CertificateRequests requests;
    private final Tpps tpps;
    private final Catalogue catalogue;
    private final Actors actors;
    private final Clock clock;

    CertificatesPage(Certificates certificates, CertificateRequests requests, Tpps tpps, Catalogue catalogue, Actors actors, Clock clock) {
        this.certificates = certificates;
        this.requests = requests;
        this.tpps = tpps;
        this.catalogue = catalogue;
        this.actors = actors;
        this.clock = clock;
    }

    /** Something to choose in a form. */
    record Choice(String value, String label, boolean isChosen) { }

    /** A request as a row. */
    record RequestLine(String id, String label, String kind, String tpp, String environment, String key, TimeView made, String certificate) { }

    /** Which of them are shown: of one TPP, or those in use that have ended or end in so many days. */
    record Wanted(String tpp, Integer ends, String cursor) {

        static final Wanted ALL = new Wanted(null, null, null);

        Certificates.Sought sought(Instant now) {
            return new Certificates.Sought(tpp, ends == null ? null : now.plus(Given.days(ends)));
        }

        String said() {
            return (tpp == null ? "" : say("certificate.of", tpp)) + (ends == null ? "" : say("certificate.that-end-within-days", ends));
        }

        String next(String id) {
            return id == null ? null : Address.of("/certificates").with("tpp", tpp).with("ends", ends).with("cursor", id).written();
        }
    }

    @GetMapping("/certificates")
    String list(@RequestParam(required = false) String tpp, @RequestParam(required = false) Integer ends, @RequestParam(required = false) String cursor, Model model) {
        return show(new Wanted(Given.text(tpp), ends, Given.text(cursor)), Map.of(), Map.of(), Map.of(), model);
    }

    @PostMapping("/certificates")
    String upload(@ModelAttribute UploadForm form, Model model, HttpServletResponse response, RedirectAttributes flash) {
        try {
            var taken = form.use(upload -> certificates.take(upload, actors.current().name()));
            flash.addFlashAttribute("said", List.of(taken.hasKey() ? say("certificate.taken-in-with-key", taken.label()) : say("certificate.taken-in-without-key", taken.label())));
            return "redirect:/certificates/" + taken.id();
        } catch (Refused refusal) {
            refuse(refusal, response);
            return show(Wanted.ALL, form.typed(), refusal.about().isEmpty() ? Map.of("chain", refusal.getMessage()) : refusal.about(), Map.of(), model);
        }
    }

    @PostMapping("/certificates/requests")
    String request(@ModelAttribute RequestForm form, Model model, HttpServletResponse response) {
        try {
            return "redirect:/certificates/requests/" + requests.make(form.wish(), actors.current().name()).id();
        } catch (Refused refusal) {
            refuse(refusal, response);
            return show(Wanted.ALL, form.typed(), Map.of(), refusal.about().isEmpty() ? Map.of("kind", refusal.getMessage()) : refusal.about(), model);
        }
    }

    private static void refuse(Refused refusal, HttpServletResponse response) {
        response.setStatus(refusal.kind().status());
    }

    private String show(Wanted wanted, Map<String, String> typed, Map<String, String> wrong, Map<String, String> requestWrong, Model model) {
        var now = clock.instant();
        var page = certificates.page(wanted.sought(now), wanted.cursor(), ROWS);
        var findings = certificates.findings(page.items());
        var scale = ValidityScale.of(page.items(), now);
        model.addAttribute("wanted", wanted);
        model.addAttribute("only", wanted.said());
        model.addAttribute("scale", scale);
        model.addAttribute("rows", page.items().stream().map(each -> CertificateLine.of(each, findings.get(each.id()), scale, now)).toList());
        model.addAttribute("next", wanted.next(page.next()));
        model.addAttribute("requests", requests.newest(wanted.tpp(), ROWS).stream().map(r -> new RequestLine(r.id(), r.label(), r.kind().said(), r.tpp(),
                r.environment(), r.keyType(), TimeView.of(r.madeAt(), now), r.certificate())).toList());
        model.addAttribute("tpps", tpps.all().stream().map(t -> new Choice(t.id(), t.profile().legalName(), t.id().equals(typed.get("tpp")))).toList());
        model.addAttribute("kinds", List.of(Certificate.Kind.values()).stream().map(kind -> new Choice(kind.name(), kind.said(), kind.name().equals(typed.get("kind")))).toList());
        model.addAttribute("banks", catalogue.banks().stream().map(bank -> new Choice(bank.id(), bank.name(), bank.id().equals(typed.get("bank")))).toList());
        model.addAttribute("ownEnvironments", catalogue.environmentsOfOwnCertificates());
        model.addAttribute("typed", typed);
        model.addAttribute("wrong", wrong);
        model.addAttribute("requestWrong", requestWrong);
        return "certificates";
    }
}
