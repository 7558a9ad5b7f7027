package io.portolan.api;

import io.portolan.certificate.PublicKeys;
import io.portolan.handout.HandoutKeys;
import io.portolan.refusal.Refused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Our public keys, to banks without a token. */
@RestController
@Tag(name = "Public keys", description = "The keys by which banks check what we sign, as a JSON Web Key Set (RFC 7517)")
class PublicKeysController {

    static final String JWK_SET = "application/jwk-set+json";
    private static final String PEM = "application/x-pem-file";
    /** How long a bank may go on with what it has: so long before it is first used a key has to be here. */
    private static final CacheControl KEPT = CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic();

    private final PublicKeys keys;
    private final HandoutKeys handouts;

    PublicKeysController(PublicKeys keys, HandoutKeys handouts) {
        this.keys = keys;
        this.handouts = handouts;
    }

    @GetMapping(path = "/jwks/portolan", produces = {JWK_SET, MediaType.APPLICATION_JSON_VALUE})
    @SecurityRequirements
    @Operation(summary = "The public key by which Portolan signs what it hands out, such as case files, for everybody")
    ResponseEntity<String> ofHandouts() {
        return answer(handouts.published());
    }

    @GetMapping(path = "/jwks/{tpp}/{environment}", produces = {JWK_SET, MediaType.APPLICATION_JSON_VALUE})
    @SecurityRequirements
    @Operation(summary = "The public keys of a TPP for live or test, for everybody", description = "Keys of certificates for signatures that have neither ended nor been"
            + " retired; kid is the thumbprint of the key (RFC 7638). With alg=PS256 or alg=RS256 RSA keys say that they are used so.")
    ResponseEntity<String> published(@PathVariable String tpp, @PathVariable String environment, @RequestParam(required = false) String alg) {
        return answer(keys.set(tpp, environment, alg));
    }

    @GetMapping(path = "/jwks/{tpp}/{bank}/{environment}", produces = {JWK_SET, MediaType.APPLICATION_JSON_VALUE})
    @SecurityRequirements
    @Operation(summary = "The public keys of a TPP for an environment of a bank that hands out certificates of its own, for everybody")
    ResponseEntity<String> publishedForBank(@PathVariable String tpp, @PathVariable String bank, @PathVariable String environment,
            @RequestParam(required = false) String alg) {
        return answer(keys.set(tpp, bank + "/" + environment, alg));
    }

    @GetMapping(path = "/jwks/{tpp}/certificates/{sha256}", produces = PEM)
    @SecurityRequirements
    @Operation(summary = "A certificate whose key is published, for everybody", description = "In PEM, by its SHA-256 fingerprint. Banks that follow STET take this address as the"
            + " id of the key.")
    ResponseEntity<String> certificate(@PathVariable String tpp, @PathVariable String sha256) {
        return answer(keys.certificate(tpp, sha256).orElseThrow(() -> Refused.notFound("unknown-certificate", "There is no such certificate, or no more.")));
    }

    private static ResponseEntity<String> answer(String body) {
        return ResponseEntity.ok().cacheControl(KEPT).eTag(DigestUtils.md5DigestAsHex(body.getBytes(StandardCharsets.UTF_8))).body(body);
    }
}
