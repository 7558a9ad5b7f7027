package io.portolan.simulator;

import io.portolan.simulator.Books.Application;
import io.portolan.simulator.Books.Status;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Decides on applications: by itself after a while, or when told to. */
final class Clerk {

    private final BooksFile books;
    private final Postman postman;
    private final IssuedSecrets secrets;
    private final Clock clock;
    private volatile Duration patience;

    Clerk(BooksFile books, Postman postman, IssuedSecrets secrets, Clock clock, Duration patience) {
        this.books = books;
        this.postman = postman;
        this.secrets = secrets;
        this.clock = clock;
        this.patience = patience;
    }

    /** How long to take from now on; null means for ever. */
    void take(Duration time) {
        patience = time;
    }

    /** Approves what has waited long enough. */
    void decide() {
        var time = patience;
        if (time == null) {
            return;
        }
        var latest = clock.instant().minus(time);
        var ripe = books.read(all -> all.applications.stream().filter(application -> isOpen(application) && !application.held
                && application.handedIn != null && !application.handedIn.isAfter(latest)).toList());
        ripe.forEach(this::approve);
    }

    List<Application> open() {
        return books.read(all -> all.applications.stream().filter(Clerk::isOpen).toList());
    }

    void approve(Application application) {
        books.note(all -> {
            if (!isOpen(application)) {
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

    void reject(Application application, String reason) {
        books.note(all -> {
            if (!isOpen(application)) {
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

    private static boolean isOpen(Application application) {
        return application.status == Status.PENDING;
    }
}
