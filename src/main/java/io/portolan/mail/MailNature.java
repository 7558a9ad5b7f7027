package io.portolan.mail;

import io.portolan.leg.ReceivedMails.Nature;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Locale;
import java.util.regex.Pattern;

/** Says by its header fields and its subject what sort of mail one is. */
final class MailNature {

    private static final Pattern REPLIES = Pattern.compile("(?i)^\\s*(re:\\s*)?((auto(matic)?[- ]?(reply|response|generated reply)|autoreply|automatische (antwort|empfangsbestätigung)"
            + "|abwesenheits|out of (the )?office|réponse automatique|absence du bureau|risposta automatica|fuori ufficio|respuesta automática"
            + "|automatisch(e)? (antwoord|beantwoording)|autosvar|automaattinen vastaus|odpowiedź automatyczna|automatická odpověď)\\b|abwesenheit).*");
    private static final Pattern RECEIPTS = Pattern.compile("(?i)(?!\\s*(re|aw|sv|antw|odp):).*((we('ve| have) received|thank you for) your (request|message|e-?mail|enquiry|inquiry)|your (request|ticket|case) (has been|was) (received|created|opened)"
            + "|(ticket|case) [#\\w-]* ?(has been |was )?(created|opened|received)|ihre anfrage (ist|wurde) .*(eingegangen|erhalten|erfasst)|eingangsbestätigung|accusé de réception).*");

    private MailNature() { }

    static Nature of(MimeMessage message, String from, String subject) {
        if (isReport(message) || from.startsWith("mailer-daemon@") || from.startsWith("postmaster@") && isFromNobody(message)) {
            return Nature.BOUNCE;
        }
        var submitted = field(message, "Auto-Submitted");
        if (submitted.startsWith("auto-replied") || field(message, "Precedence").equals("auto_reply") || !field(message, "X-Autoreply").isEmpty()
                || !field(message, "X-Autorespond").isEmpty() || REPLIES.matcher(subject).matches() || RECEIPTS.matcher(subject).matches()) {
            return Nature.AUTOMATIC_REPLY;
        }
        var machine = !submitted.isEmpty() && !submitted.equals("no") || !field(message, "X-Auto-Response-Suppress").isEmpty()
                || field(message, "Precedence").matches("bulk|list|junk");
        // what a system sends in answer to a mail of ours has not been read by anybody there
        var answers = !field(message, "In-Reply-To").isEmpty();
        return !machine ? Nature.LETTER : answers ? Nature.AUTOMATIC_REPLY : Nature.MACHINE_MADE;
    }

    private static boolean isReport(MimeMessage message) {
        try {
            return message.isMimeType("multipart/report") && message.getContentType().toLowerCase(Locale.ROOT).contains("delivery-status");
        } catch (MessagingException e) {
            return false;
        }
    }

    /** An empty return path marks what must not be answered (RFC 5321, section 4.5.5). */
    private static boolean isFromNobody(MimeMessage message) {
        return field(message, "Return-Path").equals("<>") || !field(message, "X-Failed-Recipients").isEmpty();
    }

    static String field(MimeMessage message, String name) {
        try {
            var values = message.getHeader(name);
            return values == null || values.length == 0 ? "" : values[0].strip().toLowerCase(Locale.ROOT);
        } catch (MessagingException e) {
            return "";
        }
    }
}
