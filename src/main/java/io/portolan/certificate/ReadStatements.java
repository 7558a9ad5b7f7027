package io.portolan.certificate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.ASN1TaggedObject;

/** Reads the statements of a qualified certificate (RFC 3739, section 3.2.6; ETSI EN 319 412-5, clause 4). */
final class ReadStatements {

    private static final String COMPLIANCE = "0.4.0.1862.1.1";
    private static final String DEVICE = "0.4.0.1862.1.4";
    private static final String TYPE = "0.4.0.1862.1.6";
    private static final String LEGISLATION = "0.4.0.1862.1.7";

    private static final int DEEPEST = 5;

    private boolean isExact = true;
    private boolean isCompliant;
    private boolean isOnDevice;
    private final TreeSet<String> types = new TreeSet<>();
    private final List<String> legislations = new ArrayList<>();
    private final List<Psd2Statement> psd2 = new ArrayList<>();
    private final List<String> others = new ArrayList<>();

    private ReadStatements() {
    }

    static CertificateContents.QualifiedStatements of(ASN1Encodable value) {
        var reading = new ReadStatements();
        reading.walk(value, 0);
        return new CertificateContents.QualifiedStatements(true, reading.isExact, reading.isCompliant, Collections.unmodifiableSet(reading.types),
                reading.isOnDevice, List.copyOf(reading.legislations), reading.together(), List.copyOf(reading.others));
    }

    /** A statement is what begins with an OID; it should stand in one sequence with the others, and may stand alone or deeper. */
    private void walk(ASN1Encodable value, int depth) {
        var primitive = value.toASN1Primitive();
        if (primitive instanceof ASN1ObjectIdentifier oid) {
            read(oid, null, depth);
        } else if (primitive instanceof ASN1Sequence sequence) {
            if (sequence.size() > 0 && sequence.getObjectAt(0).toASN1Primitive() instanceof ASN1ObjectIdentifier oid) {
                read(oid, sequence.size() < 2 ? null : sequence.getObjectAt(1), depth);
            } else if (depth < DEEPEST) {
                sequence.forEach(member -> walk(member, depth + 1));
            }
        } else if (primitive instanceof ASN1Set set && depth < DEEPEST) {
            isExact = false;
            set.forEach(member -> walk(member, depth + 1));
        } else if (primitive instanceof ASN1TaggedObject tagged && depth < DEEPEST) {
            isExact = false;
            walk(tagged.getBaseObject(), depth + 1);
        }
    }

    private void read(ASN1ObjectIdentifier oid, ASN1Encodable information, int depth) {
        isExact &= depth == 1;
        switch (oid.getId()) {
            case COMPLIANCE -> isCompliant = true;
            case DEVICE -> isOnDevice = true;
            case TYPE -> LooseAsn1.oids(information).forEach(type -> types.add(named(type)));
            case LEGISLATION -> LooseAsn1.flattened(information).stream().filter(leaf -> leaf.text() != null)
                    .forEach(leaf -> legislations.add(leaf.text()));
            case Psd2Statement.ID -> psd2.add(information == null ? new Psd2Statement(List.of(), null, null, false) : Psd2Statement.read(information));
            default -> others.add(oid.getId());
        }
    }

    /** Of several statements the first counts, with the roles of all. */
    private Psd2Statement together() {
        if (psd2.size() < 2) {
            return psd2.isEmpty() ? null : psd2.get(0);
        }
        var first = psd2.get(0);
        return new Psd2Statement(psd2.stream().flatMap(each -> each.roles().stream()).distinct().toList(), first.authorityName(), first.authorityId(), false);
    }

    private static String named(String type) {
        return switch (type) {
            case TYPE + ".1" -> "esign";
            case TYPE + ".2" -> "eseal";
            case TYPE + ".3" -> "web";
            default -> type;
        };
    }
}
