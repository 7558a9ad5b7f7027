package io.portolan.search;

import io.portolan.database.Words;
import io.portolan.playbook.KnownBanks;
import io.portolan.playbook.Playbook;
import io.portolan.playbook.Playbooks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The banks by what somebody may call them: names, BICs, countries. They are read anew every few seconds. */
@Component
class SearchedBanks {

    private static final Duration MOMENT = Duration.ofSeconds(3);

    private final Playbooks playbooks;
    private final KnownBanks known;
    private final Clock clock;
    private volatile Kept kept = new Kept(Instant.MIN, List.of());

    SearchedBanks(Playbooks playbooks, KnownBanks known, Clock clock) {
        this.playbooks = playbooks;
        this.known = known;
        this.clock = clock;
    }

    private record Kept(Instant at, List<Bank> banks) { }

    /** A bank; the texts are plain. */
    record Bank(String id, String name, String country, boolean hasPlaybook, List<String> names, List<String> bics, List<String> countries) {

        boolean isCalled(String word) {
            return names.stream().anyMatch(each -> each.contains(word)) || bics.stream().anyMatch(bic -> bic.startsWith(word) || bic.length() == 8 && word.startsWith(bic))
                    || countries.stream().anyMatch(each -> each.equals(word) || word.length() > 3 && each.startsWith(word));
        }
    }

    List<Bank> all() {
        var now = clock.instant();
        if (kept.at().plus(MOMENT).isBefore(now)) {
            kept = new Kept(now, read());
        }
        return kept.banks();
    }

    private List<Bank> read() {
        var banks = new ArrayList<Bank>();
        for (var version : playbooks.all()) {
            var playbook = version.playbook();
            banks.add(bank(playbook.bank(), playbook.name(), true, Stream.concat(Stream.of(playbook.group()), playbook.branches().values().stream().map(Playbook.Branch::name)),
                    playbook.bics(), playbook.countries()));
        }
        known.all().forEach(bank -> banks.add(bank(bank.bank(), bank.name(), false, Stream.concat(Stream.of(bank.group()), bank.members().values().stream()), bank.bics(), bank.countries())));
        banks.sort(Comparator.comparing(Bank::name, String.CASE_INSENSITIVE_ORDER));
        return List.copyOf(banks);
    }

    private static Bank bank(String id, String name, boolean hasPlaybook, Stream<String> names, Collection<String> bics, Collection<String> countries) {
        return new Bank(id, name, countries.stream().sorted().limit(3).reduce((one, other) -> one + ", " + other).orElse(null), hasPlaybook,
                Stream.concat(Stream.of(id, name), names).filter(Objects::nonNull).map(Words::plain).distinct().toList(),
                bics == null ? List.of() : bics.stream().map(Words::plain).toList(),
                countries.stream().flatMap(code -> Stream.of(code, new Locale("", code).getDisplayCountry(Locale.ENGLISH))).map(Words::plain).toList());
    }
}
