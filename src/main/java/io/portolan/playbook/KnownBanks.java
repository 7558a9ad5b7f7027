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
    private volatile Map<String, KnownBank> known = Map.of();

    KnownBanks(PlaybookFiles files, KnownBankReader reader) {
        this.files = files;
        this.reader = reader;
    }

    /** What is known of this bank, where it is all that there is: a bank with a playbook is none of these. */
    public Optional<KnownBank> find(String bank) {
        return Optional.ofNullable(known.get(bank));
    }

    /** All of them, by their ids. */
    public List<KnownBank> all() {
        return List.copyOf(known.values());
    }

    /** Reads the files again, but for banks that have a playbook, and gives what is wrong; a file that is broken now keeps what it said before. */
    List<Problem> reload(Set<String> withPlaybook) {
        var before = known;
        var found = new TreeMap<String, KnownBank>();
        var problems = new ArrayList<Problem>();
        files.known().forEach(file -> {
            var read = reader.read(file.name(), file.bytes());
            read.problems().forEach(problem -> LOG.warn("{}", problem));
            problems.addAll(read.problems());
            read.bank().or(() -> Optional.ofNullable(found.get(file.bank()))).or(() -> Optional.ofNullable(before.get(file.bank())))
                    .ifPresent(bank -> found.put(file.bank(), bank));
        });
        found.keySet().removeAll(withPlaybook);
        known = found;
        return problems;
    }
}
