package io.portolan.mail;

import io.portolan.leg.LegOrder;
import io.portolan.playbook.MailWork;
import io.portolan.playbook.Playbook.Contact;
import java.util.Optional;

/** Whom to write to about a leg, and from where (or null). */
record Recipient(String address, String from) {

    /** Whom the leg has written to, or the first contact of the bank who can be written to. */
    static Optional<Recipient> of(LegOrder order) {
        var contacts = order.playbook().contacts();
        if (order.leg().work() instanceof MailWork work && work.letter() != null && work.letter().to().isPlain()) {
            var contact = Optional.ofNullable(contacts.get(work.letter().to().written()));
            return Optional.of(new Recipient(contact.map(Contact::eMail).orElse(work.letter().to().written()),
                    work.letter().from() != null ? work.letter().from() : contact.map(Contact::writeFrom).orElse(null)));
        }
        return contacts.values().stream().filter(contact -> contact.eMail() != null).findFirst()
                .map(contact -> new Recipient(contact.eMail(), contact.writeFrom()));
    }
}
