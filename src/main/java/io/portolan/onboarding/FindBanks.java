package io.portolan.onboarding;

import io.portolan.playbook.BankEntry;
import io.portolan.playbook.BankSearch;
import io.portolan.playbook.KnownBank;
import io.portolan.playbook.KnownBanks;
import io.portolan.playbook.Playbook;
import io.portolan.playbook.Playbooks;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The banks of the catalogue, by what they ask and by how we stand with them. */
@Component
public class FindBanks {

    private static final Set<BankState> NOTHING_BEGUN = Set.of(BankState.NONE);

    private final Playbooks playbooks;
    private final KnownBanks known;
    private final BankStates states;
    private final Clock clock;

    FindBanks(Playbooks playbooks, KnownBanks known, BankStates states, Clock clock) {
        this.playbooks = playbooks;
        this.known = known;
        this.states = states;
        this.clock = clock;
    }

    /**
     * A bank that was found.
     *
     * @param version its playbook, or null where there is none
     * @param known what is known of it where that is too little for a playbook, else null
     * @param states how we stand with it, one at least
     * @param recheck whether its facts are older than a year
     */
    public record Found(BankEntry entry, Playbooks.Versioned version, KnownBank known, Set<BankState> states, boolean recheck) {

        /** How sure its facts are. */
        public Playbook.Confidence confidence() {
            return known != null ? known.confidence() : version.playbook().confidence();
        }
    }

    /** Those that fit, by id; a state that is null fits all. */
    public List<Found> like(BankSearch search, BankState state) {
        var ours = states.all();
        return Stream.concat(playbooks.all().stream().map(version -> found(version, ours)), known.all().stream().map(bank -> found(bank, ours)))
                .filter(bank -> search.fits(bank.entry())).filter(bank -> state == null || bank.states().contains(state))
                .sorted(Comparator.comparing(bank -> bank.entry().bank())).toList();
    }

    /** Those that somebody may mean who gives a bank this name, at most so many: of the same country first, then by name. */
    public List<BankEntry> alike(String name, String country, int most) {
        return like(BankSearch.ALL, null).stream().map(Found::entry).filter(bank -> bank.resembles(name))
                .sorted(Comparator.comparing((BankEntry bank) -> country == null || bank.countries().stream().noneMatch(country.strip()::equalsIgnoreCase)).thenComparing(BankEntry::name))
                .limit(most).toList();
    }

    /** The bank of this id. */
    public Optional<Found> one(String bank) {
        var ours = states.all();
        var version = playbooks.current(bank);
        return known.find(bank).map(found -> found(BankEntry.of(found), version.orElse(null), found, ours)).or(() -> version.map(each -> found(each, ours)));
    }

    private Found found(Playbooks.Versioned version, Map<String, Set<BankState>> ours) {
        return found(BankEntry.of(version.playbook()), version, null, ours);
    }

    private Found found(KnownBank bank, Map<String, Set<BankState>> ours) {
        return found(BankEntry.of(bank), null, bank, ours);
    }

    private Found found(BankEntry entry, Playbooks.Versioned version, KnownBank bank, Map<String, Set<BankState>> ours) {
        return new Found(entry, version, bank, ours.getOrDefault(entry.bank(), NOTHING_BEGUN), entry.isToRecheck(LocalDate.now(clock)));
    }
}
