package io.portolan.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class TemplateTest {

    @Test
    void namesItsPlacesInTheirOrder() {
        var template = new Template("{{tpp.vat-number}} of {{ tpp.country }}, {{tpp.vat-number}}");

        assertThat(template.places()).containsExactly("tpp.vat-number", "tpp.country", "tpp.vat-number");
        assertThat(template.isPlain()).isFalse();
    }

    @Test
    void fillsEachPlaceAndLeavesTheRest() {
        var template = new Template("a {{x.y}} b {{z}} {c} {{ D }}");

        assertThat(template.filled(name -> name.toUpperCase(Locale.ROOT))).isEqualTo("a X.Y b Z {c} {{ D }}");
    }

    @Test
    void fillsInTextsThatLookLikePlacesOrReferencesAsTheyAre() {
        assertThat(new Template("{{x}}").filled(name -> "$1 \\ {{y}}")).isEqualTo("$1 \\ {{y}}");
    }

    @Test
    void tellsWhichPlacesOfAnAddressAreWithinAPartOfIt() {
        var address = new Template("{{base}}{{path}}/clients/tpp-{{id}}('{{key}}')/{{leg}}?v={{a}},{{b}}");

        assertThat(address.filledAsAddress((place, isPart) -> isPart ? "<" + place + ">" : place))
                .isEqualTo("basepath/clients/tpp-<id>('<key>')/<leg>?v=<a>,<b>");
        assertThat(new Template("https://bank.example/?{{query}}").filledAsAddress((place, isPart) -> isPart + "")).endsWith("?false");
    }

    @Test
    void isPlainWithoutPlaces() {
        assertThat(new Template("https://bank.example/{id}").isPlain()).isTrue();
    }
}
