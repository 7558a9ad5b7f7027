package io.portolan.simulator.foghorn;

import com.fasterxml.jackson.databind.JsonNode;
import io.portolan.simulator.BooksFile;
import io.portolan.simulator.ClientCertificate;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;

/**
 * An enrolment as a flattened JWS (RFC 7515 section 7.2.2), signed by RS256 with the one certificate that its header holds.
 *
 * @param content what was signed
 * @param signer whose certificate it was
 */
record SignedEnrolment(JsonNode content, ClientCertificate signer) {

    /** Reads it; says what is wrong with it otherwise. */
    static SignedEnrolment read(String body, X509Certificate authority) {
        try {
            var jws = BooksFile.JSON.readTree(body);
            var header = BooksFile.JSON.readTree(decoded(jws.path("protected").asText()));
            if (!header.path("alg").asText().equals("RS256") || header.path("x5c").size() != 1) {
                throw new IllegalArgumentException("The header must say RS256 and hold exactly one certificate.");
            }
            var certificate = (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(
                    new ByteArrayInputStream(Base64.getDecoder().decode(header.path("x5c").get(0).asText())));
            certificate.verify(authority.getPublicKey());
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(certificate.getPublicKey());
            signature.update((jws.path("protected").asText() + "." + jws.path("payload").asText()).getBytes(StandardCharsets.US_ASCII));
            if (!signature.verify(decoded(jws.path("signature").asText()))) {
                throw new IllegalArgumentException("The signature does not fit.");
            }
            var signer = ClientCertificate.read(certificate);
            if (signer.isForTls()) {
                throw new IllegalArgumentException("The certificate is not one for seals.");
            }
            return new SignedEnrolment(BooksFile.JSON.readTree(decoded(jws.path("payload").asText())), signer);
        } catch (IOException | GeneralSecurityException | IllegalArgumentException unreadable) {
            throw new IllegalArgumentException("This is no signed enrolment: " + unreadable.getMessage(), unreadable);
        }
    }

    private static byte[] decoded(String text) {
        return Base64.getUrlDecoder().decode(text);
    }
}
