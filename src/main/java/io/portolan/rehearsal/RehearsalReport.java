package io.portolan.rehearsal;

import java.util.List;

/**
 * What came of rehearsing one playbook.
 *
 * @param version the hash of the playbook
 * @param attempts all that was tried: walk by walk, in the order of the playbook, and within a walk as it was tried
 * @param findings what is wrong with the playbook, as sentences; none where it can be walked by all of its signs
 * @param left what could not be tried, as sentences
 */
public record RehearsalReport(String bank, String version, List<Attempt> attempts, List<String> findings, List<String> left) {

    /** Whether nothing was found. */
    public boolean isClean() {
        return findings.isEmpty();
    }
}
