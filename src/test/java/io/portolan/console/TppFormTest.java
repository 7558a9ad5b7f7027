package io.portolan.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.tpp.SampleTpp;
import io.portolan.tpp.TppDraft;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;

class TppFormTest {

    private static TppForm form(String... namesAndTexts) {
        var typed = new LinkedMultiValueMap<String, String>();
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            typed.add(namesAndTexts[i], namesAndTexts[i + 1]);
        }
        return TppForm.of(typed);
    }

    @Test
    void bringsBackWhatItShows() {
        var draft = TppDraft.of(SampleTpp.lantern(), 7L);

        var read = TppForm.of(draft).draft();

        assertThat(read.read()).isEqualTo(SampleTpp.lantern());
        assertThat(read.version()).isEqualTo(7);
    }

    @Test
    void addsAndTakesAwayRows() {
        var form = form("contacts[0].eMail", "a@b.example", "contacts[1].eMail", "", "contacts[1].phone", " ", "contacts[2].eMail", "c@d.example");

        assertThat(form.closedUp().draft().contacts()).extracting(TppDraft.ContactDraft::eMail).containsExactly("a@b.example", "c@d.example");
        assertThat(form.plus("contacts").rows("contacts")).isEqualTo(4);
        assertThat(form.minus("contacts[0]").draft().contacts()).extracting(TppDraft.ContactDraft::eMail).containsExactly("c@d.example");
        assertThat(form.plus("parties").rows("parties")).isEqualTo(1);
    }

    @Test
    void readsListsLineByLine() {
        var draft = form("roles", "PSP_AI", "roles", "PSP_PI", "passportedTo", "AT, CZ;FR", "outboundAddresses", "198.51.100.7\r\n\r\n 198.51.100.8 ").draft();

        assertThat(draft.roles()).containsExactly("PSP_AI", "PSP_PI");
        assertThat(draft.passportedTo()).containsExactly("AT", "CZ", "FR");
        assertThat(draft.outboundAddresses()).containsExactly("198.51.100.7", "198.51.100.8");
    }

    @Test
    void readsWordsByLanguageAndAddressesByEnvironment() {
        var application = form("applications[0].label", "main", "applications[0].descriptions", "de: Zeigt\nalle Konten\nfr: Montre", "applications[0].redirectUris.live",
                "https://a.example/1\nhttps://a.example/2", "applications[0].redirectUris.own", "xx-harbour/sandbox: https://b.example/cb").draft().applications().get("main");

        assertThat(application.descriptions()).containsExactly(Map.entry("de", "Zeigt\nalle Konten"), Map.entry("fr", "Montre"));
        assertThat(application.redirectUris()).containsEntry("live", List.of("https://a.example/1", "https://a.example/2"))
                .containsEntry("xx-harbour/sandbox", List.of("https://b.example/cb"));
    }

    @Test
    void saysWhatIsWrongBesideTheFieldOfItsRow() {
        var form = form("applications[0].label", "main", "applications[1].label", "second", "parties[0].label", "acme", "applications[1].redirectUris.own", "nonsense");

        assertThat(form.named(Map.of("applications.second.name", "No name.", "applications.second", "No label.", "applications.main.redirectUris.live", "No https.",
                "applications.second.redirectUris.nonsense", "No environment.", "parties.acme.kind", "No kind.", "lei", "No LEI.")))
                .containsOnly(Map.entry("applications[1].name", "No name."), Map.entry("applications[1].label", "No label."),
                        Map.entry("applications[0].redirectUris.live", "No https."), Map.entry("applications[1].redirectUris.own", "No environment."),
                        Map.entry("parties[0].kind", "No kind."), Map.entry("lei", "No LEI."));
    }

    @Test
    void letsNoApplicationDisappearBehindAnotherOfItsLabel() {
        var draft = form("applications[0].label", "main", "applications[0].name", "A", "applications[1].label", "main", "applications[1].name", "B").draft();

        assertThat(draft.applications()).containsOnlyKeys("main", "main (2)");
    }
}
