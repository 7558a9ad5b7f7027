package io.portolan.simulator.harbour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.simulator.ApiCaller;
import io.portolan.simulator.BooksFile;
import io.portolan.simulator.DemoAuthority;
import io.portolan.simulator.DemoTpp;
import io.portolan.simulator.WorldOptions;
import io.portolan.simulator.harbour.DeveloperByHand.Credentials;
import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class HarbourApiIT {

    @RegisterExtension
    private final HarbourExtension harbour = new HarbourExtension(WorldOptions.standard().approvingAfter(null));

    @Test
    void showsTheClientSecretOnceAndRevokesItWithANewOne() throws IOException {
        var credentials = harbour.onboarded();
        assertThat(harbour.developer().seen()).contains("Keep the client secret now");
        harbour.developer().openApplication("HB-000001");
        assertThat(harbour.developer().seen()).contains("was shown once on").contains("cannot be shown again");
        assertThat(harbour.browser().getPageSource()).doesNotContain(credentials.clientSecret());

        var another = harbour.developer().newSecret();
        var client = harbour.client(harbour.qwac());
        assertThat(client.token(credentials.clientId(), credentials.clientSecret()).statusCode()).isEqualTo(401);
        assertThat(client.token(credentials.clientId(), another).statusCode()).isEqualTo(200);
        assertThat(harbour.bank().control().counts().secretsGenerated()).isEqualTo(2);
    }

    @Test
    void hasShownASecretWhoseAnswerWasLost() throws IOException {
        harbour.signIn();
        harbour.developer().createApplication("Lantern", harbour.logo());
        harbour.bank().control().approve();
        harbour.bank().control().mischief("loseAnswerTo", "/client-secret");
        harbour.developer().openApplication("HB-000001");
        harbour.developer().press("Show client secret");

        assertThat(harbour.developer().seen()).contains("did not answer in time");
        harbour.developer().openApplication("HB-000001");
        assertThat(harbour.developer().seen()).contains("was shown once on");
        assertThat(harbour.bank().control().counts().secretsGenerated()).isEqualTo(1);
    }

    @Test
    void givesAccountsOnlyToWhoeverHasAllThatItAsksFor() throws IOException {
        var credentials = harbour.onboarded();
        var own = harbour.qwac();
        var client = harbour.client(own);
        assertThat(harbour.client(null).token(credentials.clientId(), credentials.clientSecret()).statusCode()).as("no certificate").isEqualTo(401);
        assertThat(client.token(credentials.clientId(), "guessed").statusCode()).as("wrong secret").isEqualTo(401);

        var headers = headers(client, credentials);
        assertThat(client.accounts(headers).statusCode()).isEqualTo(200);
        assertThat(client.accounts(headers).body()).contains("DE89370400440532013000");
        assertThat(harbour.client(null).accounts(headers).body()).contains("CERTIFICATE_MISSING");
        assertThat(harbour.client(harbour.qwac()).accounts(headers).body()).as("another certificate").contains("TOKEN_INVALID");
        assertThat(client.accounts(without(headers, "Authorization")).body()).contains("TOKEN_UNKNOWN");
        assertThat(client.accounts(without(headers, "X-API-Key")).statusCode()).isEqualTo(403);
        assertThat(client.accounts(without(headers, "TPP-Organisation-Id")).statusCode()).isEqualTo(403);
        var seal = harbour.bank().authority().qseal(DemoTpp.example());
        assertThat(harbour.client(seal).accounts(headers).body()).as("a seal").contains("CERTIFICATE_INVALID");
    }

    @Test
    void refusesForeignCertificatesAndOtherOrganisations() throws IOException {
        var credentials = harbour.onboarded();
        assertThat(harbour.client(harbour.qwac()).token(credentials.clientId(), credentials.clientSecret()).statusCode()).isEqualTo(200);

        var foreign = DemoAuthority.create("Foreign Root", Clock.systemUTC()).qwac(DemoTpp.example());
        assertThatThrownBy(() -> harbour.client(foreign).token(credentials.clientId(), credentials.clientSecret())).isInstanceOf(IOException.class);
        var other = new DemoTpp("Other GmbH", "DE", "Kiel", "PSDDE-BAFIN-999999", "other.example", "BaFin", "DE-BAFIN");
        assertThat(harbour.client(harbour.bank().authority().qwac(other)).token(credentials.clientId(), credentials.clientSecret()).body()).contains("another organisation");
    }

    private static Map<String, String> headers(ApiCaller client, Credentials credentials) throws IOException {
        var token = BooksFile.JSON.readTree(client.token(credentials.clientId(), credentials.clientSecret()).body()).get("access_token").asText();
        return Map.of("Authorization", "Bearer " + token, "X-API-Key", credentials.apiKey(), "TPP-Organisation-Id",
                DemoTpp.example().organisationId());
    }

    private static Map<String, String> without(Map<String, String> headers, String name) {
        var fewer = new HashMap<>(headers);
        fewer.remove(name);
        return fewer;
    }
}
