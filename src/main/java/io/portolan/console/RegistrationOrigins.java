package io.portolan.console;

import io.portolan.leg.Captures;
import io.portolan.onboarding.LegView;
import io.portolan.onboarding.Onboarding;
import io.portolan.onboarding.Onboardings;
import io.portolan.playbook.Places;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Where the credentials of a registration came from: the leg of an onboarding that has brought each back. */
@Component
class RegistrationOrigins {

    private final Onboardings onboardings;
    private final Captures captures;

    RegistrationOrigins(Onboardings onboardings, Captures captures) {
        this.onboardings = onboardings;
        this.captures = captures;
    }

    /** A leg, by its title and how it is done, and its onboarding. */
    record Origin(String onboarding, String title, String means, String meansLabel) { }

    /** By the name of the credential; what the newest onboarding has brought back counts. */
    Map<String, Origin> of(List<Onboarding> newestFirst) {
        var origins = new HashMap<String, Origin>();
        for (var onboarding : newestFirst) {
            var legs = onboardings.legs(onboarding.id()).stream().collect(Collectors.toMap(LegView::id, Function.identity()));
            for (var kept : captures.of(onboarding.id())) {
                var leg = legs.get(kept.leg());
                var name = kept.name().startsWith(Places.GENERATED) ? kept.name().substring(Places.GENERATED.length()) : kept.name();
                if (leg != null) {
                    origins.putIfAbsent(name, new Origin(onboarding.id(), leg.title(), Wording.word(leg.by()), Wording.of(leg.by())));
                }
            }
        }
        return origins;
    }
}
