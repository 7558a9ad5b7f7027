package io.portolan.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.certificate.Certificate;
import io.portolan.leg.LegState;
import io.portolan.onboarding.Onboarding;
import io.portolan.playbook.Service;
import io.portolan.refusal.Refused;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void writesStatesInKebabCaseAndTheWordsOfTheFieldAsTheFieldDoes() {
        assertThat(Words.of(Onboarding.Status.WAITING_FOR_BANK)).isEqualTo("waiting-for-bank");
        assertThat(Words.of(LegState.WITH_PERSON)).isEqualTo("with-person");
        assertThat(Words.of(Set.of(Service.PIS, Service.AIS))).isEqualTo(List.of("AIS", "PIS"));
        assertThat(Words.of(Certificate.Kind.QSEALC)).isEqualTo("QSealC");
        assertThat(Words.of((Service) null)).isNull();
    }

    @Test
    void readsWhatItWrites() {
        for (var status : Onboarding.Status.values()) {
            assertThat(Words.read(Onboarding.Status.class, "status", Words.of(status))).isEqualTo(status);
        }
        assertThat(Words.read(Certificate.Kind.class, "kind", "QSealC")).isEqualTo(Certificate.Kind.QSEALC);
    }

    @Test
    void asksForAWordThatIsMissing() {
        assertThatThrownBy(() -> Words.required(Service.class, "services", " "))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.code()).isEqualTo("missing-values"));
    }

    @Test
    void readsInstantsWithAnyOffsetAndDates() {
        assertThat(Moments.read("expectedBy", "2026-11-22T10:00:00+01:00")).isEqualTo(Instant.parse("2026-11-22T09:00:00Z"));
        assertThat(Moments.read("expectedBy", "2026-11-22")).isEqualTo(Instant.parse("2026-11-22T00:00:00Z"));
        assertThatThrownBy(() -> Moments.read("expectedBy", "soon"))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.about()).containsKey("expectedBy"));
    }
}
