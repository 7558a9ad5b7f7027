package io.portolan.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.refusal.Refused;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorViewTest {

    @ParameterizedTest
    @CsvSource({"already-onboarding, It is there already", "leg-needed, This does not fit what has happened meanwhile"})
    void saysThatItIsThereAlreadyOnlyWhereItIs(String code, String title) {
        var view = ErrorView.of(Refused.conflict(code, "No.", Map.of("onboarding", "o-1")), 409);

        assertThat(view.title()).isEqualTo(title);
        assertThat(view.link()).isEqualTo("/onboardings/o-1");
    }
}
