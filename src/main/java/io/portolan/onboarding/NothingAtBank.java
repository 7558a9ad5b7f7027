package io.portolan.onboarding;

import io.portolan.refusal.Refused;
import io.portolan.registration.Registrations;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Sees that nothing is lost where a bank goes out of the catalogue, or is called by another id. */
@Component
class NothingAtBank {

    private final Onboardings onboardings;
    private final Registrations registrations;
    private final List<KeptAtBank> kept;

    NothingAtBank(Onboardings onboardings, Registrations registrations, List<KeptAtBank> kept) {
        this.onboardings = onboardings;
        this.registrations = registrations;
        this.kept = kept;
    }

    /**
     * Goes on only where nothing is there.
     *
     * @param wish what cannot be granted, as the beginning of a sentence
     * @throws Refused with codes {@code bank-has-onboardings}, {@code bank-has-registrations} or {@code bank-has-folder}
     */
    void confirm(String bank, String wish) {
        onboardings.page(new Onboardings.Filter(null, bank, null, null), null, 1).items().stream().findFirst().ifPresent(one -> {
            throw Refused.conflict("bank-has-onboardings", wish + ": an onboarding was started there, which would lose its bank.", Map.of("onboarding", one.id()));
        });
        registrations.page(new Registrations.Filter(null, bank, null), null, 1).items().stream().findFirst().ifPresent(one -> {
            throw Refused.conflict("bank-has-registrations", wish + ": there is a registration, which would lose its bank.", Map.of("registration", one.id()));
        });
        var folder = kept.stream().map(each -> each.keptAt(bank)).flatMap(Optional::stream).collect(Collectors.joining(", "));
        if (!folder.isEmpty()) {
            throw Refused.conflict("bank-has-folder", wish + ": our people keep " + folder + " there. Take that away first.", Map.of("kept", folder));
        }
    }
}
