package io.portolan.simulator;

import io.portolan.simulator.BankBooks.Letter;
import java.time.Clock;
import java.util.Date;

/** Takes letters into a bank's books and sends them when they are due, also those that a restart left lying. */
public final class Postman {

    private final String sender;
    private final String signature;
    private final BooksFile<?> books;
    private final WorldMail mail;
    private final Mischief mischief;
    private final Clock clock;

    Postman(String sender, String signature, BooksFile<?> books, WorldMail mail, Mischief mischief, Clock clock) {
        this.sender = sender;
        this.signature = signature;
        this.books = books;
        this.mail = mail;
        this.mischief = mischief;
        this.clock = clock;
    }

    /** A letter to be noted in the same change of the books as its reason; whoever writes it may change what is in it. */
    public Letter letter(String to, String subject, String text) {
        var letter = new Letter();
        letter.id = Passwords.random(12);
        letter.from = sender;
        letter.to = to;
        letter.subject = subject;
        letter.text = text + "\n\n" + signature + "\nThis is a simulated bank.\n";
        letter.due = clock.instant();
        if (mischief.happens(mischief.lateMails)) {
            letter.due = letter.due.plusMillis(mischief.mailDelay);
        }
        return letter;
    }

    /** Notes a letter and sends it when it is due. */
    public void write(Letter letter) {
        books.note(all -> all.letters.add(letter));
        deliver();
    }

    /** Sends what is due. */
    public synchronized void deliver() {
        var now = clock.instant();
        var due = books.read(all -> all.letters.stream()
                .filter(letter -> letter.sent == null && !letter.due.isAfter(now)).toList());
        for (var letter : due) {
            mail.send(letter, Date.from(now));
            if (mischief.happens(mischief.mailTwice)) {
                mail.send(letter, Date.from(now));
            }
            books.note(all -> letter.sent = now);
        }
    }
}
