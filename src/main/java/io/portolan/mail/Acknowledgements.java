package io.portolan.mail;

import io.portolan.leg.ReceivedMails.Nature;
import io.portolan.playbook.BusinessDays;
import io.portolan.playbook.MailWork;
import io.portolan.playbook.Span;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Takes from an acknowledgement what it tells: how the bank calls the matter, and by when it promises more. */
final class Acknowledgements {

    private static final ZoneId ZONE = ZoneId.of("Europe/Brussels");
    private static final Pattern RECEIPT = Pattern.compile("(?is).*\\b((we|wir) (have |haben )?(received|erhalten)|has been (received|assigned|logged)|ist (bei uns )?eingegangen|we will (get back|come back|reply|answer)).*");
    private static final Pattern REFERENCE = Pattern.compile("(?i)(?:ticket|case|incident|request|reference|ref|vorgang|vorgangsnummer|aktenzeichen|dossier|your (?:ticket|case|reference))"
            + "(?:[ \\t]+(?:number|no\\.?|nr\\.?|id|nummer|is))*[ \\t]*[:#]?[ \\t]*\\[?#?([A-Z]{0,6}[-_/]?(?=[A-Z0-9/_-]*\\d)[A-Z0-9][A-Z0-9/_-]{2,30})\\]?");
    private static final Pattern BRACKETED = Pattern.compile("\\[#?((?!PTL-)[A-Z]{1,6}[-#]\\d[\\w-]{1,20})]");
    private static final Pattern DATE = Pattern.compile("\\b(\\d{4}-\\d{2}-\\d{2}|\\d{1,2}\\.\\d{1,2}\\.\\d{4}|\\d{1,2}/\\d{1,2}/\\d{4}|\\d{1,2} [A-Z][a-z]{2,8} \\d{4})\\b");
    private static final Pattern PROMISE = Pattern.compile("(?i)\\b(?:by|until|before|no later than|bis|spätestens|d'ici le|avant le)\\s+(?:the\\s+|zum\\s+|\\w+day,?\\s+)?" + "(\\S+(?: [A-Za-z]+ \\d{4})?)");
    private static final Pattern WITHIN = Pattern.compile("(?i)\\b(?:within|innerhalb von|in)\\s+(?:\\w+ to |\\d+ ?[-–] ?)?(\\d{1,3})\\s+(business|working|bank|banking|werk)?\\s?-?(days?|tagen?|hours?|weeks?)");
    private static final List<DateTimeFormatter> FORMS = Stream.of("uuuu-MM-dd", "d.M.uuuu", "d/M/uuuu", "d MMMM uuuu", "d MMM uuuu")
            .map(form -> DateTimeFormatter.ofPattern(form, Locale.ENGLISH)).toList();

    private Acknowledgements() { }

    /** Whether a mail acknowledges and no more; a playbook may say how the bank's look. */
    static boolean isOne(Mail mail, MailWork work) {
        var ways = work == null ? null : work.acknowledgement();
        return mail.nature() == Nature.AUTOMATIC_REPLY
                || ways != null && ways.subject() != null && Words.contain(mail.subject(), ways.subject());
    }

    /** Whether a mail in which no sign was found does nothing but acknowledge. */
    static boolean seemsOne(Mail mail, MailWork work) {
        return mail.own().length() < 1_500 && !mail.own().contains("?") && RECEIPT.matcher(mail.own()).matches() && reference(mail, work).isPresent();
    }

    static Optional<String> reference(Mail mail, MailWork work) {
        var text = mail.subject() + "\n" + mail.own();
        if (work != null && work.acknowledgement() != null && work.acknowledgement().reference() != null) {
            return first(Pattern.compile(work.acknowledgement().reference()), text);
        }
        return first(BRACKETED, mail.subject()).or(() -> first(REFERENCE, text.replace("[" + reference(text) + "]", "")));
    }

    private static String reference(String text) {
        return first(References.FORM, text).orElse("-");
    }

    /** By when the bank promises more; empty where it says nothing, or nothing that lies ahead. */
    static Optional<Instant> promised(Mail mail, MailWork work) {
        var from = mail.receivedAt().atZone(ZONE);
        var written = work == null || work.acknowledgement() == null || work.acknowledgement().promised() == null
                ? first(PROMISE, mail.own()) : first(Pattern.compile(work.acknowledgement().promised()), mail.own());
        var promised = written.flatMap(Acknowledgements::date).map(day -> day.atTime(LocalTime.of(18, 0)).atZone(ZONE).toInstant())
                .or(() -> within(mail.own()).map(span -> span.after(from, BusinessDays.of("TARGET")).toInstant()));
        return promised.filter(at -> at.isAfter(mail.receivedAt()));
    }

    private static Optional<LocalDate> date(String text) {
        var match = DATE.matcher(text);
        if (!match.find()) {
            return Optional.empty();
        }
        for (var form : FORMS) {
            try {
                return Optional.of(LocalDate.parse(match.group(1), form));
            } catch (DateTimeException e) {
                continue;
            }
        }
        return Optional.empty();
    }

    private static Optional<Span> within(String text) {
        var match = WITHIN.matcher(text);
        if (!match.find()) {
            return Optional.empty();
        }
        var unit = match.group(3).toLowerCase(Locale.ROOT);
        return Optional.of(new Span(Integer.parseInt(match.group(1)), unit.startsWith("h") ? Span.Unit.HOURS : unit.startsWith("w") ? Span.Unit.WEEKS
                : match.group(2) == null ? Span.Unit.DAYS : Span.Unit.BUSINESS_DAYS));
    }

    private static Optional<String> first(Pattern pattern, String text) {
        var match = pattern.matcher(text);
        return match.find() ? Optional.of(match.group(match.groupCount() > 0 ? 1 : 0)) : Optional.empty();
    }
}
