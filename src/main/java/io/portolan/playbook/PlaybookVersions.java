package io.portolan.playbook;

import java.util.List;
import java.util.Optional;

/** Keeps the content of every version that was ever in use. */
interface PlaybookVersions {

    /** A version as it was read. */
    record Kept(String hash, String source, String content) { }

    /** Keeps this version and remembers that it came into use now. */
    void use(String bank, Kept version);

    /** The version with this hash. */
    Optional<Kept> find(String bank, String hash);

    /** All versions, that which came into use last first. */
    List<PlaybookTexts.Version> all(String bank);

    /** The version that came into use last. */
    Optional<Kept> last(String bank);
}
