package io.portolan.api;

import io.portolan.access.Actors;
import io.portolan.certificate.Certificate;
import io.portolan.certificate.Certificates;
import io.portolan.refusal.Refused;
import io.portolan.tpp.Tpp;
import io.portolan.tpp.Tpps;
import io.portolan.vault.Secret;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/tpps")
@Tag(name = "TPPs", description = "Who we are, and our certificates")
class TppsController {

    private final Tpps tpps;
    private final Certificates certificates;
    private final Actors actors;

    TppsController(Tpps tpps, Certificates certificates, Actors actors) {
        this.actors = actors;
        this.tpps = tpps;
        this.certificates = certificates;
    }

    /** A certificate with its chain and its private key, all PEM; environment is the kind, test or live, or a bank and its environment. */
    record CertificateBody(String kind, String environment, String label, String chain, String key) {

        /** Leaves the key out. */
        @Override
        public String toString() {
            return "CertificateBody[kind=" + kind + ", environment=" + environment + ", label=" + label + "]";
        }
    }

    @GetMapping
    @Operation(summary = "List our TPPs, by id")
    Slice<TppView> page(@RequestParam(required = false) String cursor, @RequestParam(required = false) Integer limit) {
        return Slice.of(tpps.all(), Tpp::id, cursor, limit, TppView::of);
    }

    @GetMapping("/{id}")
    @Operation(summary = "One TPP")
    TppView one(@PathVariable String id) {
        return TppView.of(found(id));
    }

    @PostMapping
    @Operation(summary = "Add a TPP")
    ResponseEntity<TppView> add(@RequestBody TppView body) {
        var tpp = body.tpp();
        if (tpps.find(tpp.id()).isPresent()) {
            throw Refused.conflict("tpp-exists", "There is a TPP " + tpp.id() + " already.", Map.of("tpp", tpp.id()));
        }
        var saved = tpps.save(tpp, actors.current().name());
        return ResponseEntity.created(URI.create("/api/v1/tpps/" + saved.id())).body(TppView.of(saved));
    }

    @PutMapping("/{id}")
    @Operation(summary = "Change a TPP")
    TppView change(@PathVariable String id, @RequestBody TppView body) {
        found(id);
        if (!id.equals(body.id())) {
            throw Refused.invalid("invalid-values", "The id of a TPP never changes.", Map.of("id", "must be " + id));
        }
        return TppView.of(tpps.save(body.tpp(), actors.current().name()));
    }

    @GetMapping("/{id}/certificates")
    @Operation(summary = "The certificates of a TPP, newest first")
    Slice<CertificateView> certificates(@PathVariable String id, @RequestParam(required = false) String cursor,
            @RequestParam(required = false) Integer limit) {
        return Slice.of(certificates.of(found(id).id()), Certificate::id, cursor, limit, CertificateView::of);
    }

    @GetMapping("/{id}/certificates/{certificate}")
    @Operation(summary = "One certificate")
    CertificateView certificate(@PathVariable String id, @PathVariable String certificate) {
        return certificates.find(certificate).filter(found -> found.tpp().equals(id)).map(CertificateView::of)
                .orElseThrow(() -> Refused.notFound("unknown-certificate", "There is no certificate " + certificate + "."));
    }

    @PostMapping("/{id}/certificates")
    @Operation(summary = "Upload a certificate with its chain and key",
            description = "PEM; the key goes to the vault and is never shown again.")
    ResponseEntity<CertificateView> upload(@PathVariable String id, @RequestBody CertificateBody body) {
        found(id);
        var missing = new LinkedHashMap<String, String>();
        need(missing, "chain", body.chain(), "the certificate and its issuers, PEM");
        need(missing, "key", body.key(), "the private key, PEM");
        need(missing, "environment", body.environment(), "test, live, or the one environment of a bank that handed it out, such as xx-bank/sandbox");
        if (!missing.isEmpty()) {
            throw Refused.invalid("invalid-values", "Not right: " + String.join(", ", missing.keySet()) + ".", missing);
        }
        var kind = Words.required(Certificate.Kind.class, "kind", body.kind());
        try (var key = Secret.of(body.key())) {
            var taken = certificates.take(id, kind, body.environment(), body.label(), body.chain(), key,
                    actors.current().name());
            return ResponseEntity.created(URI.create("/api/v1/tpps/" + id + "/certificates/" + taken.id()))
                    .body(CertificateView.of(taken));
        }
    }

    private static void need(Map<String, String> missing, String field, String value, String right) {
        if (value == null || value.isBlank()) {
            missing.put(field, right);
        }
    }

    private Tpp found(String id) {
        return tpps.find(id).orElseThrow(() -> Refused.notFound("unknown-tpp", "There is no TPP " + id + "."));
    }
}
