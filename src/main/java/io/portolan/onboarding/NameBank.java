package io.portolan.onboarding;

import io.portolan.journal.Act;
import io.portolan.journal.Journal;
import io.portolan.playbook.BankEntry;
import io.portolan.playbook.KnownBank;
import io.portolan.playbook.KnownBanks;
import io.portolan.playbook.NewBank;
import io.portolan.refusal.Refused;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes in a bank of which nothing is known but its name, so that an onboarding can be started there by the generic route. */
@Component
public class NameBank {

    private static final int MOST = 8;

    private final KnownBanks banks;
    private final FindBanks find;
    private final Journal journal;

    NameBank(KnownBanks banks, FindBanks find, Journal journal) {
        this.find = find;
        this.banks = banks;
        this.journal = journal;
    }

    /**
     * Takes it in.
     *
     * @param isAnother whether somebody has said that it is none of those that are called alike
     * @throws Refused with code {@code bank-there-already} and its id where there is such a bank
     * @throws AlikeBanks where others are called alike
     */
    @Transactional
    public KnownBank with(NewBank bank, boolean isAnother, String actor) {
        if (banks.isThere(bank.id())) {
            throw thereAlready(bank);
        }
        var alike = isAnother ? List.<BankEntry>of() : find.alike(bank.name(), bank.country(), MOST);
        if (!alike.isEmpty()) {
            throw new AlikeBanks(alike);
        }
        var named = banks.add(bank, actor).orElseThrow(() -> thereAlready(bank));
        journal.write(Act.by(actor, Act.HOUSE, "bank-named", named.name() + " in " + bank.country() + ", as " + named.bank()));
        return named;
    }

    private static Refused thereAlready(NewBank bank) {
        return Refused.conflict("bank-there-already", "There is a bank " + bank.id() + " already.", Map.of("bank", bank.id()));
    }
}
