package io.portolan.api;

import io.portolan.access.Actors;
import io.portolan.certificate.Certificate;
import io.portolan.certificate.CertificateRequest;
import io.portolan.certificate.CertificateRequests;
import io.portolan.certificate.CertificateWish;
import io.portolan.refusal.Refused;
import io.portolan.tpp.Tpps;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Set;
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
@RequestMapping("/api/v1/tpps/{id}/certificates/requests")
@Tag(name = "Certificates")
class CertificateRequestsController {

    private static final String PEM = "application/x-pem-file";

    private final Tpps tpps;
    private final CertificateRequests requests;
    private final Actors actors;

    CertificateRequestsController(Tpps tpps, CertificateRequests requests, Actors actors) {
        this.tpps = tpps;
        this.requests = requests;
        this.actors = actors;
    }

    /** What is to stand in the request; what is left out is taken from the profile of the TPP. */
    record RequestWish(String kind, String environment, String label, String keyType, String commonName, String organisation, String organisationId, String country,
            String locality, String authorityName, String authorityId, Set<String> roles, List<String> dnsNames) {

        CertificateWish wish(String tpp) {
            return new CertificateWish(tpp, Words.required(Certificate.Kind.class, "kind", kind), environment, label, keyType, commonName, organisation, organisationId,
                    country, locality, authorityName, authorityId, roles, dnsNames);
        }
    }

    @GetMapping
    @Operation(summary = "The requests for certificates of a TPP, newest first")
    Slice<CertificateRequestView> page(@PathVariable("id") String tpp, @RequestParam(required = false) String cursor, @RequestParam(required = false) Integer limit) {
        needs(tpp);
        return Slice.of(requests.of(tpp), CertificateRequest::id, cursor, limit, CertificateRequestView::of);
    }

    @PostMapping
    @Operation(summary = "Make a key pair and a request for a certificate", description = "The private key goes to the vault and is never shown. Upload the certificate"
            + " that is issued for it without a key: it finds its own.")
    ResponseEntity<CertificateRequestView> make(@PathVariable("id") String tpp, @RequestBody RequestWish body) {
        needs(tpp);
        var made = requests.make(body.wish(tpp), actors.current().name());
        return ResponseEntity.created(Address.of("/api/v1/tpps/" + tpp + "/certificates/requests/" + made.id())).body(CertificateRequestView.of(made));
    }

    @GetMapping("/{request}")
    @Operation(summary = "One request")
    CertificateRequestView one(@PathVariable("id") String tpp, @PathVariable String request) {
        return CertificateRequestView.of(found(tpp, request));
    }

    @GetMapping(path = "/{request}/pem", produces = PEM)
    @Operation(summary = "The request as a file in PEM")
    ResponseEntity<String> pem(@PathVariable("id") String tpp, @PathVariable String request) {
        return ResponseEntity.ok().contentType(MediaType.parseMediaType(PEM)).body(found(tpp, request).pem());
    }

    private CertificateRequest found(String tpp, String request) {
        return requests.find(request).filter(found -> found.tpp().equals(tpp))
                .orElseThrow(() -> Refused.notFound("unknown-request", "There is no request " + request + "."));
    }

    private void needs(String tpp) {
        if (tpps.find(tpp).isEmpty()) {
            throw Refused.notFound("unknown-tpp", "There is no TPP " + tpp + ".");
        }
    }
}
