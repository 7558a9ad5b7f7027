package io.portolan.console;

import io.portolan.tpp.Tpp;
import io.portolan.tpp.Tpps;
import java.util.List;
import org.springframework.stereotype.Component;

/** What a list can be narrowed to: a bank, a TPP, and environments for trying or for real. */
@Component
class WhereChoices {

    private final Catalogue catalogue;
    private final Tpps tpps;

    WhereChoices(Catalogue catalogue, Tpps tpps) {
        this.catalogue = catalogue;
        this.tpps = tpps;
    }

    /**
     * The fields of a list's filter, with what is chosen in them; what is null or empty is not.
     *
     * @param tpps the ids of the TPPs there are for the reader; no choice where there is only one
     */
    record Where(String bank, String tpp, String kind, List<Catalogue.BankChoice> banks, List<String> tpps) {

        /** Whether the list is narrowed. */
        public boolean isSet() {
            return Given.text(bank) != null || Given.text(tpp) != null || Given.text(kind) != null;
        }

        /** Whether there is a TPP to choose; a wrong one in the address can be taken back, too. */
        public boolean asksForTpp() {
            return tpps.size() > 1 || Given.text(tpp) != null;
        }
    }

    Where of(String bank, String tpp, String kind) {
        return new Where(bank, tpp, kind, catalogue.banks(), tpps.all().stream().map(Tpp::id).toList());
    }
}
