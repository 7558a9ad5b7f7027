package io.portolan.tpp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VatNumberTest {

    /** Numbers that companies print on their pages, or that tax authorities give as examples. */
    @ParameterizedTest
    @ValueSource(strings = {"DE811907980", "DE136695976", "ATU12345675", "ATU13585627", "BE0428759497", "BE0776091951", "CHE-116.281.710 MWST", "DK13585628",
        "EE100931558", "EL094259216", "FI20774740", "FR40303265045", "FRK7399859412", "GB980780684", "HR33392005961", "HU12892312", "IE6433435F", "IE6433435OA", "IE8D79739I",
        "IT00743110157", "LU15027442", "MT11679112", "NL004495445B01", "NL123456782B90", "NO974760673MVA", "PL8567346215", "PT501964843", "RO18547290", "SE556188840401",
        "SI50223054", "SK2022749619", "CZ25123891", "ES B-58378431", "LT119511515", "LV40003521600", "CY10259033P", "BG175074752"})
    void takesNumbersWhoseFormAndCheckDigitsFit(String number) {
        assertThat(VatNumber.wrong(number)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"DE811907981", "ATU12345678", "BE0428759498", "CHE-116.281.711 MWST", "DK13585629", "EE100931559", "EL094259217", "FI20774741", "FR41303265045",
        "GB980780685", "HR33392005962", "HU12892313", "IE6433435G", "IT00743110158", "LU15027443", "MT11679113", "NL123456789B01", "NO974760674MVA", "PL8567346216", "PT501964844",
        "RO18547291", "SE556188840501", "SI50223055", "SK2022749620"})
    void tellsNumbersOfWhichOneDigitIsAnother(String number) {
        assertThat(VatNumber.wrong(number)).hasValueSatisfying(sentence -> assertThat(sentence).contains("check digits", number));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"811907980 | such as DE123456788", "DE81190798 | DE and 9 digits", "AT12345678 | AT and U and 8 digits", "NL123 | NL and 9 digits, B and 2 digits",
        "D | such as DE123456788", "GR094259216 | EL and 9 digits", "SE556188840402 | 10 digits and 01"})
    void saysWhatTheFormOfTheCountryIs(String number, String right) {
        assertThat(VatNumber.wrong(number)).hasValueSatisfying(sentence -> assertThat(sentence).contains(right));
    }
}
