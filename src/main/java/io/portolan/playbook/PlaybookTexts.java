package io.portolan.playbook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The playbooks as they were written, in each version that was ever in use. */
@Component
public class PlaybookTexts {

    private final PlaybookVersions versions;

    PlaybookTexts(PlaybookVersions versions) {
        this.versions = versions;
    }

    /**
     * A version.
     *
     * @param hash the SHA-256 of its text, as 64 hexadecimal digits
     * @param source where it stood
     * @param usedAt when it came into use last
     */
    public record Version(String hash, String source, Instant usedAt) {

        /** Whether it is the generic route of a bank that had no playbook then. */
        public boolean isGeneric() {
            return GenericRoute.SOURCE.equals(source);
        }
    }

    /** The versions of a bank's playbook, that which came into use last first. */
    public List<Version> of(String bank) {
        return versions.all(bank);
    }

    /** The text of a version, in YAML. */
    public Optional<String> text(String bank, String hash) {
        return versions.find(bank, hash).map(PlaybookVersions.Kept::content);
    }
}
