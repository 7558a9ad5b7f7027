package io.portolan.tpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.portolan.refusal.Refused;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileRulesTest {

    @Test
    void takesAProfileWithNothingWrong() {
        assertThatCode(() -> ProfileRules.check(SampleTpp.lantern())).doesNotThrowAnyException();
    }

    @Test
    void takesAProfileThatOnlyHasAName() {
        var bare = new TppProfile("Lantern", null, null, null, null, null, null, null, null, null, null, null, null, null, null);

        assertThatCode(() -> ProfileRules.check(new Tpp("lantern", bare))).doesNotThrowAnyException();
    }

    @Test
    void namesEveryFieldThatIsWrong() {
        var about = problems(SampleTpp.profile("XX", "DE12", "529900T8BM49AURSDO56", "nobody", URI.create("http://a.example/#x")));

        assertThat(about).containsOnlyKeys("country", "vatNumber", "lei", "contacts[0].eMail",
                "applications.main.redirectUris.live");
        assertThat(about.get("country")).contains("ISO 3166-1").contains("XX");
    }

    @Test
    void refusesAnIdThatCannotStandInAnAddress() {
        var tpp = new Tpp("Lantern Payments", SampleTpp.lantern().profile());

        assertThat(catchThrowableOfType(Refused.class, () -> ProfileRules.check(tpp)).about()).containsOnlyKeys("id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DE811907980", "ATU12345678", "NL123456789B01", "FRXX123456789", "IE1234567WA", "EL123456789",
        "CHE-123.456.789 MWST", "CZ12345678"})
    void takesVatNumbersInTheFormOfTheirCountry(String number) {
        assertThat(VatNumber.isWellFormed(number)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"811907980", "DE81190798", "AT12345678", "NL123", "", "D"})
    void refusesVatNumbersInAnotherForm(String number) {
        assertThat(VatNumber.isWellFormed(number)).isFalse();
    }

    @Test
    void checksTheLastTwoDigitsOfAnLei() {
        assertThat(Lei.isValid("529900T8BM49AURSDO55")).isTrue();
        assertThat(Lei.isValid("529900T8BM49AURSDO45")).isFalse();
        assertThat(Lei.isValid("529900T8BM49AURSD055")).isFalse();
        assertThat(Lei.isValid("529900")).isFalse();
    }

    private static Map<String, String> problems(TppProfile profile) {
        var refused = catchThrowableOfType(Refused.class, () -> ProfileRules.check(new Tpp("lantern", profile)));
        assertThat(refused.code()).isEqualTo("invalid-tpp");
        return refused.about();
    }
}
