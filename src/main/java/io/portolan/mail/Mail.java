package io.portolan.mail;

import java.time.Instant;
import java.util.List;

/**
 * A mail as it was found in a mailbox.
 *
 * @param id its Message-ID (RFC 5322, section 3.6.4), or one made of its content where it has none
 * @param from the address of the sender, without the name
 * @param receivedAt when our mail server took it in
 * @param text its text; of a mail that is HTML only, what a person would read
 * @param links the addresses it links to, in their order
 */
public record Mail(String id, String from, String subject, Instant receivedAt, String text, List<String> links) {

    /** Names the mail without its text. */
    @Override
    public String toString() {
        return "mail from " + from + " of " + receivedAt;
    }
}
