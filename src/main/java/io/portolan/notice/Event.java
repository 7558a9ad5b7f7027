package io.portolan.notice;

import java.time.Instant;

/**
 * Something that has happened, without any secret; what is not known of it is null.
 *
 * @param position its place in the order of all events, which grows and never changes
 * @param about what it is about: {@code task}, {@code onboarding}, {@code registration}, {@code certificate}, {@code portal-account}, {@code token},
 *     {@code campaign}, {@code mail}, {@code rehearsal} or another word
 * @param subject the id of what it is about
 * @param state how the subject stands since
 * @param title what people call the subject
 * @param asker of an approval the person who has asked, whom no reader is told
 */
public record Event(long position, EventType type, Instant at, String tpp, String bank, String environment, String about, String subject,
        String onboarding, String leg, String state, String title, String asker) {

    /** The address of the page that shows the subject, without the host. */
    public String page() {
        return switch (about) {
            case "task" -> "/tasks/" + subject;
            case "onboarding" -> "/onboardings/" + subject;
            case "registration" -> "/registrations/" + subject;
            case "certificate" -> "/certificates/" + subject;
            case "campaign" -> "/campaigns/" + subject;
            case "mail" -> "/mails/" + subject;
            case "portal-account" -> "/portal-accounts?only=" + subject;
            case "webhook" -> "/access/webhooks/" + subject;
            case "rehearsal" -> "/banks/rehearsals/" + subject;
            case "approval" -> "/approvals/" + subject;
            default -> "/access";
        };
    }
}
