package io.portolan.mail;

import io.portolan.leg.ReceivedMails.Nature;
import java.time.Instant;
import java.util.List;

/**
 * A mail as it was found in a mailbox.
 *
 * @param id its Message-ID (RFC 5322, section 3.6.4), or one made of its content where it has none
 * @param from the address of the sender, without the name
 * @param to the addresses that it was sent to
 * @param receivedAt when our mail server took it in
 * @param text its text; of a mail that is HTML only, what a person would read
 * @param own what its sender has written, without what it quotes
 * @param links the addresses it links to outside of quotes, in their order
 * @param repliesTo the ids of the mails that it answers (RFC 5322, section 3.6.4)
 * @param report what it says of a mail of ours that was not delivered, or null
 * @param results the topmost header field Authentication-Results (RFC 8601), or null
 */
record Mail(String id, String from, List<String> to, String subject, Instant receivedAt, String text, String own,
        List<String> links, List<Attachment> attachments, List<String> repliesTo, Nature nature, DeliveryReport report, String results) {

    /** Takes only what can be seen of whatever a sender has put into it. */
    Mail {
        id = Words.oneLine(id);
        from = Words.oneLine(from);
        to = to.stream().map(Words::oneLine).toList();
        subject = Words.oneLine(subject);
        text = Words.printable(text);
        own = Words.printable(own);
        links = links.stream().map(Words::oneLine).toList();
        repliesTo = repliesTo.stream().map(Words::oneLine).toList();
        results = Words.printable(results);
    }

    /** A file that came with it. */
    record Attachment(String name, String mediaType, byte[] content) {

        /** A name is one line. */
        Attachment {
            name = Words.oneLine(name);
            mediaType = Words.oneLine(mediaType);
        }
    }

    /** A delivery status notification (RFC 3464): whether delivery has failed for good, to whom, and why. */
    record DeliveryReport(boolean failed, String recipient, String why, String originalId) {

        /** What a foreign server says is one line. */
        DeliveryReport {
            recipient = Words.oneLine(recipient);
            why = Words.oneLine(why);
            originalId = Words.oneLine(originalId);
        }
    }

    /** Names the mail without its text. */
    @Override
    public String toString() {
        return "mail from " + from + " of " + receivedAt;
    }
}
