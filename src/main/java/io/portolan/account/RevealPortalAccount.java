package io.portolan.account;

import io.portolan.access.SecondPerson;
import io.portolan.journal.Act;
import io.portolan.journal.Journal;
import io.portolan.refusal.Refused;
import io.portolan.vault.Secret;
import io.portolan.vault.SecretName;
import io.portolan.vault.Totp;
import io.portolan.vault.Vault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Shows somebody who may see it and says why what they need to sign in to a portal by hand; the journal knows before they do. */
@Component
public class RevealPortalAccount {

    /** A code that is to be read and typed by a person still has so long to live. */
    private static final Duration TIME_TO_TYPE = Duration.ofSeconds(10);

    private final PortalAccounts accounts;
    private final Vault vault;
    private final Journal journal;
    private final ShowPassword showPassword;
    private final SecondPerson secondPerson;
    private final TransactionOperations transactions;
    private final Clock clock;

    RevealPortalAccount(PortalAccounts accounts, Vault vault, Journal journal, ShowPassword showPassword, SecondPerson secondPerson,
            TransactionOperations transactions, Clock clock) {
        this.accounts = accounts;
        this.vault = vault;
        this.journal = journal;
        this.showPassword = showPassword;
        this.secondPerson = secondPerson;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Who wants to see something of an account, and why; whether they may is for the caller to check.
     *
     * @param chain the chain of the journal that keeps it: that of the onboarding it is for, or of the house
     */
    public record Asked(String tpp, String portal, String environment, String reason, String actor, String chain) { }

    /** A one-time code that the portal takes between these moments, and that Portolan never enters itself. */
    public record Code(Secret value, Instant from, Instant until) implements AutoCloseable {

        /** Wipes the code. */
        @Override
        public void close() {
            value.close();
        }
    }

    /**
     * The password of the account, which the caller closes; a second person may be needed first.
     *
     * @throws Refused with codes {@code reason-required}, {@code unknown-portal-account} or {@code secret-not-held}
     * @throws io.portolan.access.SecondPersonNeeded where somebody else is asked first
     */
    public Secret password(Asked asked) {
        var reason = Vault.Purpose.said(asked.reason());
        var account = account(asked);
        return transactions.execute(status -> {
            secondPerson.before(showPassword, ShowPassword.object(account), Map.of(), reason, asked.actor());
            return held(account.password(), new Vault.Purpose(asked.actor(), reason, true, asked.chain()));
        });
    }

    /**
     * The code to type now, or at most one period from now where the present one was given already; the caller closes it.
     *
     * @throws Refused with codes {@code reason-required}, {@code unknown-portal-account}, {@code no-second-factor}, {@code secret-not-held}
     *         or, where the next code was given already, too, {@code code-already-given}
     */
    public Code code(Asked asked) {
        var reason = Vault.Purpose.said(asked.reason());
        var account = account(asked);
        if (account.secondFactor() == null) {
            throw Refused.conflict("no-second-factor", "This account has no one-time codes.", Map.of());
        }
        // the person sees a code and never the seed, so it is the code that is journalled
        try (var seed = held(account.secondFactor(), new Vault.Purpose(asked.actor(), reason, false, asked.chain()))) {
            var totp = Totp.of(seed);
            long counter = transactions.execute(status -> taken(account, totp, asked, reason));
            return new Code(totp.code(counter), totp.start(counter), totp.start(counter + 1));
        }
    }

    private long taken(PortalAccount account, Totp totp, Asked asked, String reason) {
        var now = clock.instant();
        long counter = accounts.takeStep(account, totp.counter(now.plus(TIME_TO_TYPE)));
        if (counter > totp.counter(now) + 1) {
            throw Refused.conflict("code-already-given", "The next code was given already. Ask again when it has begun to count.",
                    Map.of("from", totp.start(counter - 1).toString()));
        }
        journal.write(Act.by(asked.actor(), asked.chain(), "one-time-code-shown", account.secondFactor() + ": " + reason));
        return counter;
    }

    private PortalAccount account(Asked asked) {
        return accounts.find(asked.tpp(), asked.portal(), asked.environment()).orElseThrow(() -> Refused.notFound("unknown-portal-account",
                asked.tpp() + " has no account at the portal " + asked.portal() + ", " + asked.environment() + "."));
    }

    private Secret held(SecretName name, Vault.Purpose purpose) {
        return vault.reveal(name, purpose).orElseThrow(() -> Refused.conflict("secret-not-held", "The vault does not hold it any more.", Map.of()));
    }
}
