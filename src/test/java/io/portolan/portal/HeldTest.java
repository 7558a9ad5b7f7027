package io.portolan.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What controls make of what they are given, and what they may not. */
class HeldTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Lantern | Lantern", "de02 1203 | DE02 1203", "2026-11-22 | Nov 22, 2026", "1000 | 1,000.00",
            "+49 170 1234 | 170 1234", "https://lantern.example/ | lantern.example", "4111111111111111 | •••• 1111"})
    void knowsWhatWasTypedInOtherClothes(String typed, String shown) {
        assertThat(field(shown).keeps(typed)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Lantern Payments | Lantern", "Ada | ''", "Ada | Alan", "2026-11-22 | 2026", "1000 | ''"})
    void missesWhatWasCutOffOrDropped(String typed, String shown) {
        assertThat(field(shown).keeps(typed)).isFalse();
    }

    @Test
    void findsWhatWasTypedAsOneOfSeveral() {
        assertThat(new Held("", "Scopes accounts payments", List.of(), "").keeps("payments")).isTrue();
    }

    @Test
    void seesAnOptionInWhatIsShownAddedOrHeld() {
        var before = new Held("", "Country Germany is the usual one", List.of("at"), "");
        assertThat(field("Germany").hasTaken("Germany", List.of(), before)).isTrue();
        assertThat(new Held("", "Germany Country Germany is the usual one", List.of("at"), "").hasTaken("Germany", List.of(), before)).isTrue();
        assertThat(new Held("", before.around(), List.of("de"), "").hasTaken("Germany", List.of("de"), before)).isTrue();
        assertThat(field("+49").hasTaken("Germany (+49)", List.of(), before)).isTrue();
        assertThat(new Held("", before.around(), List.of(), "flag-de").hasTaken("Germany", List.of(), before)).isTrue();
    }

    @Test
    void seesThatAnotherOptionOrNoneWasTaken() {
        var before = new Held("", "Country Germany is the usual one", List.of("at"), "");
        assertThat(before.hasTaken("Germany", List.of("de"), before)).isFalse();
        assertThat(field("Austria").hasTaken("Germany", List.of("de"), before)).isFalse();
    }

    private static Held field(String shown) {
        return new Held(shown, "", List.of(), "");
    }
}
