package io.portolan.playbook;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Named banks without a database. */
final class InMemoryNamedBanks implements NamedBanks {

    private final Map<String, KnownBank> named = new TreeMap<>();

    @Override
    public Optional<KnownBank> find(String bank) {
        return Optional.ofNullable(named.get(bank));
    }

    @Override
    public List<KnownBank> all() {
        return List.copyOf(named.values());
    }

    @Override
    public boolean keep(String bank, String name, String country, String portal, String by) {
        var said = new HashMap<String, Object>(Map.of("bank", bank, "name", name, "countries", List.of(country), "missing", List.of("All."),
                "registration", new KnownBank.Way(List.of(), List.of(), List.of(), List.of()), "sources", List.of("named by " + by),
                "checkedOn", LocalDate.of(2026, 11, 30), "confidence", Playbook.Confidence.BY_HAND_UNVERIFIED));
        said.put("portal", portal);
        return named.putIfAbsent(bank, Records.of(KnownBank.class, said)) == null;
    }
}
