package io.portolan.portal;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

final class InMemoryAcceptedTerms implements AcceptedTerms {

    private final Map<Place, Map<String, Version>> versions = new LinkedHashMap<>();

    @Override
    public Optional<Version> last(Place place) {
        return versions.getOrDefault(place, Map.of()).values().stream().filter(each -> each.acceptedAt() != null)
                .max(Comparator.comparing(Version::acceptedAt));
    }

    @Override
    public Optional<Version> find(Place place, String sha256) {
        return Optional.ofNullable(versions.getOrDefault(place, Map.of()).get(sha256));
    }

    @Override
    public void agreed(Place place, String sha256, long evidence, String by, Instant at) {
        keep(place, new Version(sha256, evidence, by, null));
    }

    @Override
    public void accepted(Place place, String sha256, long evidence, Instant at) {
        keep(place, new Version(sha256, evidence, null, at));
    }

    private void keep(Place place, Version version) {
        versions.computeIfAbsent(place, each -> new LinkedHashMap<>()).merge(version.sha256(), version, (old, now) ->
                new Version(old.sha256(), old.evidence(), now.agreedBy() == null ? old.agreedBy() : now.agreedBy(),
                        now.acceptedAt() == null ? old.acceptedAt() : now.acceptedAt()));
    }
}
