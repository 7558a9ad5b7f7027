package io.portolan.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.playbook.BankEntry.Asks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BankSearchTest {

    private static final BankEntry SPAREN = new BankEntry("at-spaeren", "Österreichische Spären", List.of("at-spaeren", "Österreichische Spären", "erste", "Łódź"),
            List.of("EXAMATWW", "EXAMATW2XXX"), Set.of("AT", "SK"), "berlin-group-nextgenpsd2", Set.of(MeansName.API, MeansName.OPERATOR),
            Set.of(Asks.CERTIFICATE, Asks.APPROVAL), LocalDate.parse("2025-11-30"));

    @ParameterizedTest
    @ValueSource(strings = {"spären", "SPAREN", "osterreichische", "at-spa", "erste spären", "lodz", "examatww", "EXAMATWWXXX", "EXAMATW2", " ", "  erste  "})
    void findsByPartsOfNamesAndByBics(String words) {
        assertThat(new BankSearch(words, null, null, null, null).fits(SPAREN)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sparkasse", "erste sparkasse", "AMATWW", "EXAMATW3", "EXAMATWWXXXX"})
    void doesNotFindWhatIsCalledOtherwise(String words) {
        assertThat(new BankSearch(words, null, null, null, null).fits(SPAREN)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Österreichische Bank", "Spaeren", "Sparen AG", "Erste", "Oesterreichische Sparen"})
    void isAlikeWhereAWordThatTellsBanksApartIsInBothNames(String name) {
        assertThat(SPAREN.resembles(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bank", "Bank of Nowhere", "", "AG", "Esto"})
    void isNotAlikeByWordsThatMostBanksHave(String name) {
        assertThat(SPAREN.resembles(name)).isFalse();
    }

    @Test
    void findsByEachTraitAndByAllOfThemTogether() {
        assertThat(new BankSearch("erste", "sk", "Berlin-Group-NextGenPSD2", MeansName.API, Asks.APPROVAL).fits(SPAREN)).isTrue();
        assertThat(new BankSearch(null, "DE", null, null, null).fits(SPAREN)).isFalse();
        assertThat(new BankSearch(null, null, "stet", null, null).fits(SPAREN)).isFalse();
        assertThat(new BankSearch(null, null, null, MeansName.MAIL, null).fits(SPAREN)).isFalse();
        assertThat(new BankSearch(null, null, null, null, Asks.PORTAL).fits(SPAREN)).isFalse();
        assertThat(BankSearch.ALL.fits(SPAREN)).isTrue();
    }

    @Test
    void wantsFactsThatAreOlderThanAYearToBeCheckedAgain() {
        assertThat(SPAREN.isToRecheck(LocalDate.parse("2026-11-30"))).isFalse();
        assertThat(SPAREN.isToRecheck(LocalDate.parse("2026-12-01"))).isTrue();
    }

    @Test
    void readsWhatABankAsksInItsPlaybook() throws IOException {
        var example = BankEntry.of(SamplePlaybooks.example());
        assertThat(example.asks()).contains(Asks.CERTIFICATE, Asks.APPROVAL, Asks.PORTAL);
        assertThat(example.means()).contains(MeansName.PORTAL, MeansName.MAIL);

        var dkb = BankEntry.of(packed("de-dkb"));
        assertThat(dkb.asks()).containsExactly(Asks.CERTIFICATE);
        assertThat(dkb.means()).containsExactlyInAnyOrder(MeansName.API, MeansName.OPERATOR);
        assertThat(dkb.countries()).containsExactly("DE");
        assertThat(dkb.standard()).isEqualTo("berlin-group-nextgenpsd2");
        assertThat(BankEntry.of(packed("nl-rabobank")).asks()).as("people sign up at its portal").contains(Asks.PORTAL);
        assertThat(BankEntry.of(packed("es-bbva")).asks()).as("it is reached by the hub").contains(Asks.REGISTRATION);
        assertThat(BankEntry.of(packed("gb-santander")).asks()).as("a leg of each route waits for the directory").contains(Asks.REGISTRATION);
        assertThat(BankEntry.of(packed("gb-starling")).asks()).as("it leans on nothing but its own sandbox").doesNotContain(Asks.REGISTRATION);
        assertThat(BankEntry.of(packed("gb-hsbc")).countries()).as("one branch is for twelve countries").contains("GB", "FR", "MT", "LU").hasSize(13);
        assertThat(BankEntry.of(packed("gr-alpha-bank")).asks()).as("its subscription waits for the bank").contains(Asks.APPROVAL);
    }

    private static Playbook packed(String bank) throws IOException {
        return SamplePlaybooks.READER.read(bank + ".yaml", Files.readString(Path.of("bank-playbooks/" + bank + ".yaml"))).orThrow();
    }
}
