package io.portolan.onboarding;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The onboardings whose rows the present transaction has locked, as they stand in it: nobody else can change them, so they need no second look. */
final class LockedRows {

    private LockedRows() { }

    static Optional<Onboarding> find(String id) {
        return TransactionSynchronizationManager.isSynchronizationActive() ? Optional.ofNullable(rows().get(id)) : Optional.empty();
    }

    static Onboarding remember(Onboarding onboarding) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            rows().put(onboarding.id(), onboarding);
        }
        return onboarding;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Onboarding> rows() {
        var rows = (Map<String, Onboarding>) TransactionSynchronizationManager.getResource(LockedRows.class);
        if (rows == null) {
            rows = new HashMap<>();
            TransactionSynchronizationManager.bindResource(LockedRows.class, rows);
            TransactionSynchronizationManager.registerSynchronization(new EndOfTransaction());
        }
        return rows;
    }

    /** A transaction inside that stands by itself has locked nothing, and the one outside goes on with what it has. */
    private static final class EndOfTransaction implements TransactionSynchronization {

        private Object suspended;

        @Override
        public void suspend() {
            suspended = TransactionSynchronizationManager.unbindResourceIfPossible(LockedRows.class);
        }

        @Override
        public void resume() {
            if (suspended != null) {
                TransactionSynchronizationManager.bindResource(LockedRows.class, suspended);
            }
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(LockedRows.class);
        }
    }
}
