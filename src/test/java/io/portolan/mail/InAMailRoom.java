package io.portolan.mail;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A test that has a mail room of its own, and leaves it when it is over. */
abstract class InAMailRoom {

    MailRoom room;

    @BeforeEach
    void open() {
        room = new MailRoom();
    }

    @AfterEach
    void close() {
        room.close();
    }

    /** Leaves the mail room for another one. */
    void moveTo(MailRoom another) {
        room.close();
        room = another;
    }
}
