package io.portolan.onboarding;

import io.portolan.journal.Act;
import io.portolan.journal.Journal;
import io.portolan.playbook.KnownBank;
import io.portolan.playbook.KnownBanks;
import io.portolan.playbook.NewBank;
import io.portolan.refusal.Refused;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes in a bank of which nothing is known but its name, so that an onboarding can be started there by the generic route. */
@Component
public class NameBank {

    private final KnownBanks banks;
    private final Journal journal;

    NameBank(KnownBanks banks, Journal journal) {
        this.banks = banks;
        this.journal = journal;
    }

    /**
     * Takes it in.
     *
     * @throws Refused with codes {@code invalid-values}, and {@code bank-there-already} with its id where there is such a bank
     */
    @Transactional
    public KnownBank with(NewBank bank, String actor) {
        var named = banks.add(bank, actor).orElseThrow(() -> Refused.conflict("bank-there-already",
                "There is a bank " + bank.id() + " already.", Map.of("bank", bank.id())));
        journal.write(Act.by(actor, Act.HOUSE, "bank-named", named.name() + " in " + bank.country() + ", as " + named.bank()));
        return named;
    }
}
