package io.portolan.simulator.breakwater;

import io.portolan.simulator.BooksFile;
import io.portolan.simulator.IssuedSecrets;
import io.portolan.simulator.Passwords;
import io.portolan.simulator.Pending;
import io.portolan.simulator.Postman;
import io.portolan.simulator.breakwater.BreakwaterBooks.Enrolment;
import io.portolan.simulator.breakwater.BreakwaterBooks.Status;
import java.time.Clock;
import java.time.Instant;

/** What becomes of an enrolment on the clerk's desk: approved, rejected, or a question and then on. */
record Review(BooksFile<BreakwaterBooks> books, Postman postman, IssuedSecrets secrets, Clock clock) {

    Pending of(Enrolment enrolment) {
        return new Open(this, enrolment);
    }

    /** Asks all that are in review. */
    void ask(String question) {
        books.note(all -> all.enrolments.stream().filter(enrolment -> enrolment.status == Status.IN_REVIEW).forEach(enrolment -> {
            enrolment.status = Status.QUESTION;
            enrolment.question = question;
            all.letters.add(postman.letter(enrolment.eMail, "A question on your enrolment " + enrolment.number,
                    "Before we can go on: " + question + "\nPlease answer in the developer portal."));
        }));
        postman.deliver();
    }

    void answered(Enrolment enrolment, String answer) {
        books.note(all -> {
            enrolment.answer = answer;
            enrolment.status = Status.IN_REVIEW;
            enrolment.waitsSince = clock.instant();
        });
    }

    private void approve(Enrolment enrolment) {
        books.note(all -> {
            if (enrolment.status != Status.IN_REVIEW) {
                return;
            }
            enrolment.status = Status.APPROVED;
            enrolment.clientId = "bw-" + Passwords.random(15);
            all.letters.add(postman.letter(enrolment.eMail, "Your enrolment " + enrolment.number + " is approved",
                    "Your client id and secret are in the developer portal."));
        });
        postman.deliver();
    }

    private void reject(Enrolment enrolment, String reason) {
        books.note(all -> {
            if (enrolment.status == Status.APPROVED || enrolment.status == Status.REJECTED) {
                return;
            }
            enrolment.status = Status.REJECTED;
            enrolment.reason = reason;
            all.letters.add(postman.letter(enrolment.eMail, "Your enrolment " + enrolment.number + " was rejected",
                    "We are sorry. The reason: " + reason + "\nYou may sign up again."));
        });
        postman.deliver();
    }

    private record Open(Review review, Enrolment enrolment) implements Pending {

        @Override
        public String number() {
            return enrolment.number;
        }

        @Override
        public Instant since() {
            return enrolment.waitsSince;
        }

        @Override
        public boolean isHeld() {
            return enrolment.held;
        }

        @Override
        public void hold(boolean held) {
            review.books.note(all -> enrolment.held = held);
        }

        @Override
        public void approve() {
            review.approve(enrolment);
        }

        @Override
        public void reject(String reason) {
            review.reject(enrolment, reason);
        }
    }
}
