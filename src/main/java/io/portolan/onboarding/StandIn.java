package io.portolan.onboarding;

import io.portolan.journal.Act;
import io.portolan.journal.Journal;
import io.portolan.playbook.Service;
import io.portolan.registration.Registration;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What people have to do at a bank is asked for an onboarding; a registration that none has made gets one that is over from the start. */
@Component
class StandIn {

    private static final String NOTE = "No leg was walked: the registration was taken in as it existed at the bank, and given up.";

    private final ReadRequest requests;
    private final JdbcOnboardings onboardings;
    private final Journal journal;
    private final Clock clock;

    StandIn(ReadRequest requests, JdbcOnboardings onboardings, Journal journal, Clock clock) {
        this.requests = requests;
        this.onboardings = onboardings;
        this.journal = journal;
        this.clock = clock;
    }

    /** The onboarding that is over and that stands for this registration, at a branch or null: the last one that worked for it, or a new one that has done nothing. */
    Onboarding of(Registration registration, String branch) {
        return onboardings.ofRegistration(registration.id()).stream().filter(each -> each.status().isFinal()).findFirst().orElseGet(() -> made(registration, branch));
    }

    private Onboarding made(Registration registration, String branch) {
        var wish = requests.readWithoutApplication(new StartRequest(registration.tpp(), registration.bank(), branch, registration.environment(), registration.application(),
                registration.asked().stream().map(Service::name).toList(), null));
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var id = UUID.randomUUID().toString();
        onboardings.insert(new Onboarding(id, wish.tpp(), registration.bank(), wish.branch(), wish.environmentName(), wish.application(), wish.services(), Onboarding.Status.WITHDRAWN, null,
                wish.playbook().hash(), wish.route().name(), registration.id(), null, now, now, null, Set.of(), null, null, Map.of()), wish.unit(), wish.branchKey(), wish.environmentKind(), "portolan");
        onboardings.status(id, Onboarding.Status.WITHDRAWN, null, NOTE);
        journal.write(Act.ofPortolan(id, "onboarding-withdrawn", null, null, NOTE));
        return onboardings.find(id).orElseThrow();
    }
}
