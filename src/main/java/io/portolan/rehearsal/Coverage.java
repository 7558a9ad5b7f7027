package io.portolan.rehearsal;

import io.portolan.playbook.Playbooks;
import io.portolan.registration.Registration;
import io.portolan.registration.Registrations;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** What speaks for a playbook: that it was rehearsed, which proves its form; and, apart from that, that it has led to access at the bank. */
@Component
public class Coverage {

    static final String FILE = "rehearsed.csv";
    private static final int AT_ONCE = 100;

    private final Registrations registrations;
    private final JdbcRehearsals rehearsals;
    private final List<KeptRehearsal> kept = packaged();

    Coverage(Registrations registrations, JdbcRehearsals rehearsals) {
        this.registrations = registrations;
        this.rehearsals = rehearsals;
    }

    /** The rehearsal of just this version, as it came with this Portolan or was asked for here; empty where it was not rehearsed, or was changed since. */
    public Optional<KeptRehearsal> rehearsed(Playbooks.Versioned playbook) {
        var bank = playbook.playbook().bank();
        return kept.stream().filter(each -> each.bank().equals(bank) && each.version().equals(playbook.hash())).findFirst()
                .or(() -> rehearsals.lastCleanOf(bank, playbook.hash())
                        .map(asked -> new KeptRehearsal(bank, asked.version(), LocalDate.ofInstant(asked.endedAt(), ZoneOffset.UTC), asked.begunBy())));
    }

    /** When a call at the bank's API has last proven a registration that is held there, by environment; none where there is no proof of ours. */
    public Map<String, Instant> provenAtBank(String bank) {
        var proven = new TreeMap<String, Instant>();
        String cursor = null;
        do {
            var page = registrations.page(new Registrations.Filter(null, bank, Registration.Standing.ACTIVE), cursor, AT_ONCE);
            page.items().forEach(registration -> registrations.proofs(registration.id()).stream().findFirst()
                    .ifPresent(proof -> proven.merge(registration.environment(), proof.at(), (one, other) -> one.isAfter(other) ? one : other)));
            cursor = page.next();
        } while (cursor != null);
        return proven;
    }

    /** What came with this Portolan. */
    static List<KeptRehearsal> packaged() {
        try (var in = Coverage.class.getClassLoader().getResourceAsStream(FILE)) {
            if (in == null) {
                return List.of();
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines().filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(KeptRehearsal::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
