package io.portolan.bankapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import io.portolan.bankapi.FakeBankApi.Goes;
import io.portolan.leg.FakeLegRun;
import io.portolan.leg.FormText;
import io.portolan.leg.Outcome.Reason;
import io.portolan.leg.Outcome;
import io.portolan.leg.ProofOfAccess;
import io.portolan.playbook.ProofLevel;
import io.portolan.playbook.Service;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthorisationIT extends ApiLegs {

    private static final String CALLBACK = "https://tpp.example/callback";
    private static final String CODE = "c0de;(/%:+";

    @Override
    String playbook() {
        return TokenPlaybook.at(bank.port());
    }

    @Override
    FakeLegRun run(String leg) {
        return super.run(leg).with("application.redirect-uri", CALLBACK).with("captured.client-id", "cl;(/%:\\+1");
    }

    private FakeLegRun asked() {
        var run = run("consent");
        assertThat(reason(means.perform(run))).isEqualTo(Reason.BY_DESIGN);
        return run;
    }

    private static AuthorizationRequest request(FakeLegRun run, Outcome outcome) throws Exception {
        return AuthorizationRequest.parse(URI.create(((Outcome.NeedsPerson) outcome).detail()));
    }

    private Outcome exchanged(FakeLegRun consent, String sentBack) {
        return means.perform(exchange(consent, sentBack));
    }

    private FakeLegRun exchange(FakeLegRun consent, String sentBack) {
        return consent.next(run("by-code").order()).holdingSecret("sent-back", sentBack);
    }

    @Test
    void asksAPersonToConsentAtAnAddressWithStateAndChallenge() throws Exception {
        var run = asked();

        var request = request(run, means.perform(run.again()));

        assertThat(request.getEndpointURI().getPath()).isEqualTo("/authorize");
        assertThat(request.getCustomParameter("ui")).containsExactly("plain");
        assertThat(request.getClientID().getValue()).isEqualTo("cl;(/%:\\+1");
        assertThat(request.getRedirectionURI()).hasToString(CALLBACK);
        assertThat(request.getScope()).hasToString("AIS:c-1");
        assertThat(request.getCustomParameter("acr_values")).containsExactly("sca");
        assertThat(request.getState().getValue()).isEqualTo(run.kept().get("authorisation.state")).hasSizeGreaterThan(20);
        var verifier = new CodeVerifier(run.secrets().get("authorisation.verifier"));
        assertThat(request.getCodeChallenge()).isEqualTo(CodeChallenge.compute(CodeChallengeMethod.S256, verifier));
        assertThat(request.toURI().toString()).doesNotContain(verifier.getValue());
        assertThat(bank.came()).isEmpty();
    }

    @Test
    void exchangesTheCodeAndDiscardsTheToken() throws Exception {
        var consent = asked();
        bank.on("/token", came -> Goes.json(200, "{\"access_token\": \"t0k3n-0001\"}"));

        var run = exchange(consent, CALLBACK + "?state=" + consent.kept().get("authorisation.state") + "&code=" + FormText.encoded(CODE));
        assertThat(means.perform(run)).isInstanceOf(Outcome.Done.class);

        var form = URLUtils.parseParameters(bank.came().get(0).body());
        assertThat(form.get("grant_type")).containsExactly("authorization_code");
        assertThat(form.get("code")).containsExactly(CODE);
        assertThat(form.get("code_verifier")).containsExactly(consent.secrets().get("authorisation.verifier"));
        assertThat(form.get("redirect_uri")).containsExactly(CALLBACK);
        assertThat(form.get("client_id")).containsExactly("cl;(/%:\\+1");
        assertThat(run.told()).anySatisfy(told -> assertThat(told).startsWith("account-token").contains("discarded"));
        assertThat(run.proofs()).contains(new ProofOfAccess(ProofLevel.TOKEN, false, Service.AIS));
        assertThat(run.evidence()).allSatisfy(kept -> assertThat(kept).doesNotContain("t0k3n-0001", CODE, FormText.encoded(CODE),
                consent.secrets().get("authorisation.verifier")));
        assertThat(run.secrets().values()).doesNotContain("t0k3n-0001");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "?state=foreign&code=abc          | does not belong to the consent",
        "?code=abc                        | does not belong to the consent",
        "?state=STATE                     | holds no code",
        "?state=STATE&error=access_denied | sent back access_denied",
        " with spaces                     | is no address"})
    void sendsNothingOfAnAnswerThatIsNotToOurRequest(String query, String said) {
        var consent = asked();

        var outcome = exchanged(consent, CALLBACK + query.replace("STATE", consent.kept().get("authorisation.state")));

        assertThat(reason(outcome)).isEqualTo(Reason.MISSING_DATA);
        assertThat(((Outcome.NeedsPerson) outcome).detail()).contains(said);
        assertThat(bank.came()).isEmpty();
    }

    @Test
    void takesACodeWhoseCharactersABrowserHasLeftAsTheyAre() {
        var consent = asked();
        bank.on("/token", came -> Goes.json(200, "{\"access_token\": \"t0k3n-0001\"}"));

        var run = exchange(consent, CALLBACK + "?code=a|b\\c^{d}&state=" + consent.kept().get("authorisation.state"));

        assertThat(means.perform(run)).isInstanceOf(Outcome.Done.class);
        assertThat(URLUtils.parseParameters(bank.came().get(0).body()).get("code")).containsExactly("a|b\\c^{d}");
    }

    @Test
    void neverTriesACodeAgainByItself() {
        var consent = asked();
        bank.on("/token", came -> Goes.json(503, "{}"));

        var outcome = exchanged(consent, CALLBACK + "?state=" + consent.kept().get("authorisation.state") + "&code=abc");

        assertThat(reason(outcome)).isEqualTo(Reason.ACCESS_NOT_PROVEN);
        assertThat(bank.came()).hasSize(1);
    }
}
