package io.portolan.simulator.harbour;

import io.portolan.simulator.BooksFile;
import io.portolan.simulator.IssuedSecrets;
import io.portolan.simulator.Passwords;
import io.portolan.simulator.Pending;
import io.portolan.simulator.Postman;
import io.portolan.simulator.harbour.HarbourBooks.Application;
import io.portolan.simulator.harbour.HarbourBooks.Status;
import java.time.Instant;

/** What becomes of an application on the clerk's desk. */
record Decisions(BooksFile<HarbourBooks> books, Postman postman, IssuedSecrets secrets) {

    Pending of(Application application) {
        return new Open(this, application);
    }

    private void approve(Application application) {
        books.note(all -> {
            if (application.status != Status.PENDING) {
                return;
            }
            application.status = Status.ACTIVE;
            application.clientId = "hb-" + Passwords.random(15);
            application.apiKey = Passwords.random(24);
            secrets.add("api-key", application.apiKey);
            all.letters.add(postman.letter(application.owner, "Your application " + application.name + " is active",
                    "Good news: your application " + application.name + " (" + application.number
                            + ") was approved. Its credentials are on its page in the developer portal."));
        });
        postman.deliver();
    }

    private void reject(Application application, String reason) {
        books.note(all -> {
            if (application.status != Status.PENDING) {
                return;
            }
            application.status = Status.REJECTED;
            application.reason = reason;
            all.letters.add(postman.letter(application.owner, "Your application " + application.name + " was rejected",
                    "We are sorry: your application " + application.name + " (" + application.number
                            + ") was rejected. The reason: " + reason + "\nYou may create it again."));
        });
        postman.deliver();
    }

    private record Open(Decisions decisions, Application application) implements Pending {

        @Override
        public String number() {
            return application.number;
        }

        @Override
        public Instant since() {
            return application.handedIn;
        }

        @Override
        public boolean isHeld() {
            return application.held;
        }

        @Override
        public void hold(boolean held) {
            decisions.books.note(all -> application.held = held);
        }

        @Override
        public void approve() {
            decisions.approve(application);
        }

        @Override
        public void reject(String reason) {
            decisions.reject(application, reason);
        }
    }
}
