package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portolan.access.Actor;
import io.portolan.access.KnownElsewhere;
import io.portolan.access.Role;
import io.portolan.onboarding.Onboarding.Status;
import io.portolan.simulator.keycloak.KeycloakPeople;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;

/** People who sign in at a real Keycloak, in a real browser. */
@ResourceLock("keycloak")
class SignsInElsewhereIT extends BrowserStory {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Autowired KnownElsewhere known;

    private KeycloakPeople keycloak;

    @BeforeEach
    void openKeycloak() {
        keycloak = KeycloakPeople.running();
        // those of Keycloak, too, which has its own path for them
        browser.executeCdpCommand("Network.clearBrowserCookies", Map.of());
    }

    @Test
    void letsPeopleInByTheirRolesThereAndOutAgainAtBoth() {
        var name = "ada-" + UUID.randomUUID().toString().substring(0, 8);
        keycloak.person(name, List.of("portolan-operator"), List.of("*"));

        open("/tasks");
        browser.findElement(By.linkText("Sign in with Keycloak")).click();
        await().atMost(SOON).untilAsserted(() -> assertThat(browser.getCurrentUrl()).startsWith(KeycloakPeople.ISSUER)
                .contains("code_challenge_method=S256", "code_challenge=", "state=", "nonce=", "response_type=code"));
        typeAtKeycloak(name);
        await().atMost(SOON).untilAsserted(() -> assertThat(browser.getCurrentUrl()).as("where they wanted to go").contains("localhost:" + port + "/tasks"));

        assertThat(browser.getPageSource()).contains(name);
        open("/access/users");
        assertThat(browser.getPageSource()).doesNotContain("Make a user");
        assertThat(journal.of("portolan")).anySatisfy(entry -> {
            assertThat(entry.act().actor()).isEqualTo("user:" + KeycloakPeople.ISSUER + "#" + name);
            assertThat(entry.act().name()).isEqualTo("signed-in");
        });

        signOut();
        browser.findElement(By.linkText("Sign in with Keycloak")).click();
        await("for Keycloak to ask again").atMost(SOON).until(() -> !browser.findElements(By.id("username")).isEmpty() && browser.getCurrentUrl().startsWith(KeycloakPeople.ISSUER));
    }

    @Test
    void takesAnotherRoleWithTheNextSignIn() {
        var name = "eve-" + UUID.randomUUID().toString().substring(0, 8);
        keycloak.person(name, List.of("portolan-viewer"), List.of("*"));
        signInAtKeycloak(name);
        open("/journal");
        assertThat(browser.getTitle()).doesNotContain("Journal");
        keycloak.change(name, "portolan-viewer", "portolan-auditor");

        signOut();
        signInAtKeycloak(name);

        open("/journal");
        assertThat(browser.getTitle()).contains("Journal");
        assertThat(known.find(KeycloakPeople.ISSUER + "#" + name)).as("as whom mails are chosen").map(Actor::roles).contains(Set.of(Role.AUDITOR));
    }

    @Test
    void showsWhoIsLimitedOnlyTheirTpps() {
        var own = aTpp("libeccio-" + UUID.randomUUID().toString().substring(0, 8));
        var other = aTpp();
        awaitStatus(start(own, "AIS").id(), Status.DONE);
        var name = "tim-" + UUID.randomUUID().toString().substring(0, 8);
        keycloak.person(name, List.of("portolan-viewer"), List.of(own));
        signInAtKeycloak(name);

        open("/tpps");

        assertThat(browser.getPageSource()).contains(own).doesNotContain("Example TPP " + other);
    }

    @Test
    void tellsKindlyWhoHasNoRoleHere() {
        var name = "bob-" + UUID.randomUUID().toString().substring(0, 8);
        keycloak.person(name, List.of(), List.of("*"));

        open("/sign-in");
        browser.findElement(By.linkText("Sign in with Keycloak")).click();
        typeAtKeycloak(name);

        await().atMost(SOON).untilAsserted(() -> assertThat(browser.findElement(By.cssSelector("main .alert-danger[role=alert]")).getText()).contains("Keycloak knows you", "no role"));
        assertThat(wrong("no role")).isEmpty();
        open("/tasks");
        awaitPath("/sign-in");
    }

    @Test
    void endsTheSessionOfWhomKeycloakHasSignedOut() {
        keycloak.tellsOfLogouts("http://localhost:" + port + "/sign-in/ended");
        var name = "dora-" + UUID.randomUUID().toString().substring(0, 8);
        keycloak.person(name, List.of("portolan-viewer"), List.of("*"));
        signInAtKeycloak(name);
        open("/tasks");
        assertThat(browser.getCurrentUrl()).endsWith("/tasks");

        keycloak.signOut(name);

        await().atMost(SOON).untilAsserted(() -> {
            open("/tasks");
            assertThat(browser.getCurrentUrl()).contains("localhost:" + port + "/sign-in");
        });
        assertThat(journal.of("portolan")).anySatisfy(entry -> assertThat(entry.act().name()).isEqualTo("sessions-ended"));
        signInAtKeycloak(name);
        open("/tasks");
        assertThat(browser.getCurrentUrl()).as("a new session is none of those").endsWith("/tasks");
    }

    @Test
    void takesNoAnswerToAnotherQuestionThanItsOwn() {
        var name = "mal-" + UUID.randomUUID().toString().substring(0, 8);
        keycloak.person(name, List.of("portolan-admin"), List.of("*"));
        open("/sign-in");
        browser.findElement(By.linkText("Sign in with Keycloak")).click();
        await().atMost(SOON).until(() -> browser.getCurrentUrl().contains("nonce="));
        browser.get(browser.getCurrentUrl().replaceAll("nonce=[^&]+", "nonce=made-up-by-somebody-else"));
        typeAtKeycloak(name);

        await().atMost(SOON).untilAsserted(() -> assertThat(browser.getCurrentUrl()).endsWith("/sign-in?elsewhere-failed"));
        open("/tasks");
        awaitPath("/sign-in");
    }

    @Test
    void takesNoAnswerThatNobodyHasAskedFor() {
        assertThat(Visitor.nobody(port).get("/sign-in/answer?code=stolen&state=made-up").header("Location")).endsWith("/sign-in?elsewhere-failed");
    }

    private void signInAtKeycloak(String name) {
        open("/sign-in");
        browser.findElement(By.linkText("Sign in with Keycloak")).click();
        typeAtKeycloak(name);
        await().atMost(SOON).untilAsserted(() -> assertThat(browser.getCurrentUrl()).contains("localhost:" + port).doesNotContain("/sign-in"));
    }

    private void typeAtKeycloak(String name) {
        await().atMost(SOON).until(() -> !browser.findElements(By.id("username")).isEmpty());
        browser.findElement(By.id("username")).sendKeys(name);
        browser.findElement(By.id("password")).sendKeys(KeycloakPeople.PASSWORD);
        browser.findElement(By.id("kc-login")).click();
    }

    private void signOut() {
        browser.executeScript("document.querySelector('form[action$=\"/sign-out\"]').requestSubmit()");
        await().atMost(SOON).untilAsserted(() -> assertThat(browser.getCurrentUrl()).contains("localhost:" + port + "/sign-in"));
    }
}
