package io.portolan.playbook;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** How a call is signed in a header field, as NextGenPSD2 and STET ask (draft-cavage-http-signatures-10). */
public record HttpSignature(
        @Doc(value = "The certificate whose key signs.", example = "key: QSealC", required = true) CertificateKind key,
        @Doc(value = "The id of the key, as this bank wants it written.", required = true,
                example = "key-id: 'SN={{certificate.qsealc.serial-hex}},CA={{certificate.qsealc.issuer-dn-escaped}}'") Template keyId,
        @Doc(value = "What is signed, in this order: header fields of the call; of them digest, date, host and content-length are made by themselves,"
                + " and (request-target) stands for method and path.", required = true,
                example = "headers: [digest, date, x-request-id]") List<String> headers,
        @Doc(value = "The algorithm; rsa-sha256 where it is silent.", example = "algorithm: rsa-sha512") Algorithm algorithm,
        @Doc(value = "How the body is summed up in Digest; sha-256 where it is silent.", example = "digest: sha-512") Digest digest,
        @Doc(value = "The bank's own header field for the date and time of the call, in the form of Date.",
                example = "date-in: X-Originating-Date") String dateIn,
        @Doc(value = "The bank's own header field for the host that is called.", example = "host-in: X-Originating-Host") String hostIn,
        @Doc(value = "The header field that takes it; signature where it is silent.", key = "in", example = "in: authorization") Carrier carrier) {

    /** What is not a header field of the playbook's own. */
    private static final List<String> MADE = List.of("(request-target)", "host", "date", "digest", "accept");
    private static final List<String> OF_A_BODY = List.of("content-type", "content-length");

    /** The algorithm, said or not. */
    public Algorithm usedAlgorithm() {
        return algorithm == null ? Algorithm.RSA_SHA256 : algorithm;
    }

    /** The digest of the body, said or not. */
    public Digest usedDigest() {
        return digest == null ? Digest.SHA_256 : digest;
    }

    /** The same for a call without a body that has these header fields of its own. */
    HttpSignature withoutBody(Set<String> own) {
        return new HttpSignature(key, keyId, headers.stream().filter(name -> !OF_A_BODY.contains(name) || own.stream().anyMatch(name::equalsIgnoreCase)).toList(),
                algorithm, digest, dateIn, hostIn, carrier);
    }

    /** What may be signed without standing among the header fields of the playbook. */
    List<String> made(boolean hasBody) {
        var own = Stream.of(dateIn, hostIn).filter(Objects::nonNull).map(name -> name.toLowerCase(Locale.ROOT));
        return Stream.of(MADE.stream(), hasBody ? OF_A_BODY.stream() : Stream.<String>empty(), own).flatMap(Function.identity()).toList();
    }

    /** Signature algorithms. */
    public enum Algorithm {
        @Doc("RSA PKCS #1 1.5 with SHA-256.") RSA_SHA256,
        @Doc("RSA PKCS #1 1.5 with SHA-512.") RSA_SHA512,
        @Doc("ECDSA with SHA-256.") ECDSA_SHA256,
        @Doc("ECDSA with SHA-384.") ECDSA_SHA384,
        @Doc("ECDSA with SHA-512.") ECDSA_SHA512;

        /** As it is written in header fields. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Digests of bodies (RFC 3230, RFC 5843). */
    public enum Digest {
        @Doc("SHA-256.") SHA_256,
        @Doc("SHA-512.") SHA_512;

        /** As it is written in header fields, and as Java calls it. */
        public String word() {
            return name().replace('_', '-');
        }
    }

    /** The header fields that can take a signature. */
    public enum Carrier {
        @Doc("Signature, by itself.") SIGNATURE,
        @Doc("Authorization, as the scheme Signature.") AUTHORIZATION
    }
}
