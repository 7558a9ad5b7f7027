package io.portolan.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.leg.FakeLegRun;
import io.portolan.playbook.Hosts;
import io.portolan.playbook.Sign;
import io.portolan.playbook.Template;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignReaderTest {

    private final RunPlaces places = new RunPlaces(new FakeLegRun(null), null);
    private final SignReader signs = new SignReader(new FakeBrowser(deed -> { }), new Hosts(List.of("bank.example")), places);

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Active        | Your application is ACTIVE.       | true",
        "Active        | Status:Active                     | true",
        "Active        | (active)                          | true",
        "Active        | Status—Active                     | true",
        "Active        | Inactive                          | false",
        "Active        | non-active                        | false",
        "Active        | Activexy                          | false",
        "Aktív         | Neaktív                           | false",
        "ktiv          | Äktiv                             | false",
        "Schließung    | Die SCHLIESSUNG                   | true",
        "Approved      | Unapproved, once approved         | true",
        "Subscribed to: | Subscribed to:Accounts           | true",
        "e-mail        | Your e–mail is confirmed          | true",
        "Application 1 | Application 12                    | false",
        "审批           | 已审批通过                          | true"})
    void readsWholeWordsInAnyCase(String sought, String shown, boolean shows) {
        assertThat(signs.shows(text(sought), page(shown))).isEqualTo(shows);
    }

    @Test
    void believesNoPageOnAnotherHost() {
        assertThat(signs.shows(text("Approved"), page("Approved"))).isTrue();
        assertThat(signs.shows(text("Approved"), new Page("https://evil.example/", "Bank", 200, "Approved", false, List.of(), List.of()))).isFalse();
    }

    private static Sign text(String text) {
        return new Sign(new Template(text), null, null, null, List.of(), Map.of(), null, Set.of());
    }

    private static Page page(String text) {
        return new Page("https://bank.example/applications", "Applications – Bank", 200, text, false, List.of(), List.of());
    }
}
