package io.portolan.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class SettingsInUseTest {

    private static Setting setting(String name, Map<String, Object> set) {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("set here", set));
        ConfigurationPropertySources.attach(environment);
        return new SettingsInUse(new SettingTable(), environment).all().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void tellsTheDefaultOfWhatNobodyHasSet() {
        var workers = setting("portolan.leg.workers", Map.of());
        assertThat(workers.value()).isEqualTo("8");
        assertThat(workers.isSet()).isFalse();
        assertThat(workers.meaning()).isEqualTo("how many legs a node works on at a time");
    }

    @Test
    void tellsWhatWasSetAndWhere() {
        var workers = setting("portolan.leg.workers", Map.of("portolan.leg.workers", "4"));
        assertThat(workers.value()).isEqualTo("4");
        assertThat(workers.standard()).isEqualTo("8");
        assertThat(workers.source()).contains("set here");
    }

    @Test
    void joinsTheMembersOfAListAndNamesEachMailbox() {
        var set = Map.<String, Object>of("portolan.mail.mailboxes.banks.tpps[0]", "lantern", "portolan.mail.mailboxes.banks.tpps[1]", "ledger",
                "portolan.mail.mailboxes.banks.host", "imap.tpp.example");
        assertThat(setting("portolan.mail.mailboxes.banks.tpps", set).value()).isEqualTo("lantern, ledger");
        assertThat(setting("portolan.mail.mailboxes.banks.host", set).value()).isEqualTo("imap.tpp.example");
        assertThat(setting("portolan.mail.mailboxes.banks.port", set).value()).isEqualTo("993");
    }

    @Test
    void neverTellsASecret() {
        var set = Map.<String, Object>of("portolan.mail.mailboxes.banks.password", "seen-by-nobody", "portolan.vault.master-key", "seen-by-nobody",
                "portolan.access.admin-password", "seen-by-nobody", "portolan.mail.mailboxes.banks.password-secret", "mail/banks",
                "portolan.portal.grid-url", "https://ada:seen-by-nobody@grid.example/wd");
        for (var name : new String[] {"portolan.mail.mailboxes.banks.password", "portolan.vault.master-key", "portolan.access.admin-password"}) {
            var secret = setting(name, set);
            assertThat(secret.secret()).as(name).isTrue();
            assertThat(secret.isSet()).as(name).isTrue();
            assertThat(secret.toString()).as(name).doesNotContain("seen-by-nobody");
        }
        assertThat(setting("portolan.mail.mailboxes.banks.password-secret", set).value()).isEqualTo("mail/banks");
        assertThat(setting("portolan.portal.grid-url", set).value()).isEqualTo("https://…@grid.example/wd");
    }
}
