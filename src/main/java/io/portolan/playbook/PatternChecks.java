package io.portolan.playbook;

import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Checks the regular expressions of steps, and what they compare terms by. */
final class PatternChecks {

    private static final List<String> TAKEN = List.of("link:", "code:");
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    private final Findings findings;

    PatternChecks(Findings findings) {
        this.findings = findings;
    }

    void check(Step step, String path) {
        if (step instanceof Step.CaptureValue capture && capture.pattern() != null) {
            groupsOf(capture.pattern(), path + ".pattern", 1);
        } else if (step instanceof Step.ReadMail mail && mail.take() != null) {
            checkTake(mail.take(), path + ".take");
        } else if (step instanceof Step.AcceptTerms terms) {
            checkTerms(terms, path);
        }
    }

    private void checkTerms(Step.AcceptTerms terms, String path) {
        if (terms.known() != null && !SHA_256.matcher(terms.known()).matches()) {
            findings.add(path + ".known", "a SHA-256 is written as 64 hexadecimal digits in lower case");
        }
        if (terms.document() != null && terms.document().equals(terms.target())) {
            findings.add(path + ".document", "the box holds no terms: name the link to them, or the element that holds their text");
        }
    }

    private void checkTake(String take, String path) {
        var kind = TAKEN.stream().filter(take::startsWith).findFirst();
        if (kind.isEmpty()) {
            findings.add(path, "\"" + take + "\" does not begin with " + String.join(" or ", TAKEN));
        } else {
            groupsOf(take.substring(kind.get().length()), path, -1);
        }
    }

    private void groupsOf(String pattern, String path, int wanted) {
        try {
            int groups = Pattern.compile(pattern).matcher("").groupCount();
            if (wanted >= 0 && groups != wanted) {
                findings.add(path, "\"" + pattern + "\" needs one group, (...), around what is taken");
            }
        } catch (PatternSyntaxException e) {
            findings.add(path, "\"" + pattern + "\" is no regular expression: " + e.getDescription());
        }
    }
}
