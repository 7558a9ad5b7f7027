package io.portolan.playbook;

import java.util.List;
import java.util.Optional;

/** The catalogue: what every bank asks, now and in each version that was ever in use. */
public interface Playbooks {

    /** The version by which an onboarding at this bank begins now. */
    Optional<Versioned> current(String bank);

    /** The version with this hash, however old; an onboarding is pinned to it. */
    Optional<Versioned> version(String bank, String hash);

    /** The current version of every bank, by the bank's id. */
    List<Versioned> all();

    /** What is wrong with files that could not be read; their banks keep the last version that could. */
    List<Problem> problems();

    /** Reads all files again. */
    void reload();

    /**
     * A playbook as one file had it.
     *
     * @param hash the SHA-256 of the file, as 64 hexadecimal digits
     * @param source where the file stood when it was read
     */
    record Versioned(Playbook playbook, String hash, String source) {

        /** Enough of the hash to tell versions apart, for people. */
        public String shortHash() {
            return hash.substring(0, 12);
        }
    }
}
