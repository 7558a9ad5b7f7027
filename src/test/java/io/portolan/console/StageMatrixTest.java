package io.portolan.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.leg.LegState;
import io.portolan.onboarding.UnderWay.Cell;
import io.portolan.playbook.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StageMatrixTest {

    private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");

    @Test
    void hasAColumnForEachStageAndLeadsToTheOneOnboardingOrToTheListOfThem() {
        var matrix = StageMatrix.of(List.of(new Cell("xx-quay", Stage.APPROVAL, LegState.WAITING, 1, NOW.minus(Duration.ofDays(3)), "o-1"),
                new Cell("xx-quay", Stage.SIGN_UP, LegState.WITH_PERSON, 4, NOW.minus(Duration.ofMinutes(5)), "o-2"),
                new Cell("xx-quay", Stage.CERTIFICATES, LegState.REJECTED, 1, NOW, "o-3")), "lantern", bank -> "Quay Bank", NOW);

        assertThat(matrix.stages()).hasSize(Stage.values().length);
        var row = matrix.rows().get(0);
        assertThat(row.name()).isEqualTo("Quay Bank");
        assertThat(row.href()).isEqualTo("/onboardings?bank=xx-quay&tpp=lantern&open=true");
        var approval = row.cells().get(Stage.APPROVAL.ordinal());
        assertThat(approval.state().label()).isEqualTo("Waiting");
        assertThat(approval.age()).isEqualTo("3 d");
        assertThat(approval.href()).isEqualTo("/onboardings/o-1");
        var signUp = row.cells().get(Stage.SIGN_UP.ordinal());
        assertThat(signUp.state().label()).isEqualTo("For us");
        assertThat(signUp.href()).isEqualTo("/onboardings?bank=xx-quay&tpp=lantern&stage=sign-up");
        assertThat(row.cells().get(Stage.CERTIFICATES.ordinal()).state().label()).isEqualTo("Rejected, for us");
        assertThat(row.cells().stream().map(StageMatrix.Cell::state).filter(Objects::nonNull)).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({"PT20S, now", "PT5M, 5 min", "PT3H, 3 h", "PT47H, 47 h", "P12D, 12 d"})
    void saysAnAgeInOneUnit(Duration span, String said) {
        assertThat(StageMatrix.age(span)).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "45, 50", "90, 100", "120, 100"})
    void placesWhatEndsOnTheLine(int days, int share) {
        assertThat(EndLine.share(NOW.plus(Duration.ofDays(days)), NOW.plus(Duration.ofDays(90)), NOW)).isEqualTo(share);
    }

    @Test
    void writesOnlyWhatIsGivenIntoAnAddressAndSafely() {
        assertThat(Address.of("/onboardings").with("bank", "a&b=c d").with("tpp", null).with("kind", " ").written()).isEqualTo("/onboardings?bank=a%26b%3Dc%20d");
    }
}
