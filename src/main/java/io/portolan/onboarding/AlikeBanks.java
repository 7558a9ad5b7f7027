package io.portolan.onboarding;

import io.portolan.playbook.BankEntry;
import io.portolan.refusal.Refused;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A bank that is not taken in before somebody has said that it is none of those that are called alike. */
public class AlikeBanks extends Refused {

    private static final long serialVersionUID = 1L;

    private final transient List<BankEntry> banks;

    AlikeBanks(List<BankEntry> banks) {
        super(Kind.CONFLICT, "bank-called-alike", "It may be here already, as " + banks.stream().map(bank -> bank.name() + " (" + bank.bank() + ")")
                .collect(Collectors.joining(", ")) + ". Where it is another one, say so.", Map.of());
        this.banks = List.copyOf(banks);
    }

    /** Those that may be meant: of the same country first. */
    public List<BankEntry> banks() {
        return banks;
    }
}
