package io.portolan.certificate;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.ASN1TaggedObject;

/** Reads structures that are not what they should be: the OIDs and texts in them, whatever they are wrapped in. */
final class LooseAsn1 {

    private static final int DEEPEST = 16;
    /** How the OID of a role begins, behind its tag and length. */
    private static final byte[] ROLE = {4, 0, (byte) 0x81, (byte) 0x98, 0x27, 1};

    private LooseAsn1() {
    }

    /**
     * An OID or a text.
     *
     * @param parent what it stands in, the same object for all that stand together
     */
    record Leaf(String oid, String text, Object parent) { }

    /** All OIDs and texts, in the order they are written in. */
    static List<Leaf> flattened(ASN1Encodable value) {
        var leaves = new ArrayList<Leaf>();
        walk(value, null, leaves, 0);
        return leaves;
    }

    /** All OIDs, in the order they are written in. */
    static List<String> oids(ASN1Encodable value) {
        return flattened(value).stream().map(Leaf::oid).filter(oid -> oid != null).toList();
    }

    private static void walk(ASN1Encodable value, Object parent, List<Leaf> leaves, int depth) {
        if (value == null || depth > DEEPEST) {
            return;
        }
        var primitive = value.toASN1Primitive();
        if (primitive instanceof ASN1ObjectIdentifier oid) {
            leaves.add(new Leaf(oid.getId(), null, parent));
        } else if (primitive instanceof ASN1Sequence sequence) {
            sequence.forEach(member -> walk(member, sequence, leaves, depth + 1));
        } else if (primitive instanceof ASN1Set set) {
            set.forEach(member -> walk(member, set, leaves, depth + 1));
        } else if (primitive instanceof ASN1TaggedObject tagged) {
            walk(tagged.getBaseObject(), parent, leaves, depth + 1);
        } else if (primitive instanceof ASN1OctetString octets) {
            octets(octets.getOctets(), parent, leaves, depth);
        } else if (primitive instanceof ASN1String text && !(primitive instanceof ASN1BitString)) {
            leaves.add(new Leaf(null, text.getString(), parent));
        }
    }

    /** An octet string may wrap another structure, or be a text whose tag was replaced. */
    private static void octets(byte[] octets, Object parent, List<Leaf> leaves, int depth) {
        if (octets.length == ROLE.length + 1 && Arrays.equals(octets, 0, ROLE.length, ROLE, 0, ROLE.length)) {
            leaves.add(new Leaf(ASN1ObjectIdentifier.fromContents(octets).getId(), null, parent));
            return;
        }
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets)).toString();
            if (text.length() > 0 && text.chars().noneMatch(Character::isISOControl)) {
                leaves.add(new Leaf(null, text, parent));
                return;
            }
        } catch (CharacterCodingException notText) {
            // then it may be a structure
        }
        try {
            if (Nesting.isBearable(octets)) {
                walk(ASN1Primitive.fromByteArray(octets), parent, leaves, depth + 1);
            }
        } catch (IOException | RuntimeException notAsn1) {
            // neither: there is nothing to read in it
        }
    }
}
