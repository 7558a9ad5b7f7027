package io.portolan.mail;

import io.portolan.leg.Filled;
import io.portolan.playbook.Hosts;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes something from a mail as the capture's {@code from} says: {@code link:<pattern>}, {@code code:<pattern>} or {@code attachment:<pattern>}. */
final class MailCapture {

    private static final String LINK = "link:";
    private static final String CODE = "code:";
    private static final String ATTACHMENT = "attachment:";
    private static final Pattern USUAL_CODE = Pattern.compile("(?<![\\p{L}\\p{N}])(\\d{4,8})(?![\\p{L}\\p{N}])");

    private MailCapture() { }

    /** The value; empty where the mail has none. Links count only on these hosts, with port where it is not 443. */
    static Optional<String> taken(Filled from, Mail mail, List<String> hosts) {
        var rule = from.text();
        if (rule.startsWith(LINK)) {
            var bank = new Hosts(hosts);
            var pattern = Pattern.compile(rule.substring(LINK.length()).strip());
            return mail.links().stream().filter(link -> bank.allow(link) && pattern.matcher(link).find()).findFirst();
        }
        if (rule.startsWith(CODE)) {
            var written = rule.substring(CODE.length()).strip();
            var pattern = written.isEmpty() ? USUAL_CODE : Pattern.compile(written);
            return Optional.of(pattern.matcher(mail.subject() + "\n" + mail.own())).filter(Matcher::find)
                    .map(match -> match.groupCount() > 0 && match.group(1) != null ? match.group(1) : match.group());
        }
        throw new IllegalArgumentException("a mail has no " + rule);
    }

    /** The file; empty where the rule is about none, or the mail has none of such a name. */
    static Optional<Mail.Attachment> file(Filled from, Mail mail) {
        if (!isFile(from.text())) {
            return Optional.empty();
        }
        var pattern = Pattern.compile(from.text().substring(ATTACHMENT.length()).strip());
        return mail.attachments().stream().filter(file -> pattern.matcher(file.name()).find()).findFirst();
    }

    static boolean isFile(String rule) {
        return rule.startsWith(ATTACHMENT);
    }
}
