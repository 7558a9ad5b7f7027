package io.portolan.api;

import io.portolan.access.Actors;
import io.portolan.certificate.Certificate;
import io.portolan.certificate.Certificates;
import io.portolan.certificate.IdentityUses;
import io.portolan.certificate.PublicKeys;
import io.portolan.certificate.ReplaceCertificate;
import io.portolan.refusal.Refused;
import io.portolan.tpp.Tpps;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/tpps/{id}")
@Tag(name = "Certificates", description = "Our QWAC and QSealC: what they say, what is odd about them, where they are used")
class CertificatesController {

    private final Tpps tpps;
    private final Certificates certificates;
    private final IdentityUses uses;
    private final PublicKeys keys;
    private final ReplaceCertificate replace;
    private final Actors actors;

    CertificatesController(Tpps tpps, Certificates certificates, IdentityUses uses, PublicKeys keys, ReplaceCertificate replace, Actors actors) {
        this.replace = replace;
        this.keys = keys;
        this.tpps = tpps;
        this.certificates = certificates;
        this.uses = uses;
        this.actors = actors;
    }

    /** Why a certificate is taken out of use. */
    record RetirementBody(String reason) { }

    /** Where something is used. */
    record UsesView(List<CertificateUseView> items) { }

    @GetMapping("/certificates")
    @Operation(summary = "The certificates of a TPP, newest first")
    Slice<CertificateView> page(@PathVariable("id") String tpp, @RequestParam(required = false) String cursor, @RequestParam(required = false) Integer limit) {
        needs(tpp);
        var all = certificates.of(tpp);
        var findings = certificates.findings(all);
        return Slice.of(all, Certificate::id, cursor, limit, each -> CertificateView.of(each, findings.get(each.id())));
    }

    @GetMapping("/certificates/{certificate}")
    @Operation(summary = "One certificate, with what is to be said of it")
    CertificateView one(@PathVariable("id") String tpp, @PathVariable String certificate) {
        return view(found(tpp, certificate));
    }

    @PostMapping("/certificates")
    @Operation(summary = "Upload a certificate", description = "PEM, DER, PKCS #7 or PKCS #12, with or without its key. The key goes to the vault and is"
            + " never shown again. What can never work is refused with all reasons; what is odd is taken and told of.")
    ResponseEntity<CertificateView> upload(@PathVariable("id") String tpp, @RequestBody CertificateBody body) {
        needs(tpp);
        var taken = body.use(tpp, upload -> certificates.take(upload, actors.current().name()));
        return ResponseEntity.created(Address.of("/api/v1/tpps/" + tpp + "/certificates/" + taken.id())).body(view(taken));
    }

    @PostMapping("/certificates/reading")
    @Operation(summary = "Read a certificate and judge it without keeping it", description = "As upload, but nothing is kept, and one that could not be taken in"
            + " is shown with its findings all the same, errors included.")
    CertificateView reading(@PathVariable("id") String tpp, @RequestBody CertificateBody body) {
        needs(tpp);
        var read = body.use(tpp, certificates::read);
        return CertificateView.of(read.certificate(), read.findings());
    }

    @PostMapping("/certificates/{certificate}/retirement")
    @Operation(summary = "Take a certificate out of use for good")
    CertificateView retire(@PathVariable("id") String tpp, @PathVariable String certificate, @RequestBody(required = false) RetirementBody body) {
        found(tpp, certificate);
        return view(replace.retire(certificate, body == null ? null : body.reason(), actors.current().name()));
    }

    @GetMapping("/certificates/{certificate}/uses")
    @Operation(summary = "Who has this certificate", description = "With key=true, who has any certificate of its key.")
    UsesView uses(@PathVariable("id") String tpp, @PathVariable String certificate, @RequestParam(defaultValue = "false") boolean key) {
        var found = found(tpp, certificate);
        return new UsesView((key ? uses.ofKey(found.keySha256()) : uses.ofCertificate(found.id())).stream().map(CertificateUseView::of).toList());
    }

    @GetMapping("/redirect-uri-uses")
    @Operation(summary = "Who has this redirect URI of the TPP")
    UsesView redirectUses(@PathVariable("id") String tpp, @RequestParam String uri) {
        needs(tpp);
        return new UsesView(uses.ofRedirectUri(tpp, uri).stream().map(CertificateUseView::of).toList());
    }

    @GetMapping("/jwks/{environment}")
    @Operation(summary = "The public keys of a TPP for live or test, as a file to publish elsewhere")
    ResponseEntity<String> publicKeys(@PathVariable("id") String tpp, @PathVariable String environment, @RequestParam(required = false) String alg) {
        var set = keys.set(tpp, environment, alg);
        return ResponseEntity.ok().contentType(MediaType.parseMediaType(PublicKeysController.JWK_SET)).header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + tpp + "-" + environment + "-jwks.json\"").body(set);
    }

    private CertificateView view(Certificate certificate) {
        return CertificateView.of(certificate, certificates.findings(certificate));
    }

    private Certificate found(String tpp, String certificate) {
        return certificates.find(certificate).filter(found -> found.tpp().equals(tpp))
                .orElseThrow(() -> Refused.notFound("unknown-certificate", "There is no certificate " + certificate + "."));
    }

    private void needs(String tpp) {
        if (tpps.find(tpp).isEmpty()) {
            throw Refused.notFound("unknown-tpp", "There is no TPP " + tpp + ".");
        }
    }
}
