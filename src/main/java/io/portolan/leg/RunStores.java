package io.portolan.leg;

import io.portolan.journal.EvidenceStore;
import io.portolan.journal.Journal;
import io.portolan.vault.Vault;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Where a run puts what it finds, and where it gets what it needs. */
@Component
class RunStores {

    private final JdbcLegs legs;
    private final Captures captures;
    private final JdbcProofs proofs;
    private final OurData ourData;
    private final Vault vault;
    private final Journal journal;
    private final EvidenceStore evidence;
    private final TransactionTemplate transactions;

    RunStores(JdbcLegs legs, Captures captures, JdbcProofs proofs, OurData ourData, Vault vault, Journal journal,
            EvidenceStore evidence, PlatformTransactionManager transactions) {
        this.legs = legs;
        this.captures = captures;
        this.proofs = proofs;
        this.ourData = ourData;
        this.vault = vault;
        this.journal = journal;
        this.evidence = evidence;
        this.transactions = new TransactionTemplate(transactions);
    }

    JdbcLegs legs() {
        return legs;
    }

    Captures captures() {
        return captures;
    }

    JdbcProofs proofs() {
        return proofs;
    }

    OurData ourData() {
        return ourData;
    }

    Vault vault() {
        return vault;
    }

    Journal journal() {
        return journal;
    }

    EvidenceStore evidence() {
        return evidence;
    }

    TransactionTemplate transactions() {
        return transactions;
    }
}
