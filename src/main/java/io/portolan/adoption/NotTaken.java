package io.portolan.adoption;

import io.portolan.refusal.Refused;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Nothing was taken in because of what was found, all of which it tells. */
public class NotTaken extends Refused {

    private static final long serialVersionUID = 1L;
    private static final Set<String> UNKNOWN = Set.of("unknown-tpp", "unknown-bank");
    private static final Set<String> STANDING = Set.of("already-registered", "already-in-progress", "portal-account-exists");

    private final transient List<Finding> findings;

    private NotTaken(Kind kind, String code, String sentence, Map<String, String> about, List<Finding> findings) {
        super(kind, code, sentence, about);
        this.findings = List.copyOf(findings);
    }

    /** A file of which nothing was taken. */
    static NotTaken file(List<Finding> findings) {
        return new NotTaken(Kind.INVALID, "import-not-taken", findings.size() == 1 ? "Nothing was taken in, because of one finding."
                : "Nothing was taken in, because of " + findings.size() + " findings.", Map.of(), findings);
    }

    /** One registration that was told by itself; it keeps the code that all findings have in common. */
    static NotTaken one(List<Finding> findings, Map<String, String> about) {
        var codes = findings.stream().map(Finding::code).collect(Collectors.toSet());
        var code = codes.size() == 1 ? codes.iterator().next() : "invalid-values";
        var kind = UNKNOWN.contains(code) ? Kind.NOT_FOUND : STANDING.contains(code) ? Kind.CONFLICT : Kind.INVALID;
        var fields = new LinkedHashMap<String, String>();
        findings.forEach(finding -> fields.merge(finding.column() == null ? "registration" : finding.column(),
                finding.right() == null ? finding.what() : finding.what() + " " + finding.right(), (one, other) -> one + " " + other));
        return new NotTaken(kind, code, findings.stream().map(Finding::what).collect(Collectors.joining(" ")), kind == Kind.INVALID ? fields : about, findings);
    }

    /** All that was found, by line. */
    public List<Finding> findings() {
        return findings;
    }
}
