package io.portolan.api;

import io.portolan.access.Actors;
import io.portolan.certificate.Certificate;
import io.portolan.certificate.Certificates;
import io.portolan.certificate.Choices;
import io.portolan.certificate.ReplaceCertificate;
import io.portolan.refusal.Refused;
import io.portolan.tpp.Tpps;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/tpps/{id}/certificates/choices")
@Tag(name = "Certificates")
class CertificateChoicesController {

    private final Choices choices;
    private final Certificates certificates;
    private final ReplaceCertificate replace;
    private final Tpps tpps;
    private final ETags tags;
    private final Actors actors;

    CertificateChoicesController(Choices choices, Certificates certificates, ReplaceCertificate replace, Tpps tpps, ETags tags, Actors actors) {
        this.tags = tags;
        this.replace = replace;
        this.choices = choices;
        this.certificates = certificates;
        this.tpps = tpps;
        this.actors = actors;
    }

    /** A certificate for one bank, or, where none is named, for all that need no other. The reason is for a second person, where one is asked. */
    record ChoiceBody(String certificate, String bank, String reason) { }

    /** A choice; without a bank it is the default. */
    record ChoiceView(String environment, String kind, String bank, String certificate, Instant chosenAt) {

        static ChoiceView of(Choices.Choice choice) {
            return new ChoiceView(choice.environment(), Words.of(choice.kind()), choice.bank(), choice.certificate(), choice.chosenAt());
        }
    }

    /** All choices of a TPP. */
    record ChoicesView(List<ChoiceView> items) { }

    @GetMapping
    @Operation(summary = "Which certificate is used where somebody has said so")
    ResponseEntity<ChoicesView> all(@PathVariable("id") String tpp) {
        return tags.read(Versioned.CERTIFICATE_CHOICES, tpp, () -> view(tpp));
    }

    private ChoicesView view(String tpp) {
        if (tpps.find(tpp).isEmpty()) {
            throw Refused.notFound("unknown-tpp", "There is no TPP " + tpp + ".");
        }
        return new ChoicesView(choices.of(tpp).stream().map(ChoiceView::of).toList());
    }

    @PutMapping
    @Operation(summary = "Choose a certificate as the default of its environment and kind, or for one bank")
    ResponseEntity<ChoiceView> choose(@PathVariable("id") String tpp, @RequestBody ChoiceBody body, @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String ifMatch) {
        if (certificates.find(body.certificate()).filter(found -> found.tpp().equals(tpp)).isEmpty()) {
            throw Refused.notFound("unknown-certificate", "There is no certificate " + body.certificate() + ".");
        }
        return tags.write(Versioned.CERTIFICATE_CHOICES, tpp, ifMatch, () -> view(tpp),
                () -> ChoiceView.of(replace.choose(body.certificate(), body.bank(), body.reason(), actors.current().name())));
    }

    @DeleteMapping
    @Operation(summary = "Take a choice back")
    ResponseEntity<Void> forget(@PathVariable("id") String tpp, @RequestParam String environment, @RequestParam String kind, @RequestParam(required = false) String bank,
            @RequestParam(required = false) String reason, @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String ifMatch) {
        var sort = Words.required(Certificate.Kind.class, "kind", kind);
        var chosen = choices.of(tpp).stream().filter(choice -> choice.environment().equals(environment) && choice.kind() == sort && Objects.equals(choice.bank(), bank)).findFirst()
                .flatMap(choice -> certificates.find(choice.certificate())).orElseThrow(() -> Refused.notFound("unknown-choice", "No certificate was chosen there."));
        tags.write(Versioned.CERTIFICATE_CHOICES, tpp, ifMatch, () -> view(tpp), () -> {
            replace.forget(chosen, bank, reason, actors.current().name());
            return null;
        });
        return ResponseEntity.noContent().build();
    }
}
