package io.portolan.playbook;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Versions of playbooks without a database. */
final class InMemoryVersions implements PlaybookVersions {

    private final Map<String, List<Kept>> kept = new LinkedHashMap<>();

    @Override
    public void use(String bank, Kept version) {
        var all = kept.computeIfAbsent(bank, one -> new ArrayList<>());
        all.removeIf(one -> one.hash().equals(version.hash()));
        all.add(version);
    }

    @Override
    public Optional<Kept> find(String bank, String hash) {
        return kept.getOrDefault(bank, List.of()).stream().filter(one -> one.hash().equals(hash)).findFirst();
    }

    @Override
    public List<PlaybookTexts.Version> all(String bank) {
        var all = new ArrayList<>(kept.getOrDefault(bank, List.of()));
        Collections.reverse(all);
        return all.stream().map(one -> new PlaybookTexts.Version(one.hash(), one.source(), Instant.EPOCH)).toList();
    }

    @Override
    public Optional<Kept> last(String bank) {
        var all = kept.getOrDefault(bank, List.of());
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }
}
