package io.portolan.leg;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class DoorbellTest {

    private static final Duration LONG = Duration.ofMinutes(5);

    private final Doorbell doorbell = new Doorbell();

    @AfterEach
    void endTransaction() {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.clearSynchronization();
        }
    }

    private boolean wakes(Duration longest) throws InterruptedException {
        var begun = System.nanoTime();
        doorbell.await(longest);
        return System.nanoTime() - begun < longest.toNanos();
    }

    @Test
    void wakesAtOnceOutsideATransaction() throws InterruptedException {
        doorbell.ringAfterCommit();
        assertThat(wakes(LONG)).isTrue();
    }

    @Test
    void wakesOnlyAfterTheCommit() throws InterruptedException {
        TransactionSynchronizationManager.initSynchronization();
        doorbell.ringAfterCommit();
        assertThat(wakes(Duration.ofMillis(30))).isFalse();
        TransactionSynchronizationManager.getSynchronizations().forEach(TransactionSynchronization::afterCommit);
        assertThat(wakes(LONG)).isTrue();
    }

    @Test
    void wakesOnceHoweverOftenItWasRungMeanwhile() throws InterruptedException {
        doorbell.ring();
        doorbell.ring();
        doorbell.ring();
        assertThat(wakes(LONG)).isTrue();
        assertThat(wakes(Duration.ofMillis(30))).isFalse();
    }
}
