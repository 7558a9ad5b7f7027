package io.portolan.simulator.tideway;

import io.portolan.simulator.BankBooks.Letter;
import io.portolan.simulator.ClientCertificate;
import io.portolan.simulator.Desk;
import io.portolan.simulator.Product;
import io.portolan.simulator.Status;
import io.portolan.simulator.tideway.TidewayBooks.Request;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the letters to the bank and answers them. */
final class TidewayDesk extends Desk<TidewayBooks> {

    static final String ADDRESS = "psd2@tideway.example";

    TidewayDesk(TidewayBank bank) {
        super(bank);
    }

    /** Takes in a letter: one that names a ticket belongs to it, any other opens one; the same letter opens none twice. */
    void receive(LetterIn letter) {
        books.note(all -> {
            var known = all.clients.stream().filter(request -> letter.subject().contains(request.number)
                    || letter.subject().replaceFirst("(?i)^re: ", "").startsWith(request.subject) && letter.certificate() == null).findFirst();
            if (known.isPresent()) {
                follow(known.get());
            } else if (all.clients.stream().noneMatch(request -> request.messageId.equals(letter.messageId()))) {
                open(all, letter);
            }
        });
    }

    private void follow(Request request) {
        if (request.status == Status.QUESTION) {
            request.answered = true;
            request.handIn(clock.instant());
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
        request.number = "TW-%06d".formatted(all.clients.size() + 1);
        request.messageId = letter.messageId();
        request.owner = letter.sender();
        request.subject = letter.subject();
        request.organisationId = Optional.ofNullable(ClientCertificate.read(letter.certificate()).organisationId()).orElse("unknown");
        Arrays.stream(Product.values()).filter(product -> letter.text().contains(product.name())).forEach(request.products::add);
        request.handIn(clock.instant());
        all.clients.add(request);
        var receipt = answer(request, "Automatic reply: " + letter.subject(), "This is an automatic reply. Your letter has come, and your ticket is "
                + request.number + ". You are registered as a sender of letters; a colleague answers within 5 business days.");
        receipt.headers.putAll(Map.of("Auto-Submitted", "auto-replied", "X-Auto-Response-Suppress", "All"));
        all.letters.add(receipt);
    }

    /** Asks what the clerk always asks. */
    void ask() {
        var now = clock.instant();
        books.read(all -> all.asks ? all.clients.stream().filter(request -> request.status == Status.PENDING && !request.answered && !request.held
                && request.since.isBefore(now.minusMillis(300))).toList() : List.<Request>of()).forEach(request -> books.note(all -> {
            request.status = Status.QUESTION;
            all.letters.add(answer(request, "Re: " + request.subject + " [" + request.number + "]",
                    "Dear colleagues,\n\nwe have a question: for how many account holders do you expect to call us each day?\n\nPlease answer this mail."));
        }));
    }

    private Letter answer(Request request, String subject, String text) {
        return answer(request.owner, request.messageId, subject, text);
    }

    private Letter answer(String to, String inReplyTo, String subject, String text) {
        var letter = postman.letter(to, subject, text);
        letter.from = ADDRESS;
        letter.inReplyTo = inReplyTo;
        return letter;
    }

    void approved(TidewayBooks all, Request request) {
        request.clientId = "tw-" + request.number.substring(3);
        var letter = answer(request, "Re: " + request.subject + " [" + request.number + "]", "Dear colleagues,\n\nthank you for your patience. You are registered with"
                + " Tideway Bank.\n\nClient ID: " + request.clientId + "\nClient secret: " + newSecret(all, request) + "\n\nThe conditions are attached.");
        letter.attachments.put("conditions.pdf", "%PDF-1.4 The conditions of Tideway Bank".getBytes(StandardCharsets.US_ASCII));
        all.letters.add(letter);
    }

    void rejected(TidewayBooks all, Request request) {
        all.letters.add(answer(request, "Re: " + request.subject + " [" + request.number + "]",
                "Dear colleagues,\n\nwe cannot register you with Tideway Bank. The reason: " + request.reason));
    }
}
