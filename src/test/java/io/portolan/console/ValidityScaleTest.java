package io.portolan.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.certificate.Certificate;
import io.portolan.certificate.InMemoryCertificates;
import io.portolan.simulator.DemoAuthority;
import io.portolan.simulator.DemoTpp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ValidityScaleTest {

    private static final Certificate CERTIFICATE = new InMemoryCertificates().add("lantern", Certificate.Kind.QWAC, "live", DemoAuthority.create("Scale CA", Clock.systemUTC()).qwac(DemoTpp.example()));

    @Test
    void drawsACertificateFromWhereItBeginsToWhereItEnds() {
        var now = CERTIFICATE.notBefore().plus(Duration.ofDays(100));
        var scale = ValidityScale.of(List.of(CERTIFICATE), now);
        var bar = scale.bar(CERTIFICATE, now);

        assertThat(Double.parseDouble(bar.x())).isEqualTo(4);
        assertThat(Double.parseDouble(bar.x()) + Double.parseDouble(bar.width())).isGreaterThan(Double.parseDouble(scale.now())).isLessThanOrEqualTo(236.1);
        assertThat(bar.said()).startsWith("From ").contains(" until ");
        assertThat(scale.ticks()).isNotEmpty().hasSizeLessThanOrEqualTo(5).isSortedAccordingTo(java.util.Comparator.comparing(tick -> Double.parseDouble(tick.x())));
    }

    @Test
    void showsOneThatIsOverSinceLongAtTheEdgeAndNowWhereNothingIs() {
        var later = CERTIFICATE.notAfter().plus(Duration.ofDays(4000));

        assertThat(ValidityScale.of(List.of(CERTIFICATE), later).bar(CERTIFICATE, later)).returns("4.0", ValidityScale.Bar::x).returns("2.0", ValidityScale.Bar::width).returns("rejected", ValidityScale.Bar::tone);
        assertThat(ValidityScale.of(List.of(), Instant.now()).now()).isEqualTo("120.0");
    }
}
