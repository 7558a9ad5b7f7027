package io.portolan.playbook;

/** A bank's authorization server, which says by itself where its endpoints are (RFC 8414; OpenID Connect Discovery 1.0). */
public record AuthorizationServer(
        @Doc(value = "Its issuer identifier, which its own answer must repeat.", example = "issuer: https://auth.bank.example",
                required = true) String issuer,
        @Doc(value = "Where it says so, if not at the well-known addresses that belong to the issuer.",
                example = "metadata: https://auth.bank.example/.well-known/openid-configuration") String metadata,
        @Doc(value = "The certificate for mutual TLS, where even this is not told without one.", example = "tls: QWAC") CertificateKind tls) {
}
