package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.onboarding.Onboarding;
import io.portolan.onboarding.Onboarding.Status;
import io.portolan.onboarding.Onboardings;
import io.portolan.registration.Registration;
import io.portolan.registration.Registrations;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Three members of one hub, started at the same time: the hub registers once, and all three come to be live. */
class OnboardsAtShipyardIT extends CoastStory {

    private static final List<String> MEMBERS = List.of("xx-shipyard-keel", "xx-shipyard-mast", "xx-shipyard-sail");

    @Autowired Registrations registrations;

    @Test
    void registersAtTheHubOnceForAllOfItsMembers() throws Exception {
        var tpp = aTpp();
        bank("xx-shipyard").approveAfter(null);
        var members = allAtOnce(tpp);
        members.forEach(member -> awaitStatus(member.id(), Status.WAITING_FOR_OTHER));
        var hubs = onboardings.page(new Onboardings.Filter(tpp, "xx-shipyard", null, null), null, 10).items();
        assertThat(hubs).hasSize(1);

        bank("xx-shipyard").approveAfter(Duration.ZERO);

        for (var member : members) {
            var registration = registrations.find(awaitStatus(member.id(), Status.DONE).registration()).orElseThrow();
            assertThat(registration.standing()).isEqualTo(Registration.Standing.ACTIVE);
            assertThat(registration.health()).isEqualTo(Registration.Health.OK);
        }
        assertThat(onboardings.find(hubs.get(0).id()).orElseThrow().status()).isEqualTo(Status.DONE);
        assertThat(bank("xx-shipyard").counts().applications()).isEqualTo(1);
        assertThat(bank("xx-shipyard").counts().subscriptions()).isEqualTo(3);
        assertThat(bank("xx-shipyard").counts().secretsGenerated()).isEqualTo(1);
    }

    private List<Onboarding> allAtOnce(String tpp) throws Exception {
        var pool = Executors.newFixedThreadPool(MEMBERS.size());
        try {
            var starts = MEMBERS.stream().map(member -> (Callable<Onboarding>) () -> start(tpp, member)).toList();
            return pool.invokeAll(starts).stream().map(future -> {
                try {
                    return future.get();
                } catch (Exception broken) {
                    throw new IllegalStateException(broken);
                }
            }).toList();
        } finally {
            pool.shutdown();
        }
    }
}
