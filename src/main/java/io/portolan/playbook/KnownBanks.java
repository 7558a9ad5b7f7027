package io.portolan.playbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The banks of which something is known, and not enough for a playbook. */
@Component
public class KnownBanks {

    private static final Logger LOG = LoggerFactory.getLogger(KnownBanks.class);

    private final PlaybookFiles files;
    private final KnownBankReader reader;
    private final NamedBanks named;
    private volatile Map<String, KnownBank> known = Map.of();
    private volatile Set<String> withPlaybook = Set.of();

    KnownBanks(PlaybookFiles files, KnownBankReader reader, NamedBanks named) {
        this.files = files;
        this.reader = reader;
        this.named = named;
    }

    /** What is known of this bank, where it is all that there is: a bank with a playbook is none of these. */
    public Optional<KnownBank> find(String bank) {
        var read = known.get(bank);
        return read != null || withPlaybook.contains(bank) ? Optional.ofNullable(read) : named.find(bank).map(NamedBank::known);
    }

    /** All of them, those that people have named among them, by their ids. */
    public List<KnownBank> all() {
        var all = new TreeMap<>(known);
        named.all().stream().map(NamedBank::known).filter(bank -> !withPlaybook.contains(bank.bank())).forEach(bank -> all.putIfAbsent(bank.bank(), bank));
        return List.copyOf(all.values());
    }

    /** Keeps a bank that nobody here had heard of, so that it can be started by hand; empty where there is one of its id, by whatever it is known. */
    public Optional<KnownBank> add(NewBank bank, String by) {
        return isInFiles(bank.id()) || !named.keep(bank, by) ? Optional.empty() : find(bank.id());
    }

    /** Whether there is a bank of this id, by whatever it is known. */
    public boolean isThere(String bank) {
        return isInFiles(bank) || named.find(bank).isPresent();
    }

    /** What a person has named, where that is all that is known of it. */
    public Optional<NamedBank> named(String bank) {
        return isInFiles(bank) ? Optional.empty() : named.find(bank);
    }

    /** Lets a bank that a person has named be what is said of it now; false where somebody has corrected or withdrawn it meanwhile. */
    public boolean correct(NamedBank before, NewBank corrected, String by) {
        return named.correct(before.bank().id(), before.version(), corrected, by);
    }

    /** Takes a bank away that a person has named. */
    public void withdraw(NamedBank bank) {
        named.remove(bank.bank().id());
    }

    private boolean isInFiles(String bank) {
        return known.containsKey(bank) || withPlaybook.contains(bank);
    }

    /** Reads the files again, but for banks that have a playbook, and gives what is wrong; a file that is broken now keeps what it said before. */
    List<Problem> reload(Set<String> withPlaybook) {
        var before = known;
        var found = new TreeMap<String, KnownBank>();
        var problems = new ArrayList<Problem>();
        files.known().forEach(file -> {
            var read = file.bytes() == null ? new KnownBankReader.Read(Optional.empty(), List.of(file.unreadable())) : reader.read(file.name(), file.bytes());
            read.problems().forEach(problem -> LOG.warn("{}", problem));
            problems.addAll(read.problems());
            read.bank().or(() -> Optional.ofNullable(found.get(file.bank()))).or(() -> Optional.ofNullable(before.get(file.bank())))
                    .ifPresent(bank -> found.put(file.bank(), bank));
        });
        found.keySet().removeAll(withPlaybook);
        known = found;
        this.withPlaybook = Set.copyOf(withPlaybook);
        return problems;
    }
}
