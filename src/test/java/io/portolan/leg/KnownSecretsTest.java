package io.portolan.leg;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnownSecretsTest {

    private static final String SECRET = "s3&cr<e>t/+\"p'w\\ä x";

    private final KnownSecrets secrets = new KnownSecrets();

    KnownSecretsTest() {
        secrets.add(SECRET);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        SECRET,
        "s3%26cr%3Ce%3Et%2F%2B%22p%27w%5C%C3%A4+x", "s3%26cr%3Ce%3Et%2F%2B%22p%27w%5C%C3%A4%20x", "s3%26cr%3ce%3et%2f%2b%22p%27w%5c%c3%a4%20x",
        "s3&cr<e>t/+\\\"p'w\\\\ä x", "s3&cr<e>t\\/+\\\"p'w\\\\ä x", "s3\\u0026cr\\u003ce\\u003et/+\\\"p\\u0027w\\\\ä x",
        "s3&amp;cr&lt;e&gt;t/+&quot;p'w\\ä x", "s3&amp;cr&lt;e&gt;t/+&quot;p&#39;w\\ä x", "s3&amp;cr&lt;e&gt;t&#x2F;+&quot;p&#39;w\\ä x",
        "s3&amp;cr&lt;e&gt;t/+&quot;p&apos;w\\ä x"
    })
    void hidesEveryFormInWhichAPageMayShowIt(String form) {
        assertThat(secrets.masked("before " + form + " after")).isEqualTo("before ••• after");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "c", "id", "abc", "client:", "a-long-client-id:"})
    void hidesItInBase64WhereverItStandsInWhatWasEncoded(String before) {
        var bytes = (before + SECRET + ":after").getBytes(StandardCharsets.UTF_8);
        for (var encoder : new Base64.Encoder[] {Base64.getEncoder(), Base64.getUrlEncoder(), Base64.getUrlEncoder().withoutPadding()}) {
            var encoded = encoder.encodeToString(bytes);
            var masked = secrets.masked("Basic " + encoded);
            assertThat(masked).contains("•••");
            // at most the two characters at its ends may be left of the secret
            assertThat(masked.length()).isLessThanOrEqualTo("Basic ".length() + encoded.length() - (SECRET.length() * 4 / 3 - 3) + 3);
        }
    }

    @Test
    void leavesTextWithoutSecretsAndMissingTextAlone() {
        assertThat(secrets.masked("nothing here")).isEqualTo("nothing here");
        assertThat(secrets.masked(null)).isNull();
    }

    @Test
    void hidesALongerSecretBeforeAShorterOneThatIsPartOfIt() {
        secrets.add("part");
        secrets.add("the-part-and-more");
        assertThat(secrets.masked("the-part-and-more, part")).isEqualTo("•••, •••");
    }

    @Test
    void doesNotTakeAFewLettersForASecret() {
        secrets.add("abc");
        assertThat(secrets.masked("abcdef")).isEqualTo("abcdef");
    }
}
