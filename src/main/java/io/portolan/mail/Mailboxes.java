package io.portolan.mail;

import java.util.Optional;

/** Which mailbox is whose. */
public interface Mailboxes {

    /** The mailbox at which the mail for this TPP arrives. */
    Optional<Mailbox> of(String tpp);
}
