package io.portolan.certificate;

import io.portolan.refusal.Refused;
import java.util.HashSet;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.Time;

/** Says why no program takes something for a certificate (RFC 5280, section 4.1). */
final class Misbuilt {

    private static final String OTHERWISE = "it is cut off or damaged, or it is no X.509 certificate.";
    private static final int EXTENSIONS = 3;

    private Misbuilt() {
    }

    /** The refusal of these bytes, which neither Java nor BouncyCastle has read. */
    static Refused because(String which, byte[] der) {
        return Unsuitable.because("chain", "The " + which + " cannot be read: " + reason(der));
    }

    private static String reason(byte[] der) {
        try {
            if (!Nesting.isBearable(der)) {
                return OTHERWISE;
            }
            var whole = ASN1Sequence.getInstance(der);
            if (whole.size() == 2 && SubjectPublicKeyInfo.getInstance(whole) != null) {
                return "it is only a public key.";
            }
            return whole.size() == 3 ? reason(ASN1Sequence.getInstance(whole.getObjectAt(0))) : OTHERWISE;
        } catch (RuntimeException noCertificate) {
            return OTHERWISE;
        }
    }

    private static String reason(ASN1Sequence body) {
        int version = body.getObjectAt(0) instanceof ASN1TaggedObject tagged ? ASN1Integer.getInstance(tagged, true).intValueExact() : 0;
        int first = body.getObjectAt(0) instanceof ASN1TaggedObject ? 1 : 0;
        var last = body.getObjectAt(body.size() - 1);
        if (last instanceof ASN1TaggedObject tagged && tagged.getTagNo() == EXTENSIONS) {
            var repeated = repeated(ASN1Sequence.getInstance(tagged, true));
            if (repeated != null) {
                return "it has the extension " + repeated + " more than once (RFC 5280, section 4.2). Its issuer has to write it anew.";
            }
            if (version != 2) {
                return "it has extensions and says that it is of version " + (version + 1) + ", and only those of version 3 have any (RFC 5280, section 4.1.2.1)."
                        + " Its issuer has to write it anew.";
            }
        }
        if (ASN1Sequence.getInstance(body.getObjectAt(first + 2)).size() == 0) {
            return "it names no issuer (RFC 5280, section 4.1.2.4), so nobody can believe it.";
        }
        return isSpan(ASN1Sequence.getInstance(body.getObjectAt(first + 3))) ? OTHERWISE
                : "its beginning or end is no time (RFC 5280, section 4.1.2.5). Its issuer has to write it anew.";
    }

    private static String repeated(ASN1Sequence extensions) {
        var seen = new HashSet<String>();
        for (ASN1Encodable extension : extensions) {
            var id = ASN1ObjectIdentifier.getInstance(ASN1Sequence.getInstance(extension).getObjectAt(0)).getId();
            if (!seen.add(id)) {
                return id;
            }
        }
        return null;
    }

    private static boolean isSpan(ASN1Sequence validity) {
        try {
            return !Time.getInstance(validity.getObjectAt(0)).getDate().after(Time.getInstance(validity.getObjectAt(1)).getDate()) || validity.size() == 2;
        } catch (RuntimeException noTime) {
            return false;
        }
    }
}
