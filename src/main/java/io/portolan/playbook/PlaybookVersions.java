package io.portolan.playbook;

import java.util.Optional;

/** Keeps the content of every version that was ever in use. */
interface PlaybookVersions {

    /** A version as it was read. */
    record Kept(String hash, String source, String content) { }

    /** Keeps this version and remembers that it came into use now. */
    void use(String bank, Kept version);

    /** The version with this hash. */
    Optional<Kept> find(String bank, String hash);

    /** The version that came into use last. */
    Optional<Kept> last(String bank);
}
