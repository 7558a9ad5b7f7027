package io.portolan.simulator;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x509.qualified.QCStatement;

/** The qcStatements of a TPP's certificate (ETSI EN 319 412-5 and TS 119 495, clause 5.1). */
final class QualifiedStatements {

    static final ASN1ObjectIdentifier COMPLIANCE = new ASN1ObjectIdentifier("0.4.0.1862.1.1");
    static final ASN1ObjectIdentifier DISCLOSURE = new ASN1ObjectIdentifier("0.4.0.1862.1.5");
    static final ASN1ObjectIdentifier TYPE = new ASN1ObjectIdentifier("0.4.0.1862.1.6");
    static final ASN1ObjectIdentifier SEAL = TYPE.branch("2");
    static final ASN1ObjectIdentifier WEB = TYPE.branch("3");
    static final ASN1ObjectIdentifier PSD2 = new ASN1ObjectIdentifier("0.4.0.19495.2");
    private static final ASN1ObjectIdentifier ROLES = new ASN1ObjectIdentifier("0.4.0.19495.1");

    private QualifiedStatements() { }

    static DERSequence of(ASN1ObjectIdentifier type, DemoTpp tpp) {
        return sequence(
                new QCStatement(COMPLIANCE),
                new QCStatement(DISCLOSURE, new DERSequence(sequence(
                        new DERIA5String("https://pki.harbour.example/pds-en.pdf"), new DERPrintableString("en")))),
                new QCStatement(TYPE, new DERSequence(type)),
                new QCStatement(PSD2, sequence(
                        sequence(role(2, "PSP_PI"), role(3, "PSP_AI")),
                        new DERUTF8String(tpp.authorityName()), new DERUTF8String(tpp.authorityId()))));
    }

    private static DERSequence role(int number, String name) {
        return sequence(ROLES.branch(String.valueOf(number)), new DERUTF8String(name));
    }

    private static DERSequence sequence(ASN1Encodable... parts) {
        var vector = new ASN1EncodableVector();
        for (var part : parts) {
            vector.add(part);
        }
        return new DERSequence(vector);
    }
}
