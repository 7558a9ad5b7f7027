package io.portolan.onboarding;

import io.portolan.journal.Act;
import io.portolan.journal.Journal;
import io.portolan.playbook.KnownBanks;
import io.portolan.playbook.NamedBank;
import io.portolan.playbook.NewBank;
import io.portolan.refusal.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Corrects what a person has said of a bank when naming it, or takes the bank back. */
@Component
public class CorrectBank {

    private final KnownBanks banks;
    private final NothingAtBank nothing;
    private final Journal journal;

    CorrectBank(KnownBanks banks, NothingAtBank nothing, Journal journal) {
        this.banks = banks;
        this.nothing = nothing;
        this.journal = journal;
    }

    /**
     * A bank that a person has named.
     *
     * @throws Refused with codes {@code unknown-bank}, and {@code bank-not-named} where it stands in a file
     */
    public NamedBank named(String bank) {
        return banks.named(bank).orElseThrow(() -> banks.isThere(bank)
                ? Refused.conflict("bank-not-named", "Nobody has named " + bank + ": what is known of it stands in its file, and is corrected there.", Map.of())
                : Refused.notFound("unknown-bank", "There is no bank " + bank + "."));
    }

    /**
     * Corrects it. The id stays with another name; it says the country, so it is another with another country, which can be as long as nothing is there.
     *
     * @param version how often it was corrected when it was read, or null where that does not matter
     * @throws Refused as {@link #named}, as {@link NewBank#of}, and with codes {@code bank-changed-meanwhile}, {@code bank-there-already},
     *         {@code bank-has-onboardings}, {@code bank-has-registrations} or {@code bank-has-folder}
     */
    @Transactional
    public NamedBank to(String bank, Long version, String name, String country, String portal, String actor) {
        var before = named(bank);
        var said = NewBank.of(name, country, portal);
        if (version != null && version != before.version()) {
            throw changedMeanwhile(before);
        }
        var moves = !said.country().equals(before.bank().country());
        var corrected = moves ? said : new NewBank(bank, said.name(), said.country(), said.portal());
        if (corrected.equals(before.bank())) {
            return before;
        }
        if (moves) {
            nothing.confirm(bank, "The country of " + bank + " stands in its id and stays");
            if (banks.isThere(corrected.id())) {
                throw Refused.conflict("bank-there-already", "There is a bank " + corrected.id() + " already.", Map.of("bank", corrected.id()));
            }
        }
        if (!banks.correct(before, corrected, actor)) {
            throw changedMeanwhile(before);
        }
        journal.write(Act.by(actor, Act.HOUSE, "bank-corrected", bank + ": " + String.join(", ", changes(before.bank(), corrected))));
        return named(corrected.id());
    }

    /**
     * Takes a bank back that a person has named.
     *
     * @throws Refused as {@link #named}, and with codes {@code bank-has-onboardings}, {@code bank-has-registrations} or {@code bank-has-folder}
     */
    @Transactional
    public void withdraw(String bank, String actor) {
        var named = named(bank);
        nothing.confirm(bank, named.bank().name() + " cannot be withdrawn");
        banks.withdraw(named);
        journal.write(Act.by(actor, Act.HOUSE, "bank-withdrawn", named.bank().name() + " in " + named.bank().country() + ", which was " + bank + ", named by " + named.namedBy()));
    }

    private static Refused changedMeanwhile(NamedBank now) {
        return Refused.conflict("bank-changed-meanwhile", "Somebody else has corrected " + now.bank().id() + " meanwhile, and nothing of yours was kept. Read it again, and correct that.",
                Map.of("version", String.valueOf(now.version())));
    }

    private static List<String> changes(NewBank before, NewBank now) {
        var changes = new ArrayList<String>();
        add(changes, "id", before.id(), now.id());
        add(changes, "name", before.name(), now.name());
        add(changes, "country", before.country(), now.country());
        add(changes, "portal", before.portal(), now.portal());
        return changes;
    }

    private static void add(List<String> changes, String field, String before, String now) {
        if (!Objects.equals(before, now)) {
            changes.add(field + " from " + (before == null ? "nothing" : before) + " to " + (now == null ? "nothing" : now));
        }
    }
}
