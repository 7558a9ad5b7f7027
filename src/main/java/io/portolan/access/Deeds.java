package io.portolan.access;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** All that may need a second person, by name. */
@Component
class Deeds {

    private final Map<String, Deed> deeds;

    Deeds(List<Deed> deeds) {
        this.deeds = deeds.stream().collect(Collectors.toUnmodifiableMap(Deed::deed, Function.identity()));
    }

    /** The one that was asked for; empty where a newer release does it no more. */
    Optional<Deed> of(Approval approval) {
        return Optional.ofNullable(deeds.get(approval.deed()));
    }

    /** What would be asked now. */
    Optional<Asked> asked(Approval approval) {
        return of(approval).flatMap(deed -> deed.asked(approval.object(), approval.with()));
    }
}
