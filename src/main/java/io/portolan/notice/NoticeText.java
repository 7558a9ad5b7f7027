package io.portolan.notice;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a mail to our people says: a line for each event, with the address of its page; nothing that is secret, and nothing that a bank has written. */
final class NoticeText {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("d MMM, HH:mm", Locale.ENGLISH);
    private static final int MOST = 200;

    private NoticeText() {
    }

    /** An event as a line, such as {@code A task was opened: Create the application (xx-harbour, production, example-tpp)}. */
    static String line(Event event) {
        var what = switch (event.type()) {
            case TASK_OPENED -> "A task was opened";
            case TASK_CHANGED -> "A task was changed";
            case TASK_DUE -> "A task is due";
            case TASK_FINISHED -> "A task was finished";
            case WAIT_OVERRUN -> "promise-broken".equals(event.state()) ? "A bank has not kept its promise" : "A bank takes longer than usual";
            case REJECTED -> "A bank has rejected";
            case FAILED -> "registration".equals(event.about()) ? "Access no longer works" : "An onboarding has failed";
            case EXPIRY_NEAR -> "It ends soon";
            case TOKEN_EXPIRY_NEAR -> "A token ends soon";
            case CREDENTIAL_CHANGED -> "A credential is " + event.state();
            case REGISTRATION_CHANGED -> "A registration is " + event.state();
            case ACCESS_PROVEN -> "Access was proven";
            case VERIFICATION_MOVED -> "running".equals(event.state()) ? "Access is being checked" : "A check of access is over: " + event.state();
            case CERTIFICATE_CHANGED -> "A certificate was " + event.state();
            case ONBOARDING_MOVED -> "An onboarding is " + event.state();
            case ONBOARDING_FINISHED -> "An onboarding has ended: " + event.state();
            case CAMPAIGN_MOVED -> "A campaign has moved";
            case REHEARSAL_MOVED -> "running".equals(event.state()) ? "A playbook is being rehearsed" : "A rehearsal is over: " + event.state();
            case MAIL_ARRIVED -> "A mail has arrived";
            case MAIL_CHANGED -> "A mail was dealt with";
            case APPROVAL_WANTED -> "A second person is asked to agree";
            case APPROVAL_DECIDED -> switch (String.valueOf(event.state())) {
                case "approved" -> "A second person has agreed";
                case "declined" -> "A second person has not agreed";
                case "expired" -> "A request for a second person has run out";
                default -> "A request for a second person is void";
            };
            case WEBHOOK_PAUSED -> "A webhook was stopped after failures";
        };
        var where = Stream.of(event.bank(), event.environment(), event.tpp()).filter(part -> part != null && !part.isBlank()).collect(Collectors.joining(", "));
        var title = event.title() == null ? "" : ": " + event.title().replaceAll("\\s+", " ").strip();
        return what + title + (where.isEmpty() ? "" : " (" + where + ")");
    }

    static String subject(List<JdbcNoticeMails.Line> lines, boolean daily) {
        if (!daily && lines.size() == 1) {
            var line = lines.get(0).line();
            return "Portolan: " + (line.length() > 120 ? line.substring(0, 117) + "..." : line);
        }
        return "Portolan: " + lines.size() + (lines.size() == 1 ? " notice" : " notices") + (daily ? " of the day" : "");
    }

    /** The address is that of the console, or null where no setting names it. */
    static String body(List<JdbcNoticeMails.Line> lines, ZoneId zone, String address) {
        var base = address == null ? "" : address.replaceAll("/+$", "");
        var text = new StringBuilder();
        lines.stream().limit(MOST).forEach(line -> text.append(WHEN.format(line.at().atZone(zone))).append("  ").append(line.line()).append("\n  ").append(base).append(line.page()).append("\n\n"));
        if (lines.size() > MOST) {
            text.append("And ").append(lines.size() - MOST).append(" more.\n\n");
        }
        return text.append("Times are those of ").append(zone.getId()).append(". What you are told of you choose at ").append(base).append("/access/notices\n").toString();
    }
}
