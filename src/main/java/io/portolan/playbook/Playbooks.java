package io.portolan.playbook;

import java.util.List;
import java.util.Optional;

/** The catalogue: what every bank asks, now and in each version that was ever in use. */
public interface Playbooks {

    /** The version by which an onboarding at this bank begins now; where there is no playbook and the bank is known, that of the generic route. */
    Optional<Versioned> current(String bank);

    /** The version with this hash, however old; an onboarding is pinned to it. */
    Optional<Versioned> version(String bank, String hash);

    /** The current version of every bank that has a playbook, by the bank's id. */
    List<Versioned> all();

    /** What is wrong with files that could not be read; their banks keep the last version that could. */
    List<Problem> problems();

    /** Reads all files again and says what is different from before; asked twice, the second time finds nothing different. */
    Reloaded reload();

    /**
     * What reading all files again has brought.
     *
     * @param added the ids of banks that were not there before
     * @param changed the ids of banks that have another version now
     * @param gone the ids of banks whose file is gone
     * @param problems what is wrong with files that could not be read; their banks keep the last version that could
     */
    record Reloaded(List<String> added, List<String> changed, List<String> gone, List<Problem> problems) { }

    /**
     * A playbook as one file had it.
     *
     * @param hash the SHA-256 of the file, as 64 hexadecimal digits
     * @param source where the file stood when it was read
     */
    record Versioned(Playbook playbook, String hash, String source) {

        /** Whether it is the generic route, by which people find the way into a bank that has no playbook. */
        public boolean isGeneric() {
            return GenericRoute.SOURCE.equals(source);
        }

        /** Enough of the hash to tell versions apart, for people. */
        public String shortHash() {
            return hash.substring(0, 12);
        }
    }
}
