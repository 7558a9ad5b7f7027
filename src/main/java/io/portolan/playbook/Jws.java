package io.portolan.playbook;

/** How the body of a request is signed (RFC 7515). */
public record Jws(
        @Doc(value = "The certificate whose key signs.", example = "key: QSealC") CertificateKind key,
        @Doc(value = "The key pair of generate whose private key signs, in place of a certificate's.",
                example = "generated-key: installation-key") String generatedKey,
        @Doc(value = "The algorithm (RFC 7518 section 3.1).", example = "alg: RS256", required = true) Algorithm alg,
        @Doc(value = "What of the certificate stands in the header (RFC 7515 section 4.1.6); without it, nothing.",
                example = "x5c: leaf") X5c x5c,
        @Doc(value = "The id of the key in the header.", example = "kid: '{{certificate.qsealc.serial-decimal}}'") Template kid,
        @Doc(value = "The type in the header.", example = "typ: JWT") String typ,
        @Doc(value = "How it is written; compact where it is silent.", example = "serialization: flattened")
                Serialization serialization,
        @Doc(value = "For how long the body holds: it gets iat, exp and jti (RFC 7519 section 4.1).",
                example = "valid-for: 5 minutes") Span validFor) {

    /** Signature algorithms. */
    public enum Algorithm {
        @Doc(value = "RSA PKCS #1 1.5 with SHA-256.", key = "RS256") RS256,
        @Doc(value = "RSA PSS with SHA-256.", key = "PS256") PS256,
        @Doc(value = "ECDSA on P-256 with SHA-256.", key = "ES256") ES256
    }

    /** What of a certificate is shown. */
    public enum X5c {
        @Doc("The certificate alone.") LEAF,
        @Doc("The certificate and its chain.") CHAIN
    }

    /** The two forms of a single signature (RFC 7515, sections 7.1 and 7.2.2). */
    public enum Serialization {
        @Doc("Three parts with dots between, sent as application/jose.") COMPACT,
        @Doc("A JSON object with one signature, sent as application/jose+json.") FLATTENED
    }
}
