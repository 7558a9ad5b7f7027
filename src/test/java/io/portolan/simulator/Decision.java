package io.portolan.simulator;

import java.time.Instant;
import java.util.function.BiConsumer;

/**
 * What the clerk may do with something that waits in the books.
 *
 * @param approved what the bank notes besides when it is approved
 * @param rejected what the bank notes besides when it is rejected
 */
record Decision<T extends BankBooks<?>, S extends Submission>(BooksFile<T> books, S submission, BiConsumer<T, S> approved, BiConsumer<T, S> rejected)
        implements Pending {

    @Override
    public String number() {
        return submission.number;
    }

    @Override
    public Instant since() {
        return submission.since;
    }

    @Override
    public boolean isHeld() {
        return submission.held;
    }

    @Override
    public void hold(boolean held) {
        books.note(all -> submission.held = held);
    }

    @Override
    public void approve() {
        decide(Status.ACTIVE, null, approved);
    }

    @Override
    public void reject(String reason) {
        decide(Status.REJECTED, reason, rejected);
    }

    private void decide(Status status, String reason, BiConsumer<T, S> then) {
        books.note(all -> {
            if (submission.status == Status.PENDING) {
                submission.status = status;
                submission.reason = reason;
                then.accept(all, submission);
            }
        });
    }
}
