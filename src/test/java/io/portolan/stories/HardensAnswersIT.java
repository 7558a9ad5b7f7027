package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What every answer carries so that browsers keep others out, and what the program says it is made of. */
class HardensAnswersIT extends ApiStory {

    @Test
    void tellsBrowsersToKeepToTlsWhereTheyCameByIt() {
        for (var path : List.of("/sign-in", "/api/v1/banks", "/nothing")) {
            assertThat(Visitor.nobody(port).get(path, "X-Forwarded-Proto", "https").header("Strict-Transport-Security")).as(path).contains("max-age=31536000", "includeSubDomains");
            assertThat(Visitor.nobody(port).get(path).header("Strict-Transport-Security")).as(path).isNull();
        }
    }

    @Test
    void marksTheCookieOfASessionForTlsAloneWhereItCameByIt() {
        var cookie = Visitor.nobody(port).get("/sign-in", "X-Forwarded-Proto", "https").header("Set-Cookie");

        assertThat(cookie).contains("HttpOnly", "SameSite=Lax", "Secure");
    }

    @Test
    void saysWhatItIsMadeOfToThoseWhoAreKnown() {
        var made = ok(viewer.get("/actuator/sbom/application"));

        assertThat(made.get("bomFormat").asText()).isEqualTo("CycloneDX");
        assertThat(made.get("components").findValuesAsText("name")).contains("camunda-engine", "bcprov-jdk18on", "postgresql", "selenium-java").doesNotContain("junit-jupiter", "archunit");
        assertThat(Visitor.nobody(port).get("/actuator/sbom/application").status()).isEqualTo(401);
    }
}
