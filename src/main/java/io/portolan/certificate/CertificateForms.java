package io.portolan.certificate;

import com.nimbusds.jose.jwk.JWK;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.security.auth.x500.X500Principal;

/** The forms in which banks want to be told of a certificate, by the name that templates use. */
public final class CertificateForms {

    /** The names of the forms. */
    public static final List<String> NAMES = List.of("pem", "pem-body", "der-base64", "x5c", "chain-pem", "serial-hex",
            "serial-decimal", "subject-dn", "subject-dn-oid", "subject-dn-oid-text", "issuer-dn", "issuer-dn-escaped", "fingerprint-sha256",
            "key-thumbprint", "jwk", "organisation-id");

    // RFC 4514 lets other short names stand beside its own nine; these are what banks write
    private static final Map<String, String> SHORT_NAMES = Map.of("2.5.4.97", "organizationIdentifier",
            "2.5.4.5", "serialNumber", "2.5.4.15", "businessCategory", "2.5.4.17", "postalCode", "2.5.4.12", "title",
            "2.5.4.42", "givenName", "2.5.4.4", "sn", "1.2.840.113549.1.9.1", "emailAddress",
            "1.3.6.1.4.1.311.60.2.1.3", "jurisdictionCountryName");

    private CertificateForms() {
    }

    /**
     * The certificate in this form; empty where the form does not exist or the certificate has nothing for it.
     *
     * <p>{@code x5c} is a JSON array of the whole chain (RFC 7517, section 4.7); {@code serial-hex} is in lower
     * case without leading zeros; {@code subject-dn-oid} writes what RFC 4514 has no name for as an OID with a hexadecimal value,
     * {@code subject-dn-oid-text} as an OID with the text itself; {@code key-thumbprint} is of the key alone and stays the same when the
     * certificate is renewed for it (RFC 7638); {@code jwk} is the public key with its chain, as RFC 8705 (section 2.2) has it registered.
     */
    public static Optional<String> form(Certificate certificate, String name) {
        var leaf = certificate.leaf();
        return Optional.ofNullable(switch (name) {
            case "pem" -> pem(leaf);
            case "pem-body" -> body(leaf);
            case "der-base64" -> Base64.getEncoder().encodeToString(der(leaf));
            case "x5c" -> certificate.chain().stream().map(each -> '"' + Base64.getEncoder().encodeToString(der(each)) + '"')
                    .collect(Collectors.joining(",", "[", "]"));
            case "chain-pem" -> certificate.chain().stream().map(CertificateForms::pem).collect(Collectors.joining());
            case "serial-hex" -> certificate.serial().toString(16);
            case "serial-decimal" -> certificate.serial().toString();
            case "subject-dn" -> named(leaf.getSubjectX500Principal());
            case "subject-dn-oid" -> leaf.getSubjectX500Principal().getName(X500Principal.RFC2253);
            case "subject-dn-oid-text" -> numbered(leaf.getSubjectX500Principal());
            case "issuer-dn" -> named(leaf.getIssuerX500Principal());
            case "issuer-dn-escaped" -> escaped(named(leaf.getIssuerX500Principal()));
            case "fingerprint-sha256" -> certificate.sha256();
            case "key-thumbprint" -> PublishedKeys.thumbprint(leaf.getPublicKey()).orElse(null);
            case "jwk" -> PublishedKeys.key(certificate).map(JWK::toJSONString).orElse(null);
            case "organisation-id" -> certificate.organisationId();
            default -> null;
        });
    }

    static String pem(X509Certificate certificate) {
        return "-----BEGIN CERTIFICATE-----\n" + body(certificate) + "\n-----END CERTIFICATE-----\n";
    }

    private static String body(X509Certificate certificate) {
        return Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der(certificate));
    }

    private static String named(X500Principal name) {
        return name.getName(X500Principal.RFC2253, SHORT_NAMES);
    }

    /** Blanks, and what a header field cannot hold, as in an address (RFC 3986, section 2.1). */
    private static String escaped(String name) {
        var escaped = new StringBuilder();
        for (var octet : name.getBytes(StandardCharsets.UTF_8)) {
            escaped.append(octet > ' ' && octet < 127 ? String.valueOf((char) octet) : "%%%02X".formatted(octet));
        }
        return escaped.toString();
    }

    /** Java writes the value of an OID in hexadecimal only (RFC 4514, section 2.4), so each OID gets a name that is taken off again. */
    private static String numbered(X500Principal name) {
        var marked = new HashMap<String, String>();
        SHORT_NAMES.keySet().forEach(oid -> marked.put(oid, "oid" + oid.replace('.', '_')));
        return Pattern.compile("(?<![^,+])oid([0-9_]+)=").matcher(name.getName(X500Principal.RFC2253, marked))
                .replaceAll(match -> match.group(1).replace('_', '.') + "=");
    }

    private static byte[] der(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was read can be written", e);
        }
    }
}
