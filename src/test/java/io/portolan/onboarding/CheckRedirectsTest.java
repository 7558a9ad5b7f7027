package io.portolan.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.playbook.Service;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CheckRedirectsTest {

    private static final String LEG = "- {id: a, stage: register-client, by: api, title: Register, request: {method: POST, url: '{{environment.base-url}}/a',"
            + " body: {redirect_uris: ['{{application.redirect-uris}}']}}}\n";

    private static List<PreflightReport.Finding> of(String sca, String leg, String kind) {
        return SampleRoutes.found(new CheckRedirects(), SampleRoutes.asked(SampleRoutes.wish(sca, null, leg, kind, Set.of(Service.AIS))));
    }

    @Test
    void wantsARedirectUriForTheEnvironmentWhereALegHandsOneOver() {
        var found = of("sca: {approaches: [redirect]}\n", LEG, "test");
        assertThat(SampleRoutes.said(found)).containsExactly("error redirect-uri-missing");
        assertThat(found.get(0).sentence()).contains("test environments", "xx-paper/sandbox");
        assertThat(SampleRoutes.said(of("", LEG, "test"))).as("where the playbook does not say").containsExactly("error redirect-uri-missing");
        assertThat(SampleRoutes.said(of("sca: {approaches: [decoupled], oauth2: pre-step}\n", LEG, "test"))).containsExactly("error redirect-uri-missing");
        assertThat(SampleRoutes.said(of("", LEG, "live"))).containsExactly("fine redirect-uri-there");
        assertThat(of("", SampleRoutes.LEG, "test")).isEmpty();
    }

    @Test
    void onlyWarnsWhereNobodyIsRedirected() {
        assertThat(SampleRoutes.said(of("sca: {approaches: [decoupled, embedded], oauth2: none}\n", LEG, "test"))).containsExactly("warning redirect-uri-missing");
    }
}
