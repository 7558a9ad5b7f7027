package io.portolan.playbook;

import java.util.List;

/** How a call is signed in a header field, as NextGenPSD2 and STET ask (draft-cavage-http-signatures-10). */
public record HttpSignature(
        @Doc(value = "The certificate whose key signs.", example = "key: QSealC", required = true) CertificateKind key,
        @Doc(value = "The id of the key, as this bank wants it written.", required = true,
                example = "key-id: 'SN={{certificate.qsealc.serial-hex}},CA={{certificate.qsealc.issuer-dn-escaped}}'") Template keyId,
        @Doc(value = "What is signed, in this order: header fields of the call; of them digest, date and host are made by themselves,"
                + " and (request-target) stands for method and path.", required = true,
                example = "headers: [digest, date, x-request-id]") List<String> headers,
        @Doc(value = "The algorithm; rsa-sha256 where it is silent.", example = "algorithm: rsa-sha512") Algorithm algorithm,
        @Doc(value = "The header field that takes it; signature where it is silent.", key = "in", example = "in: authorization") Carrier carrier) {

    /** What is not a header field of the playbook's own. */
    static final List<String> MADE = List.of("(request-target)", "host", "date", "digest", "content-type", "accept");

    /** Signature algorithms. */
    public enum Algorithm {
        @Doc("RSA PKCS #1 1.5 with SHA-256.") RSA_SHA256,
        @Doc("RSA PKCS #1 1.5 with SHA-512.") RSA_SHA512,
        @Doc("ECDSA with SHA-256.") ECDSA_SHA256
    }

    /** The header fields that can take a signature. */
    public enum Carrier {
        @Doc("Signature, by itself.") SIGNATURE,
        @Doc("Authorization, as the scheme Signature.") AUTHORIZATION
    }
}
