package io.portolan.certificate;

import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1BMPString;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.ASN1T61String;
import org.bouncycastle.asn1.ASN1UniversalString;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;

/** Reads the name of a subject, in whatever type of text its attributes are written. */
final class ReadSubject {

    static final CertificateContents.Subject NONE = new CertificateContents.Subject("", null, null, null, List.of(), List.of());

    private ReadSubject() {
    }

    static CertificateContents.Subject of(X500Name name) {
        var ids = new ArrayList<String>();
        var odd = new ArrayList<String>();
        for (var rdn : name.getRDNs()) {
            for (var attribute : rdn.getTypesAndValues()) {
                if (attribute.getType().equals(BCStyle.ORGANIZATION_IDENTIFIER)) {
                    ids.add(text(attribute));
                }
                var type = outdated(attribute);
                if (type != null) {
                    odd.add(named(attribute.getType()) + " (" + type + ")");
                }
            }
        }
        return new CertificateContents.Subject(said(name), first(name, BCStyle.C), first(name, BCStyle.O), first(name, BCStyle.CN),
                List.copyOf(ids), List.copyOf(odd));
    }

    /** The name as people read it, with {@code organizationIdentifier} by its name. */
    static String said(X500Name name) {
        return BCStyle.INSTANCE.toString(name);
    }

    private static String first(X500Name name, ASN1ObjectIdentifier type) {
        for (var rdn : name.getRDNs()) {
            for (var attribute : rdn.getTypesAndValues()) {
                if (attribute.getType().equals(type)) {
                    return text(attribute);
                }
            }
        }
        return null;
    }

    private static String text(AttributeTypeAndValue attribute) {
        return attribute.getValue().toASN1Primitive() instanceof ASN1String text ? text.getString() : IETFUtils.valueToString(attribute.getValue());
    }

    private static String outdated(AttributeTypeAndValue attribute) {
        var value = attribute.getValue().toASN1Primitive();
        return value instanceof ASN1T61String ? "TeletexString" : value instanceof ASN1BMPString ? "BMPString"
                : value instanceof ASN1UniversalString ? "UniversalString" : null;
    }

    private static String named(ASN1ObjectIdentifier type) {
        var name = BCStyle.INSTANCE.oidToDisplayName(type);
        return name == null ? type.getId() : name;
    }
}
