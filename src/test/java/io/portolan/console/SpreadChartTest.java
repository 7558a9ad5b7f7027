package io.portolan.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.onboarding.TimesTaken.Spread;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpreadChartTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private static SpreadChart.Taken taken(String label, Duration least, Duration lower, Duration median, Duration upper, Duration most) {
        return new SpreadChart.Taken(label, "/list", new Spread(4, least, lower, median, upper, most));
    }

    @Test
    void drawsEachLengthFurtherRightThanTheOneBefore() {
        var row = SpreadChart.of(List.of(taken("Approval", Duration.ofMinutes(1), HOUR, Duration.ofHours(5), Duration.ofDays(2), Duration.ofDays(20)))).rows().get(0);

        assertThat(List.of(row.least(), row.lower(), row.median(), row.upper(), row.most()).stream().map(Double::valueOf)).isSorted().doesNotHaveDuplicates()
                .allMatch(x -> x >= SpreadChart.LEFT && x <= SpreadChart.RIGHT);
        assertThat(row.words()).isEqualTo(new SpreadChart.Words("1 min", "1 h", "5 h", "2 days", "20 days"));
    }

    @Test
    void hasRoomForTheLongestOfAllRowsAndMarksWholeSteps() {
        var chart = SpreadChart.of(List.of(taken("Sign-up", HOUR, HOUR, HOUR, HOUR, HOUR), taken("Approval", HOUR, HOUR, HOUR, HOUR, Duration.ofDays(6))));

        assertThat(chart.ticks().stream().map(LogScale.Tick::label)).containsExactly("1 s", "1 min", "1 h", "1 day", "1 week");
        assertThat(chart.ticks().get(4).x()).isEqualTo(SpreadChart.number(SpreadChart.RIGHT));
        assertThat(chart.rows().get(0).middle()).isLessThan(chart.rows().get(1).middle());
        assertThat(chart.height()).isGreaterThan(chart.rows().get(1).middle());
    }

    @Test
    void showsABoxEvenWhereAllTookTheSameAndNothingLeftOfTheAxis() {
        var row = SpreadChart.of(List.of(taken("Derived", Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO))).rows().get(0);

        assertThat(Double.parseDouble(row.box())).isPositive();
        assertThat(Double.parseDouble(row.least())).isEqualTo(SpreadChart.LEFT);
    }

    @Test
    void keepsWhatTookYearsOnThePaper() {
        var row = SpreadChart.of(List.of(taken("Approval", HOUR, HOUR, HOUR, HOUR, Duration.ofDays(3000)))).rows().get(0);

        assertThat(Double.parseDouble(row.most())).isLessThanOrEqualTo(SpreadChart.RIGHT);
    }

    @Test
    void drawsNothingOfNothing() {
        assertThat(SpreadChart.of(List.of()).rows()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"PT0S, under 1 s", "PT0.96S, 1 s", "PT59S, 59 s", "PT61S, 1 min", "PT3H20M, 3 h", "PT47H, 47 h", "PT48H, 2 days", "P40D, 40 days"})
    void saysALengthInOneUnit(Duration length, String said) {
        assertThat(SpreadChart.said(length)).isEqualTo(said);
    }
}
