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
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tomitribe.auth.signatures.Algorithm;
import org.tomitribe.auth.signatures.Signature;

/** Signs calls in their header fields (draft-cavage-http-signatures-10), with the key of one of our certificates. */
@Component
class HttpSignatures {

    // RFC 9110, section 5.6.7: two digits for the day, which RFC_1123_DATE_TIME does not write
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final String TARGET = "(request-target)";

    private final Certificates certificates;
    private final Clock clock;

    HttpSignatures(Certificates certificates, Clock clock) {
        this.certificates = certificates;
        this.clock = clock;
    }

    /** Adds the signature, and what it covers and is made by itself, to the header fields of a call. */
    void sign(HttpSignature by, String method, URI uri, Map<String, Filled> headers, String body, Filling filling) {
        addMade(by, uri, headers, body);
        var values = new HashMap<String, String>();
        by.headers().stream().filter(name -> !name.equals(TARGET)).forEach(name -> values.put(name, value(name, uri, headers, body)));
        var keyId = keyId(by, filling);
        var algorithm = Algorithm.get(by.usedAlgorithm().word());
        // named in full, since bodies are signed by a class of ours that has the same name
        var covered = org.tomitribe.auth.signatures.Signatures.createSigningString(by.headers(), method.toLowerCase(Locale.ROOT), target(uri), values);
        var signature = new Signature(keyId.text(), null, algorithm, null, signed(algorithm, covered, filling.signer(by.key(), certificates)), by.headers());
        if (by.carrier() == HttpSignature.Carrier.AUTHORIZATION) {
            headers.put("Authorization", new Filled(signature.toString(), true));
        } else {
            headers.put("Signature", new Filled(signature.toParamString(), keyId.hidden()));
        }
    }

    private void addMade(HttpSignature by, URI uri, Map<String, Filled> headers, String body) {
        if (by.headers().contains("digest")) {
            headers.putIfAbsent("Digest", new Filled(digest(by.usedDigest(), body == null ? "" : body), false));
        }
        var date = by.dateIn() == null ? "Date" : by.dateIn();
        if (by.dateIn() != null || by.headers().contains("date")) {
            headers.putIfAbsent(date, new Filled(DATE.format(clock.instant()), false));
        }
        if (by.hostIn() != null) {
            headers.putIfAbsent(by.hostIn(), new Filled(host(uri), false));
        }
    }

    private static String value(String name, URI uri, Map<String, Filled> headers, String body) {
        if (name.equals("host")) {
            return host(uri);
        }
        if (name.equals("content-length") && body != null) {
            return String.valueOf(body.getBytes(StandardCharsets.UTF_8).length);
        }
        var value = headers.get(name);
        if (value == null) {
            throw new Stopped(Outcome.Reason.MISSING_DATA, "The playbook signs the header field " + name + ", which this call does not have."
                    + " Please correct the playbook.", null);
        }
        if (!value.text().chars().allMatch(HttpSignatures::isSentAsItIs)) {
            throw new Stopped(Outcome.Reason.MISSING_DATA, "The header field " + name + " is to be signed and holds a character beyond ASCII, which would come"
                    + " to the bank as another. Please correct the playbook or our data.", null);
        }
        return value.text().strip();
    }

    private static boolean isSentAsItIs(int character) {
        return character >= ' ' && character < 127;
    }

    /** The host as the connection writes it: without the port that everybody expects. */
    private static String host(URI uri) {
        var isUsual = uri.getPort() < 0 || uri.getPort() == ("https".equals(uri.getScheme()) ? 443 : 80);
        return isUsual ? uri.getHost() : uri.getHost() + ":" + uri.getPort();
    }

    /** Path and query as they stand in the request line (RFC 9112, section 3.2.1). */
    private static String target(URI uri) {
        var path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }

    private static Filled keyId(HttpSignature by, Filling filling) {
        var keyId = filling.fill(by.keyId());
        if (keyId.text().isBlank() || keyId.text().indexOf('"') >= 0 || !keyId.text().chars().allMatch(HttpSignatures::isSentAsItIs)) {
            throw new Stopped(Outcome.Reason.MISSING_DATA, "The key id of the signature would be empty, or hold a quotation mark or a character beyond ASCII: "
                    + keyId + ". Please correct the playbook.", null);
        }
        return keyId;
    }

    private String signed(Algorithm algorithm, String covered, Certificate certificate) {
        KeyFit.check(algorithm.getPortableName(), certificate);
        try {
            var signature = java.security.Signature.getInstance(algorithm.getJvmName());
            signature.initSign(certificates.signingKey(certificate));
            signature.update(covered.getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key that fits its algorithm can sign: " + e.getClass().getSimpleName());
        }
    }

    private static String digest(HttpSignature.Digest by, String body) {
        try {
            return by.word() + "=" + Base64.getEncoder().encodeToString(MessageDigest.getInstance(by.word()).digest(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256 and SHA-512", e);
        }
    }
}
