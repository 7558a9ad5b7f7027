package io.portolan.simulator.tideway;

import io.portolan.simulator.BankBooks.Letter;
import io.portolan.simulator.BooksFile;
import io.portolan.simulator.ClientCertificate;
import io.portolan.simulator.IssuedSecrets;
import io.portolan.simulator.Passwords;
import io.portolan.simulator.Pending;
import io.portolan.simulator.Postman;
import io.portolan.simulator.Product;
import io.portolan.simulator.tideway.TidewayBooks.Request;
import io.portolan.simulator.tideway.TidewayBooks.Status;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the letters to the bank and answers them. */
final class TidewayDesk {

    static final String ADDRESS = "psd2@tideway.example";

    private final BooksFile<TidewayBooks> books;
    private final Postman postman;
    private final IssuedSecrets secrets;
    private final Clock clock;

    TidewayDesk(BooksFile<TidewayBooks> books, Postman postman, IssuedSecrets secrets, Clock clock) {
        this.books = books;
        this.postman = postman;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** Takes in a letter: one that names a ticket belongs to it, any other opens one; the same letter opens none twice. */
    void receive(LetterIn letter) {
        books.note(all -> {
            var known = all.requests.stream().filter(request -> letter.subject().contains(request.number)
                    || letter.subject().replaceFirst("(?i)^re: ", "").startsWith(request.subject) && letter.certificate() == null).findFirst();
            if (known.isPresent()) {
                follow(known.get());
            } else if (all.requests.stream().noneMatch(request -> request.messageId.equals(letter.messageId()))) {
                open(all, letter);
            }
        });
    }

    private void follow(Request request) {
        if (request.status == Status.ASKED) {
            request.status = Status.ANSWERED;
            request.since = clock.instant();
        } else {
            request.reminders++;
        }
    }

    private void open(TidewayBooks all, LetterIn letter) {
        if (letter.certificate() == null) {
            all.letters.add(answer(letter.sender(), letter.messageId(), "Re: " + letter.subject(),
                    "Thank you for your letter. We cannot register anybody without a certificate; please attach yours."));
            return;
        }
        var request = new Request();
        request.number = "TW-%06d".formatted(all.requests.size() + 1);
        request.messageId = letter.messageId();
        request.sender = letter.sender();
        request.subject = letter.subject();
        request.organisationId = Optional.ofNullable(ClientCertificate.read(letter.certificate()).organisationId()).orElse("unknown");
        Arrays.stream(Product.values()).filter(product -> letter.text().contains(product.name())).forEach(request.products::add);
        request.since = clock.instant();
        all.requests.add(request);
        var receipt = answer(request, "Automatic reply: " + letter.subject(), "This is an automatic reply. Your letter has come, and your ticket is "
                + request.number + ". You are registered as a sender of letters; a colleague answers within 5 business days.");
        receipt.headers.putAll(Map.of("Auto-Submitted", "auto-replied", "X-Auto-Response-Suppress", "All"));
        all.letters.add(receipt);
    }

    /** Asks what the clerk always asks. */
    void ask() {
        var now = clock.instant();
        books.read(all -> all.asks ? all.requests.stream().filter(request -> request.status == Status.RECEIVED && !request.held
                && request.since.isBefore(now.minusMillis(300))).toList() : List.<Request>of()).forEach(request -> books.note(all -> {
            request.status = Status.ASKED;
            all.letters.add(answer(request, "Re: " + request.subject + " [" + request.number + "]",
                    "Dear colleagues,\n\nwe have a question: for how many account holders do you expect to call us each day?\n\nPlease answer this mail."));
        }));
    }

    private Letter answer(Request request, String subject, String text) {
        return answer(request.sender, request.messageId, subject, text);
    }

    private Letter answer(String to, String inReplyTo, String subject, String text) {
        var letter = postman.letter(to, subject, text);
        letter.from = ADDRESS;
        letter.inReplyTo = inReplyTo;
        return letter;
    }

    /** What the clerk may do with a request. */
    Pending decision(Request request) {
        return new Pending() {
            @Override
            public String number() {
                return request.number;
            }

            @Override
            public Instant since() {
                return request.since;
            }

            @Override
            public boolean isHeld() {
                return request.held;
            }

            @Override
            public void hold(boolean held) {
                books.note(all -> request.held = held);
            }

            @Override
            public void approve() {
                books.note(all -> approved(all, request));
            }

            @Override
            public void reject(String reason) {
                books.note(all -> {
                    if (request.isOpen()) {
                        request.status = Status.REJECTED;
                        all.letters.add(answer(request, "Re: " + request.subject + " [" + request.number + "]",
                                "Dear colleagues,\n\nwe cannot register you with Tideway Bank. The reason: " + reason));
                    }
                });
            }
        };
    }

    private void approved(TidewayBooks all, Request request) {
        if (!request.isOpen()) {
            return;
        }
        var secret = Passwords.random(28);
        secrets.add("client-secret", secret);
        request.status = Status.APPROVED;
        request.clientId = "tw-" + request.number.substring(3);
        request.secretHash = Passwords.digest(secret);
        var letter = answer(request, "Re: " + request.subject + " [" + request.number + "]", "Dear colleagues,\n\nthank you for your patience. You are registered with"
                + " Tideway Bank.\n\nClient ID: " + request.clientId + "\nClient secret: " + secret + "\n\nThe conditions are attached.");
        letter.attachments.put("conditions.pdf", "%PDF-1.4 The conditions of Tideway Bank".getBytes(StandardCharsets.US_ASCII));
        all.letters.add(letter);
    }
}
