package io.portolan.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.tpp.SampleTpp;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CheckChoiceTest {

    private static final String BRANCHES = "branches: {old: {name: Old Town, scope: registration, closes-on: 2026-01-01}, new: {name: New Town, scope: registration}}\n";

    private final CheckChoice check = new CheckChoice();

    private AskedRoute at(String branch, String day) {
        return SampleRoutes.asked(SampleRoutes.wish(BRANCHES, branch, SampleRoutes.LEG), SampleTpp.lantern(), Instant.parse(day + "T10:00:00Z"));
    }

    @Test
    void findsABranchThatIsClosedOrNotSaid() {
        var closed = SampleRoutes.found(check, at("old", "2026-01-01"));
        assertThat(SampleRoutes.said(closed)).containsExactly("error branch-closed", "fine application-there");
        assertThat(closed.get(0).sentence()).contains("Old Town", "2026-01-01");

        assertThat(SampleRoutes.said(SampleRoutes.found(check, at("new", "2026-01-01")))).containsExactly("fine application-there", "fine branch-open");

        var notSaid = SampleRoutes.found(check, at(null, "2026-01-01"));
        assertThat(SampleRoutes.said(notSaid)).containsExactly("error branch-missing", "fine application-there");
        assertThat(notSaid.get(0).sentence()).contains("old, new");
    }

    @Test
    void warnsOfABranchThatClosesSoon() {
        assertThat(SampleRoutes.said(SampleRoutes.found(check, at("old", "2025-12-10")))).containsExactly("warning branch-closes-soon", "fine application-there");
        assertThat(SampleRoutes.said(SampleRoutes.found(check, at("old", "2025-11-10")))).containsExactly("fine application-there", "fine branch-open");
    }

    @Test
    void findsAnApplicationThatTheProfileDoesNotHave() {
        var wish = SampleRoutes.wish("", null, SampleRoutes.LEG);
        var other = new Wish(wish.tpp(), wish.playbook(), wish.environmentName(), null, "partner", wish.services(), wish.route());
        var found = SampleRoutes.found(check, SampleRoutes.asked(other));
        assertThat(SampleRoutes.said(found)).containsExactly("error application-missing");
        assertThat(found.get(0).about()).isEqualTo("partner");
    }
}
