package io.portolan.playbook;

import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Checks a leg by mail: that its letter can be addressed and filled, and that what it captures can come. */
final class MailChecks {

    private static final Pattern ADDRESS = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
    private static final Pattern FILE = Pattern.compile(
            "\\{\\{\\s*(certificate\\.[a-z]+\\.(pem|chain-pem)|application\\.logo|tpp\\.logo|document\\.[a-z0-9-]+)\\s*}}");

    private final Findings findings;
    private final Playbook playbook;

    MailChecks(Findings findings, Playbook playbook) {
        this.findings = findings;
        this.playbook = playbook;
    }

    void check(MailWork work, Leg leg, String path) {
        if (work.letter() != null) {
            checkLetter(work.letter(), path + ".letter");
        }
        if (work.acknowledgement() != null) {
            checkGroup(work.acknowledgement().reference(), path + ".acknowledgement.reference");
            checkGroup(work.acknowledgement().promised(), path + ".acknowledgement.promised");
        }
        var brings = leg.captures().values().stream().anyMatch(capture -> !capture.optional());
        if (brings && work.expect() == null && leg.signs().doneWhen().isEmpty()) {
            findings.add(path, "captures come from an expected mail, or from one that shows that the leg is done:"
                    + " say expect: {from: ...} or done-when");
        }
    }

    private void checkLetter(MailWork.Letter letter, String path) {
        if (letter.to() != null && letter.to().isPlain()) {
            checkRecipient(letter.to().written(), path + ".to");
        }
        for (int i = 0; i < letter.attach().size(); i++) {
            var item = letter.attach().get(i);
            var at = findings.knows(path + ".attach[" + i + "]") ? path + ".attach[" + i + "]" : path + ".attach";
            if (!FILE.matcher(item.written()).matches()) {
                findings.add(at, "\"" + item + "\" is no file: attach {{certificate.<kind>.pem}}, {{certificate.<kind>.chain-pem}},"
                        + " {{application.logo}}, {{tpp.logo}} or {{document.<name>}}");
            }
        }
    }

    private void checkRecipient(String to, String path) {
        var contact = playbook.contacts().get(to);
        if (contact != null && contact.eMail() == null) {
            findings.add(path, "the contact \"" + to + "\" has no e-mail");
        } else if (contact == null && !ADDRESS.matcher(to).matches()) {
            findings.unknown(path, "contact", to, List.copyOf(playbook.contacts().keySet()));
        }
    }

    private void checkGroup(String pattern, String path) {
        if (pattern == null) {
            return;
        }
        try {
            if (Pattern.compile(pattern).matcher("").groupCount() != 1) {
                findings.add(path, "\"" + pattern + "\" needs one group, which is what is taken");
            }
        } catch (PatternSyntaxException e) {
            findings.add(path, "\"" + pattern + "\" is no regular expression: " + e.getDescription());
        }
    }
}
