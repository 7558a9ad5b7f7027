package io.portolan.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrganisationIdTest {

    @ParameterizedTest
    @CsvSource({"PSDDE-BAFIN-123456, PSD, DE, BAFIN, 123456, true", "PSDFI-FINFSA-1234567-8, PSD, FI, FINFSA, 1234567-8, true",
        "PSDMT-MFSA-A 12345, PSD, MT, MFSA, A 12345, true", "PSDES-BDE-3DFD21, PSD, ES, BDE, 3DFD21, true",
        "PSDDE_BAFIN_123456, PSD, DE, BAFIN, 123456, false", "PSDDE–BAFIN–123456, PSD, DE, BAFIN, 123456, false",
        "PSDDE \u2011 BAFIN\u2212123, PSD, DE, BAFIN, 123, false", "psdde-bafin-123, PSD, DE, BAFIN, 123, false",
        "PSDUK-FCA-730166, PSD, UK, FCA, 730166, false", "PSDGB-OB-Unknown0015800001041REAAY, PSD, GB, OB, Unknown0015800001041REAAY, true",
        "NTRLU-B186582, NTR, LU, , B186582, true", "VATDE-811907980, VAT, DE, , 811907980, true", "VATEL-094014201, VAT, EL, , 094014201, true",
        "LEIXG-529900T8BM49AURSDO55, LEI, XG, , 529900T8BM49AURSDO55, true", "IT:IT-12345, IT:, IT, , 12345, true"})
    void takesApartWhatIsMetInPractice(String written, String scheme, String country, String authority, String number, boolean isExact) {
        assertThat(OrganisationId.of(written)).isEqualTo(new OrganisationId(written, scheme, country, authority, number, isExact));
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345987", "", "PSD", "PSDDE-BAFIN", "PSDDE-BAFIN-", "BAFIN-123", "-----"})
    void keepsWhatHasNoForm(String written) {
        var id = OrganisationId.of(written);

        assertThat(id.isExact()).isFalse();
        assertThat(id.isOfLicence()).isFalse();
    }
}
