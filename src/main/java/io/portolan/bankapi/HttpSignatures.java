package io.portolan.bankapi;

import io.portolan.certificate.Certificate;
import io.portolan.certificate.Certificates;
import io.portolan.leg.Filled;
import io.portolan.leg.Outcome;
import io.portolan.playbook.HttpSignature;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Signs calls in their header fields (draft-cavage-http-signatures-10), with the key of one of our certificates. */
@Component
class HttpSignatures {

    // RFC 9110, section 5.6.7: two digits for the day, which RFC_1123_DATE_TIME does not write
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private final Certificates certificates;
    private final Clock clock;

    HttpSignatures(Certificates certificates, Clock clock) {
        this.certificates = certificates;
        this.clock = clock;
    }

    /** Adds the signature, and the digest and the date that it covers, to the header fields of a call. */
    void sign(HttpSignature by, String method, URI uri, Map<String, Filled> headers, String body, Filling filling) {
        if (by.headers().contains("digest")) {
            headers.putIfAbsent("Digest", new Filled("SHA-256=" + Base64.getEncoder().encodeToString(sha256(body == null ? "" : body)), false));
        }
        if (by.headers().contains("date")) {
            headers.putIfAbsent("Date", new Filled(DATE.format(clock.instant()), false));
        }
        var covered = by.headers().stream().map(name -> name + ": " + value(name, method, uri, headers)).collect(Collectors.joining("\n"));
        var algorithm = by.algorithm() == null ? HttpSignature.Algorithm.RSA_SHA256 : by.algorithm();
        var signature = "keyId=\"" + filling.fill(by.keyId()).text() + "\",algorithm=\"" + algorithm.name().toLowerCase(Locale.ROOT).replace('_', '-')
                + "\",headers=\"" + String.join(" ", by.headers()) + "\",signature=\"" + signed(by, algorithm, covered, filling) + '"';
        if (by.carrier() == HttpSignature.Carrier.AUTHORIZATION) {
            headers.put("Authorization", new Filled("Signature " + signature, true));
        } else {
            headers.put("Signature", new Filled(signature, false));
        }
    }

    private static String value(String name, String method, URI uri, Map<String, Filled> headers) {
        return switch (name) {
            case "(request-target)" -> method.toLowerCase(Locale.ROOT) + " " + uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
            case "host" -> uri.getAuthority();
            default -> {
                var value = headers.get(name);
                if (value == null) {
                    throw new Stopped(Outcome.Reason.MISSING_DATA, "The playbook signs the header field " + name + ", which this call does not have."
                            + " Please correct the playbook.", null);
                }
                yield value.text().strip();
            }
        };
    }

    private String signed(HttpSignature by, HttpSignature.Algorithm algorithm, String covered, Filling filling) {
        var certificate = filling.signer(by.key(), certificates);
        try {
            var signature = Signature.getInstance(switch (algorithm) {
                case RSA_SHA256 -> "SHA256withRSA";
                case RSA_SHA512 -> "SHA512withRSA";
                case ECDSA_SHA256 -> "SHA256withECDSA";
            });
            signature.initSign(certificates.signingKey(certificate));
            signature.update(covered.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw wrongKey(algorithm, certificate);
        }
    }

    private static Stopped wrongKey(HttpSignature.Algorithm algorithm, Certificate certificate) {
        return new Stopped(Outcome.Reason.MISSING_DATA, "The bank wants a signature by " + algorithm.name().toLowerCase(Locale.ROOT).replace('_', '-')
                + ", for which our " + certificate.kind() + " has the wrong kind of key, " + certificate.leaf().getPublicKey().getAlgorithm() + ".", null);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
