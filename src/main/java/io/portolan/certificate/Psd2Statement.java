package io.portolan.certificate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1UTF8String;

/**
 * What a certificate says of a payment service provider (ETSI TS 119 495, clause 5.1).
 *
 * @param roles the roles in the order they are written in
 * @param authorityName the name of the national competent authority, or null
 * @param authorityId its id, such as {@code DE-BAFIN}, or null
 * @param isExact whether the statement is built as the standard has it; one that is not is read by what is in it
 */
public record Psd2Statement(List<NamedRole> roles, String authorityName, String authorityId, boolean isExact) {

    /** The id of the statement. */
    static final String ID = "0.4.0.19495.2";
    private static final String ROLE = "0.4.0.19495.1.";
    private static final Map<String, String> NAMES = Map.of(ROLE + 0, "UNSPECIFIED", ROLE + 1, "PSP_AS", ROLE + 2, "PSP_PI",
            ROLE + 3, "PSP_AI", ROLE + 4, "PSP_IC", ROLE + 5, "PSP_CB", ROLE + 6, "PSP_PA", ROLE + 51, "VOP_RS",
            ROLE + 52, "VOP_VS");
    private static final int LONGEST = 256;
    private static final Pattern AUTHORITY_ID = Pattern.compile("[A-Z]{2}[-_ ][A-Z]{2,8}");

    /** A role by its OID, and the name that stands beside it, or null. */
    public record NamedRole(String oid, String written) {

        /** The name that the OID stands for; the OID itself where it is registered elsewhere. */
        public String name() {
            return NAMES.getOrDefault(oid, oid);
        }

        boolean isKnown() {
            return NAMES.containsKey(oid);
        }

        boolean isNamedAsItShould() {
            return written != null && (name().equals(written) || name().equals("UNSPECIFIED") && written.equalsIgnoreCase("Unspecified"));
        }
    }

    /** The names of the roles, by OID: the names that stand beside them are written in more than one way. */
    public Set<String> roleNames() {
        var names = new TreeSet<String>();
        roles.forEach(role -> names.add(role.name()));
        return Collections.unmodifiableSet(names);
    }

    /** The OID of a role by its name; empty where the standard has no such role. */
    static Optional<String> oid(String name) {
        return NAMES.entrySet().stream().filter(role -> role.getValue().equals(name)).map(Map.Entry::getKey).findFirst();
    }

    /** The names of the standard's roles. */
    static Set<String> names() {
        return new TreeSet<>(NAMES.values());
    }

    /** Reads a statement by its structure, or where that is not the one of the standard by what is found in it. */
    static Psd2Statement read(ASN1Encodable statement) {
        try {
            return exact(ASN1Sequence.getInstance(statement));
        } catch (IllegalArgumentException | IndexOutOfBoundsException | NullPointerException e) {
            return found(LooseAsn1.flattened(statement));
        }
    }

    private static Psd2Statement exact(ASN1Sequence statement) {
        var roles = new ArrayList<NamedRole>();
        for (var entry : ASN1Sequence.getInstance(statement.getObjectAt(0))) {
            var role = ASN1Sequence.getInstance(entry);
            if (role.size() != 2) {
                throw new IllegalArgumentException("a role is an OID and a name; some issuers write all roles into one");
            }
            roles.add(new NamedRole(ASN1ObjectIdentifier.getInstance(role.getObjectAt(0)).getId(), text(role, 1)));
        }
        var name = text(statement, 1);
        var id = text(statement, 2);
        return new Psd2Statement(List.copyOf(roles), name, id, statement.size() == 3 && name.length() <= LONGEST && id.length() <= LONGEST);
    }

    private static String text(ASN1Sequence statement, int place) {
        return ASN1UTF8String.getInstance(statement.getObjectAt(place)).getString();
    }

    /** A text right behind an OID is the name of that role; the texts that are left name the authority. */
    private static Psd2Statement found(List<LooseAsn1.Leaf> leaves) {
        var roles = new ArrayList<NamedRole>();
        var texts = new ArrayList<String>();
        for (int i = 0; i < leaves.size(); i++) {
            var leaf = leaves.get(i);
            if (leaf.oid() != null) {
                var next = i + 1 < leaves.size() && leaves.get(i + 1).text() != null
                        && leaves.get(i + 1).parent() == leaf.parent() ? leaves.get(++i).text() : null;
                roles.add(new NamedRole(leaf.oid(), next));
            } else if (leaf.text() != null && !NAMES.containsValue(leaf.text())) {
                texts.add(leaf.text());
            }
        }
        var id = texts.stream().filter(text -> AUTHORITY_ID.matcher(text).matches()).reduce((first, last) -> last)
                .orElse(texts.size() > 1 ? texts.get(1) : null);
        var name = texts.stream().filter(text -> !text.equals(id)).findFirst().orElse(null);
        return new Psd2Statement(List.copyOf(roles), name, id, false);
    }
}
