package io.portolan.bankapi;

import com.nimbusds.jose.util.X509CertUtils;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.oauth2.sdk.auth.X509CertificateConfirmation;
import io.portolan.certificate.Certificate;
import java.text.ParseException;

/** What can be seen of whether an access token works only with our certificate (RFC 8705, section 3.1). */
enum TokenBinding {

    /** It names our certificate. */
    OURS,
    /** It names another. */
    ANOTHER,
    /** It names none: whoever has it may use it. */
    NONE,
    /** Only the bank can read it. */
    HIDDEN;

    /** By the thumbprint that a bank names, be it in the token or where it says what the token is worth. */
    static TokenBinding to(String thumbprint, Certificate certificate) {
        return certificate != null && thumbprint.equals(X509CertUtils.computeSHA256Thumbprint(certificate.leaf()).toString()) ? OURS : ANOTHER;
    }

    static TokenBinding of(String token, Certificate certificate) {
        try {
            var claims = JWTParser.parse(token).getJWTClaimsSet();
            if (claims == null) {
                return HIDDEN;
            }
            var confirmation = X509CertificateConfirmation.parse(claims);
            if (confirmation == null) {
                return NONE;
            }
            return to(confirmation.getValue().toString(), certificate);
        } catch (ParseException | IllegalArgumentException notAJwt) {
            return HIDDEN;
        }
    }
}
