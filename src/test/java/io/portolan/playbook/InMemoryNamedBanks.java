package io.portolan.playbook;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Named banks without a database. */
final class InMemoryNamedBanks implements NamedBanks {

    private static final Instant AT = Instant.parse("2026-11-30T12:00:00Z");

    private final Map<String, NamedBank> named = new TreeMap<>();

    @Override
    public Optional<NamedBank> find(String bank) {
        return Optional.ofNullable(named.get(bank));
    }

    @Override
    public List<NamedBank> all() {
        return List.copyOf(named.values());
    }

    @Override
    public boolean keep(NewBank bank, String by) {
        return named.putIfAbsent(bank.id(), new NamedBank(bank, by, AT, 0, null, null)) == null;
    }

    @Override
    public boolean correct(String bank, long version, NewBank corrected, String by) {
        var before = named.get(bank);
        if (before == null || before.version() != version) {
            return false;
        }
        named.remove(bank);
        named.put(corrected.id(), new NamedBank(corrected, before.namedBy(), before.namedAt(), version + 1, by, AT));
        return true;
    }

    @Override
    public boolean remove(String bank) {
        return named.remove(bank) != null;
    }
}
