package io.portolan.simulator;

import java.time.Clock;
import java.util.Date;

/** Takes letters into the books and sends them when they are due, also those that a restart left lying. */
final class Postman {

    private final BooksFile books;
    private final HarbourMail mail;
    private final Mischief mischief;
    private final Clock clock;

    Postman(BooksFile books, HarbourMail mail, Mischief mischief, Clock clock) {
        this.books = books;
        this.mail = mail;
        this.mischief = mischief;
        this.clock = clock;
    }

    /** A letter to be noted in the same change of the books as its reason. */
    Books.Letter letter(String to, String subject, String text) {
        var letter = new Books.Letter();
        letter.id = Passwords.random(12);
        letter.to = to;
        letter.subject = subject;
        letter.text = text + "\n\nHarbour Bank, Developer Relations\nThis is a simulated bank.\n";
        letter.due = clock.instant().plusMillis(mischief.mailDelay);
        return letter;
    }

    synchronized void deliver() {
        var now = clock.instant();
        var due = books.read(all -> all.letters.stream()
                .filter(letter -> letter.sent == null && !letter.due.isAfter(now)).toList());
        for (var letter : due) {
            mail.send(letter, Date.from(now));
            books.note(all -> letter.sent = now);
        }
    }
}
