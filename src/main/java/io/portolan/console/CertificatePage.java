package io.portolan.console;

import static io.portolan.console.Messages.say;

import io.portolan.access.Actors;
import io.portolan.certificate.Certificate;
import io.portolan.certificate.CertificateRequests;
import io.portolan.certificate.Certificates;
import io.portolan.certificate.Choices;
import io.portolan.certificate.IdentityUses;
import io.portolan.certificate.ReplaceCertificate;
import io.portolan.refusal.Refused;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One certificate: what it says, what is odd about it, where it is used. */
@Controller
class CertificatePage {

    private final Certificates certificates;
    private final CertificateRequests requests;
    private final Choices choices;
    private final IdentityUses uses;
    private final Catalogue catalogue;
    private final ReplaceCertificate replace;
    private final Actors actors;
    private final Clock clock;

    CertificatePage(Certificates certificates, CertificateRequests requests, Choices choices, IdentityUses uses, Catalogue catalogue, ReplaceCertificate replace, Actors actors,
            Clock clock) {
        this.replace = replace;
        this.certificates = certificates;
        this.requests = requests;
        this.choices = choices;
        this.uses = uses;
        this.catalogue = catalogue;
        this.actors = actors;
        this.clock = clock;
    }

    /** Where it is used, and whether it is this certificate or another of its key. */
    record UseLine(String page, String bank, String environment, String manner, boolean isThis, TimeView last) { }

    /** Where it was chosen; without a bank it is the default. */
    record ChosenLine(String bank, String bankName) { }

    @GetMapping("/certificates/{id}")
    String one(@PathVariable String id, Model model) {
        var certificate = found(id);
        var now = clock.instant();
        model.addAttribute("certificate", CertificateDetail.of(certificate, certificates.findings(certificate), now));
        model.addAttribute("uses", uses.ofKey(certificate.keySha256()).stream().map(use -> new UseLine(page(use), catalogue.bankName(use.bank()), use.environment(),
                said(use.manner()), id.equals(use.certificate()), TimeView.of(use.lastAt(), now))).toList());
        model.addAttribute("chosen", choices.of(certificate.tpp()).stream().filter(choice -> choice.certificate().equals(id))
                .map(choice -> new ChosenLine(choice.bank(), choice.bank() == null ? null : catalogue.bankName(choice.bank()))).toList());
        model.addAttribute("banks", catalogue.banks());
        model.addAttribute("fourEyes", replace.asksSecondPerson(id));
        return "certificate";
    }

    @PostMapping("/certificates/{id}/choice")
    String choose(@PathVariable String id, @RequestParam(defaultValue = "") String bank, @RequestParam(defaultValue = "") String reason, RedirectAttributes flash) {
        if (isUnsaid(id, reason, flash)) {
            flash.addFlashAttribute("typedBank", bank);
            return "redirect:/certificates/" + id + "#choose";
        }
        replace.choose(id, bank, said(reason, say("certificate.chosen-on-its-page")), actors.current().name());
        flash.addFlashAttribute("said", List.of(bank.isBlank() ? say("certificate.it-is-the-default-now") : say("certificate.it-is-used-at-now", catalogue.bankName(bank))));
        return "redirect:/certificates/" + id;
    }

    @PostMapping("/certificates/{id}/choice/forgotten")
    String forget(@PathVariable String id, @RequestParam(defaultValue = "") String bank, @RequestParam(defaultValue = "") String reason, RedirectAttributes flash) {
        if (isUnsaid(id, reason, flash)) {
            return "redirect:/certificates/" + id + "#where-title";
        }
        replace.forget(found(id), bank.isBlank() ? null : bank, said(reason, say("certificate.taken-back-on-its-page")), actors.current().name());
        flash.addFlashAttribute("said", List.of(say("certificate.the-choice-was-taken-back")));
        return "redirect:/certificates/" + id;
    }

    @PostMapping("/certificates/{id}/retirement")
    String retire(@PathVariable String id, @RequestParam(defaultValue = "") String reason, RedirectAttributes flash) {
        if (isUnsaid(id, reason, flash)) {
            return "redirect:/certificates/" + id + "#retire";
        }
        replace.retire(id, reason, actors.current().name());
        flash.addFlashAttribute("said", List.of(say("certificate.it-is-used-no-more-now")));
        return "redirect:/certificates/" + id;
    }

    @GetMapping("/certificates/requests/{id}")
    String request(@PathVariable String id, Model model) {
        var request = requests.find(id).orElseThrow(() -> Refused.notFound("unknown-request", say("certificate.there-is-no-request", id)));
        model.addAttribute("request", request);
        model.addAttribute("kind", request.kind().said());
        model.addAttribute("made", TimeView.of(request.madeAt(), clock.instant()));
        return "certificate-request";
    }

    @GetMapping("/certificates/requests/{id}/file")
    ResponseEntity<String> file(@PathVariable String id) {
        var request = requests.find(id).orElseThrow(() -> Refused.notFound("unknown-request", say("certificate.there-is-no-request", id)));
        return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + request.tpp() + "-"
                + request.kind().name().toLowerCase(Locale.ROOT) + ".csr\"").body(request.pem());
    }

    /** Whoever has to agree is told why. */
    private boolean isUnsaid(String id, String reason, RedirectAttributes flash) {
        var unsaid = reason.isBlank() && replace.asksSecondPerson(id);
        if (unsaid) {
            flash.addFlashAttribute("unsaid", say("certificate.say-why-somebody-else-has"));
        }
        return unsaid;
    }

    private static String said(String reason, String otherwise) {
        return reason.isBlank() ? otherwise : reason.strip();
    }

    private Certificate found(String id) {
        return certificates.find(id).orElseThrow(() -> Refused.notFound("unknown-certificate", say("certificate.there-is-no-certificate", id)));
    }

    /** The page of whatever uses it. */
    static String page(IdentityUses.Use use) {
        return use.onboarding() == null ? "/registrations/" + use.registration() : "/onboardings/" + use.onboarding();
    }

    private static String said(IdentityUses.Manner manner) {
        return switch (manner) {
            case TLS -> say("certificate.used-for-tls");
            case SIGNATURE -> say("certificate.used-for-signatures");
            case VALUE -> say("certificate.given-to-the-bank");
        };
    }
}
