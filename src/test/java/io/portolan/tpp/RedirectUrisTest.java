package io.portolan.tpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectUrisTest {

    @ParameterizedTest
    @ValueSource(strings = {"https://a.example/callback", "https://a.example", "https://a.example:8443/b?c=d", "https://xn--bcher-kva.example/cb", "https://[2001:db8::1]/cb"})
    void takesWholeAddresses(String uri) {
        assertThat(RedirectUris.wrong(URI.create(uri), false)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"http://a.example/cb, is not with https", "https://a.example/cb#there, fragment", "https://a.example/cb#, fragment", "https://*.a.example/cb, wildcard",
        "https://a.example/*, wildcard", "/cb, is not whole", "https:cb, is not whole", "https://me@a.example/cb, user name", "https://localhost/cb, own machine",
        "https://127.0.0.1/cb, own machine", "https://127.8.9.1/cb, own machine", "https://[::1]/cb, own machine", "https://intranet/cb, only your own network",
        "https://a.example/../cb, browsers take out", "https://a.example/b/.., browsers take out", "app.example:/cb, is not whole", "ftp://a.example/cb, is not with https"})
    void saysWhatIsWrongWithOneForLive(String uri, String says) {
        assertThat(RedirectUris.wrong(URI.create(uri), false)).hasValueSatisfying(what -> assertThat(what).contains(says));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:8080/cb", "http://127.0.0.1/cb", "http://[::1]:9000/cb", "https://localhost/cb", "https://a.example/cb"})
    void letsTestsLeadToTheOwnMachine(String uri) {
        assertThat(RedirectUris.wrong(URI.create(uri), true)).isEmpty();
    }

    @Test
    void letsTestsLeadNowhereElseWithoutHttps() {
        assertThat(RedirectUris.wrong(URI.create("http://a.example/cb"), true)).isPresent();
        assertThat(RedirectUris.wrong(URI.create("http://localhost.a.example/cb"), true)).isPresent();
    }

    @Test
    void tellsEachThatIsWrongAndWhatIsThereTwice() {
        var checks = new FieldChecks();
        var good = URI.create("https://a.example/cb");

        RedirectUris.check(checks, "uris", "xx-harbour/sandbox", List.of(good, URI.create("https://a.example/*"), URI.create("http://a.example/x"), good));

        assertThat(checks.found().get("uris")).contains("https://a.example/* has a wildcard", "http://a.example/x is not with https", "https://a.example/cb is there twice");
    }
}
