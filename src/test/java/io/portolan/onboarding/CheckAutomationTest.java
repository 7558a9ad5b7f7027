package io.portolan.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.portolan.leg.LegRun;
import io.portolan.leg.Means;
import io.portolan.leg.Outcome;
import io.portolan.playbook.MeansName;
import io.portolan.tpp.SampleTpp;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;

class CheckAutomationTest {

    private static final String LEG = "- {id: a, stage: create-application, by: portal, title: Create, signed-in: false, repeat: safe, done-when: {text: Done}, steps: [{click: {text: New}}]}\n";

    @SuppressWarnings("unchecked")
    private final ObjectProvider<Means> means = mock(ObjectProvider.class);
    private final CheckAutomation check = new CheckAutomation(means);
    private boolean hasBrowser = true;

    private String of(String automation, boolean isByPerson, String leg) {
        when(means.stream()).thenReturn(Stream.of(new Browser()));
        var asked = SampleRoutes.asked(SampleRoutes.wish("automation: " + automation + "\n", null, leg));
        return String.join(", ", SampleRoutes.said(SampleRoutes.found(check, new AskedRoute(asked.wish(), SampleTpp.lantern(), asked.legs().stream().map(one ->
                new AskedRoute.AskedLeg(one.asked(), isByPerson)).toList(), SampleRoutes.NOW, Duration.ZERO))));
    }

    @Test
    void warnsWhereAPersonWorksThePortalInPlaceOfAMachine() {
        assertThat(of("permitted", false, LEG)).isEqualTo("fine automation-allowed");
        assertThat(of("unknown", false, LEG)).as("the TPP has consented").isEqualTo("fine automation-allowed");
        assertThat(of("unknown", true, LEG)).isEqualTo("warning automation-unknown");
        assertThat(of("unknown", true, SampleRoutes.LEG)).isEmpty();
        hasBrowser = false;
        assertThat(of("permitted", false, LEG)).isEqualTo("warning browser-missing");
    }

    private final class Browser implements Means {

        @Override
        public MeansName name() {
            return MeansName.PORTAL;
        }

        @Override
        public Outcome perform(LegRun run) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean isHere() {
            return hasBrowser;
        }
    }
}
