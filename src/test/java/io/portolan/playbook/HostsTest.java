package io.portolan.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostsTest {

    private final Hosts hosts = new Hosts(List.of("portal.bank.example", "Login.Bank.example:8443", "plain.bank.example:80"));

    @ParameterizedTest
    @ValueSource(strings = {
        "https://portal.bank.example", "https://portal.bank.example/", "https://portal.bank.example:443/apps?x=1#y",
        "HTTPS://PORTAL.Bank.Example/apps", "https://login.bank.example:8443/", "http://plain.bank.example/",
        "https://portal.bank.example/apps?state=a|b{c}^[d]", "https://portal.bank.example/a|b/[c]", "https://portal.bank.example/#/apps/|new"})
    void allowsTheBanksOwn(String url) {
        assertThat(hosts.allow(url)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "https://portal.bank.example.evil.example/", "https://evil.example/portal.bank.example", "https://evil.example?portal.bank.example",
        "https://evil.example#portal.bank.example", "https://portal.bank.example@evil.example/", "https://portal.bank.example:443@evil.example/",
        "https://evilportal.bank.example/", "https://bank.example/", "https://portal.bank.example./",
        "https://evil.example\\@portal.bank.example/", "https://evil.example\\.portal.bank.example/", "https:///portal.bank.example/",
        "https:portal.bank.example", "//portal.bank.example/", "https://portal.bank.example\n.evil.example/"})
    void rejectsAHostThatOnlyLooksLikeTheBanks(String url) {
        assertThat(hosts.allow(url)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "https://API.bank.example/register, https://api.bank.example/token, https://portal.bank.example/",
        "https://api.bank.example:8443/register, https://api.bank.example:8443/, https://api.bank.example/",
        "https://api.bank.example:443/register, https://api.bank.example/, http://api.bank.example/"})
    void takesTheHostOfAnAddressThatAPersonHasSuppliedAndNoOther(String supplied, String allowed, String elsewhere) {
        var told = waiting().knowing("test", null, fact -> fact.equals("register-url") ? Optional.of(supplied) : Optional.empty()).environments().get("test").hosts();
        assertThat(new Hosts(told).allow(allowed)).isTrue();
        assertThat(new Hosts(told).allow(elsewhere)).isFalse();
        assertThat(new Hosts(told).allow("https://bank.example/")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "by telephone", "https://"})
    void takesNoHostWhereNothingUsableWasSupplied(String supplied) {
        var told = waiting().knowing("test", null, fact -> Optional.of(supplied).filter(text -> !text.isEmpty())).environments().get("test").hosts();
        assertThat(told).containsExactly("bank.example");
    }

    private static Playbook waiting() {
        return SamplePlaybooks.READER.read("xx-small.yaml", SamplePlaybooks.withLegs("- {id: a, stage: sign-up, title: A, by: operator}\n")
                .replace("hosts: [bank.example]", "hosts: [bank.example, '{{ask.register-url}}']")).orThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "https://portal.bank.example:8443/", "https://login.bank.example/", "http://portal.bank.example/", "http://portal.bank.example:443/",
        "https://plain.bank.example/"})
    void rejectsAnotherPortOrAConnectionThatAnybodyCanRead(String url) {
        assertThat(hosts.allow(url)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "about:blank", "data:text/html,portal.bank.example", "javascript:alert('portal.bank.example')",
        "file://portal.bank.example/etc/passwd", "ftp://portal.bank.example/", "chrome-error://chromewebdata/", "not an address"})
    void rejectsWhatIsNoWebAddress(String url) {
        assertThat(hosts.allow(url)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "https://portal.bank.example/confirm?token=abc#def, portal.bank.example",
        "https://login.bank.example:8443/x|y?code=abc, login.bank.example:8443",
        "https://user:word@portal.bank.example/, portal.bank.example",
        "data:text/plain;token, an address without a host",
        "ht tp://x?token=abc, an address that is none"})
    void namesAnAddressWithoutWhatMayBeAToken(String url, String named) {
        assertThat(Hosts.named(url)).isEqualTo(named);
    }

    @ParameterizedTest
    @CsvSource({
        "https://portal.bank.example/a, https://PORTAL.bank.example:443/b?c, true",
        "https://portal.bank.example/a, http://portal.bank.example/a, false",
        "https://portal.bank.example/a, http://portal.bank.example:443/a, false",
        "https://portal.bank.example/a, https://portal.bank.example:8443/a, false",
        "about:blank, https://portal.bank.example/a, false",
        "about:srcdoc, about:blank, true"})
    void tellsPlacesApartBySchemeHostAndPort(String one, String other, boolean same) {
        assertThat(Hosts.place(one).equals(Hosts.place(other))).isEqualTo(same);
    }
}
