package io.portolan.simulator;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1UTF8String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.asn1.x509.qualified.QCStatement;

/**
 * What a bank reads in the certificate of a TPP.
 *
 * @param organisationId the organizationIdentifier of the subject, such as {@code PSDDE-BAFIN-100200}, or null
 * @param roles the PSD2 roles, such as {@code PSP_AI}
 * @param isForTls whether a client may show it in a handshake, which a seal is not for
 * @param thumbprint its SHA-256 in base64url, as a token is bound to it (RFC 8705, section 3.1)
 */
public record ClientCertificate(String organisationId, Set<String> roles, boolean isForTls, String thumbprint) {

    private static final String STATEMENTS = "1.3.6.1.5.5.7.1.3";

    /** Reads it. */
    public static ClientCertificate read(X509Certificate certificate) {
        var subject = X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
        var ids = subject.getRDNs(BCStyle.ORGANIZATION_IDENTIFIER);
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return new ClientCertificate(
                    ids.length == 0 ? null : IETFUtils.valueToString(ids[0].getFirst().getValue()),
                    roles(certificate), isForTls(certificate), Base64.getUrlEncoder().withoutPadding().encodeToString(hash));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether a client has shown one of an organisation in the handshake; null is none. */
    public static boolean isQwac(ClientCertificate shown) {
        return shown != null && shown.isForTls && shown.organisationId != null;
    }

    private static boolean isForTls(X509Certificate certificate) throws GeneralSecurityException {
        return certificate.getExtendedKeyUsage() != null && certificate.getExtendedKeyUsage().contains("1.3.6.1.5.5.7.3.2");
    }

    private static Set<String> roles(X509Certificate certificate) {
        var roles = new HashSet<String>();
        var extension = certificate.getExtensionValue(STATEMENTS);
        if (extension == null) {
            return roles;
        }
        for (var entry : ASN1Sequence.getInstance(ASN1OctetString.getInstance(extension).getOctets())) {
            var statement = QCStatement.getInstance(entry);
            if (statement.getStatementId().equals(QualifiedStatements.PSD2)) {
                var listed = ASN1Sequence.getInstance(ASN1Sequence.getInstance(statement.getStatementInfo()).getObjectAt(0));
                listed.forEach(role -> roles.add(ASN1UTF8String.getInstance(
                        ASN1Sequence.getInstance(role).getObjectAt(1)).getString()));
            }
        }
        return roles;
    }
}
