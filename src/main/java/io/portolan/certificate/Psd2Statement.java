package io.portolan.certificate;

import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1UTF8String;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.qualified.QCStatement;

/**
 * What a certificate says of a payment service provider (ETSI TS 119 495, clause 5.1).
 *
 * @param roles the roles by OID, such as {@code PSP_AI}; a role registered elsewhere by its OID
 * @param authorityName the name of the national competent authority
 * @param authorityId its id, such as {@code DE-BAFIN}
 */
record Psd2Statement(Set<String> roles, String authorityName, String authorityId) {

    private static final ASN1ObjectIdentifier ID = new ASN1ObjectIdentifier("0.4.0.19495.2");
    private static final String ROLE = "0.4.0.19495.1.";
    private static final Map<String, String> NAMES = Map.of(ROLE + 0, "UNSPECIFIED", ROLE + 1, "PSP_AS", ROLE + 2, "PSP_PI",
            ROLE + 3, "PSP_AI", ROLE + 4, "PSP_IC", ROLE + 5, "PSP_CB", ROLE + 6, "PSP_PA", ROLE + 51, "VOP_RS",
            ROLE + 52, "VOP_VS");

    /** The statement of a certificate; empty where it makes none, as those of Open Banking (UK) may. */
    static Optional<Psd2Statement> of(X509Certificate certificate) {
        var extension = certificate.getExtensionValue(Extension.qCStatements.getId());
        if (extension == null) {
            return Optional.empty();
        }
        try {
            for (var entry : ASN1Sequence.getInstance(ASN1OctetString.getInstance(extension).getOctets())) {
                var statement = QCStatement.getInstance(entry);
                if (statement.getStatementId().equals(ID)) {
                    return Optional.of(read(ASN1Sequence.getInstance(statement.getStatementInfo())));
                }
            }
            return Optional.empty();
        } catch (IllegalArgumentException | IndexOutOfBoundsException | NullPointerException e) {
            throw Unsuitable.because("chain", "The PSD2 statement of the certificate cannot be read (ETSI TS 119 495).");
        }
    }

    private static Psd2Statement read(ASN1Sequence statement) {
        var roles = new TreeSet<String>();
        for (var entry : ASN1Sequence.getInstance(statement.getObjectAt(0))) {
            // the OID counts: the names beside it are written in more than one way
            var id = ASN1ObjectIdentifier.getInstance(ASN1Sequence.getInstance(entry).getObjectAt(0)).getId();
            roles.add(NAMES.getOrDefault(id, id));
        }
        return new Psd2Statement(Collections.unmodifiableSet(roles), text(statement, 1), text(statement, 2));
    }

    private static String text(ASN1Sequence statement, int place) {
        return ASN1UTF8String.getInstance(statement.getObjectAt(place)).getString();
    }
}
