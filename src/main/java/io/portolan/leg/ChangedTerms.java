package io.portolan.leg;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Terms that are not those which were accepted, or which the playbook knows, as the question to a person tells of them; or
 * terms that cannot be read, so that nothing tells whether they are.
 *
 * @param before what was accepted last, or null
 * @param known the hash that the playbook knows, or null; where {@code before} is null, too, the terms cannot be read
 */
public record ChangedTerms(Version before, String known, Version now) {

    private static final String ACCEPTED = "Accepted on ";
    private static final String KNOWN = "Known to the playbook: SHA-256 ";
    private static final String UNREAD = "What the portal shows of them is not their text, so nothing tells whether they have changed.";
    private static final String NOW = "Now: ";
    private static final Pattern BEFORE_LINE = Pattern.compile("(?m)^" + ACCEPTED + "(\\S+): SHA-256 ([0-9a-f]{64}), evidence (\\d{1,18})$");
    private static final Pattern KNOWN_LINE = Pattern.compile("(?m)^" + KNOWN + "([0-9a-f]{64})$");
    private static final Pattern NOW_LINE = Pattern.compile("(?m)^" + NOW + "SHA-256 ([0-9a-f]{64}), evidence (\\d{1,18})$");

    /** A version of terms: its hash, the id of the evidence that holds it, and when it was accepted, or null. */
    public record Version(String sha256, long evidence, Instant acceptedAt) {

        @Override
        public String toString() {
            return "SHA-256 " + sha256 + ", evidence " + evidence;
        }
    }

    /** The detail of the question, which {@link #read} reads again. */
    public String detail() {
        var earlier = before != null ? ACCEPTED + before.acceptedAt() + ": " + before : known != null ? KNOWN + known : UNREAD;
        return earlier + "\n" + NOW + now + "\nRead them; trying again accepts them.";
    }

    /** The terms that the detail of a question is about; empty where it is about something else. */
    public static Optional<ChangedTerms> read(String detail) {
        var now = NOW_LINE.matcher(detail == null ? "" : detail);
        if (!now.find()) {
            return Optional.empty();
        }
        var shown = new Version(now.group(1), Long.parseLong(now.group(2)), null);
        var before = BEFORE_LINE.matcher(detail);
        var known = KNOWN_LINE.matcher(detail);
        try {
            return before.find() ? Optional.of(new ChangedTerms(new Version(before.group(2), Long.parseLong(before.group(3)),
                    Instant.parse(before.group(1))), null, shown))
                    : known.find() ? Optional.of(new ChangedTerms(null, known.group(1), shown))
                    : detail.contains(UNREAD) ? Optional.of(new ChangedTerms(null, null, shown)) : Optional.empty();
        } catch (DateTimeException noMoment) {
            return Optional.empty();
        }
    }
}
