package io.portolan.playbook;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Checks how captures are taken out of an answer or a mail, and until when they are good. */
final class CaptureChecks {

    private final Findings findings;

    CaptureChecks(Findings findings) {
        this.findings = findings;
    }

    /** Checks what holds for the captures of every means. */
    void check(Capture capture, String path) {
        if (capture.pattern() != null) {
            checkPattern(capture.pattern(), path + ".pattern", 1);
        }
        if (capture.type() == ValueType.LIST && capture.secret()) {
            findings.add(path + ".type", "a list is no secret; let each secret be a capture of its own");
        }
        if (capture.expires() != null && capture.expiresAfter() != null) {
            findings.add(path + ".expires-after", "it expires at a time or after one; keep one of expires and expires-after");
        }
        if (capture.expires() != null && !capture.expires().startsWith("/")) {
            findings.add(path + ".expires", "\"" + capture.expires() + "\" is no JSON pointer; it begins with /");
        }
        if (capture.expiresAfter() != null && !capture.expiresAfter().startsWith("/") && Span.read(capture.expiresAfter()).isEmpty()) {
            findings.add(path + ".expires-after", "\"" + capture.expiresAfter()
                    + "\" is neither a length of time such as 5 minutes nor a JSON pointer such as /expires_in");
        }
    }

    /** Checks that a value begins with one of the prefixes that say where it is found. */
    void checkFrom(String from, String path, String... prefixes) {
        for (var prefix : prefixes) {
            if (from.startsWith(prefix)) {
                if (!prefix.equals("/") && !prefix.equals("header:")) {
                    checkPattern(from.substring(prefix.length()), path, -1);
                }
                return;
            }
        }
        findings.add(path, "\"" + from + "\" does not begin with " + String.join(" or ", prefixes));
    }

    private void checkPattern(String pattern, String path, int groups) {
        try {
            var has = Pattern.compile(pattern).matcher("").groupCount();
            if (groups >= 0 && has != groups) {
                findings.add(path, "a pattern has one group, which is what is taken; this one has " + has);
            }
        } catch (PatternSyntaxException e) {
            findings.add(path, "\"" + pattern + "\" is no regular expression: " + e.getDescription());
        }
    }
}
