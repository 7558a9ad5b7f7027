package io.portolan.mail;

import io.portolan.leg.ReceivedMails.Nature;
import jakarta.mail.internet.MimeMessage;
import java.util.regex.Pattern;

/** Reads delivery status notifications (RFC 3464), and what older servers write in their place. */
final class DeliveryReports {

    private static final Pattern ACTION = Pattern.compile("(?mi)^Action:\\s*(\\S+)");
    private static final Pattern RECIPIENT = Pattern.compile("(?mi)^(?:Original|Final)-Recipient:\\s*(?:[^;\\n]*;)?\\s*(\\S+)");
    private static final Pattern WHY = Pattern.compile("(?mi)^Diagnostic-Code:\\s*(.+(?:\\R[ \\t].+)*)");
    private static final Pattern STATUS = Pattern.compile("(?mi)^Status:\\s*(\\S+)");

    private DeliveryReports() { }

    /** The report; null where the mail is none. */
    static Mail.DeliveryReport of(MailBody body, MimeMessage message) {
        var status = body.status();
        if (status.isBlank()) {
            var failed = MailNature.field(message, "X-Failed-Recipients");
            return failed.isEmpty() ? null : new Mail.DeliveryReport(true, failed, "The mail server gives no reason.", body.originalId());
        }
        var action = found(ACTION, status);
        var why = found(WHY, status);
        return new Mail.DeliveryReport(action == null || action.equalsIgnoreCase("failed"), found(RECIPIENT, status),
                why != null ? why.replaceAll("\\s+", " ") : "Status " + found(STATUS, status), body.originalId());
    }

    /** Whether it tells that a mail of ours will not arrive; that one is late, or has arrived, is no bounce. */
    static boolean isFinal(Mail mail) {
        return mail.nature() == Nature.BOUNCE && (mail.report() == null || mail.report().failed());
    }

    private static String found(Pattern pattern, String text) {
        var match = pattern.matcher(text);
        return match.find() ? match.group(1).strip() : null;
    }
}
