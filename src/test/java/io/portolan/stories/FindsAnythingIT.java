package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.portolan.access.Role;
import io.portolan.onboarding.Onboarding.Status;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** The search over everything: by API, by a page without scripts, and by keyboard alone. */
@Tag("browser")
class FindsAnythingIT extends BrowserStory {

    @Autowired JdbcTemplate jdbc;

    @Test
    void findsEachKindOfThingByWhatItIsCalled() {
        var tpp = aTpp();
        var id = awaitStatus(start(tpp, "AIS").id(), Status.DONE).id();
        var registration = onboardings.find(id).orElseThrow().registration();
        var certificate = certificates.of(tpp).get(0);
        operator.post(API + "portal-accounts", "{\"tpp\": \"" + tpp + "\", \"portal\": \"quay-portal\", \"environment\": \"sandbox\", \"login\": \"finder@tpp.example\", \"password\": \"seen-by-nobody\"}");
        operator.post(API + "campaigns", "{\"tpp\": \"" + tpp + "\", \"name\": \"Wave to be found\", \"environment\": \"live\", \"services\": [\"AIS\"], \"banks\": [\"xx-quay\"]}");
        jdbc.update("insert into mails (id, mailbox, message_id, sender, subject, received_at, nature, proven, proof, state, kept) values ('to-be-found', 'none', '<to-be-found@elsewhere.example>',"
                + " 'desk@elsewhere.example', 'Žádost o přístup', now(), 'LETTER', false, 'Nobody vouches.', 'HOMELESS', false) on conflict do nothing");

        assertThat(ids(find(id), "onboarding")).containsExactly(id);
        assertThat(ids(find(id.substring(0, 13).toUpperCase(java.util.Locale.ROOT)), "onboarding")).containsExactly(id);
        assertThat(ids(find("quay " + tpp), "onboarding")).contains(id);
        assertThat(ids(find("quay " + tpp), "registration")).contains(registration);
        assertThat(ids(find("Example TPP " + tpp), "tpp")).contains(tpp);
        assertThat(ids(find("100200"), "tpp")).isNotEmpty();
        assertThat(ids(find(certificate.sha256().substring(0, 20)), "certificate")).containsExactly(certificate.id());
        assertThat(ids(find(withColons(certificate.sha256()).substring(0, 29)), "certificate")).containsExactly(certificate.id());
        assertThat(ids(find(certificate.serial().toString(16)), "certificate")).containsExactly(certificate.id());
        assertThat(ids(find("finder " + tpp), "portal-account")).contains(tpp + "/quay-portal/sandbox");
        assertThat(find("found wave " + tpp).at("/groups/0/kind").asText()).isEqualTo("campaign");
        assertThat(ids(find("zadost"), "mail")).contains("to-be-found");
        assertThat(ids(find("ELSEWHERE.example"), "mail")).contains("to-be-found");
        assertThat(ids(find("xx-quay"), "bank")).contains("xx-quay");
        assertThat(ids(find("xx-quay"), "playbook")).contains("xx-quay");
        var clientId = jdbc.queryForObject("select value from credentials where registration = ? and secret_name is null and value is not null limit 1", String.class, registration);
        assertThat(ids(find(clientId), "registration")).contains(registration);
        assertThat(find("quay " + tpp).findValuesAsText("page")).contains("/onboardings/" + id, "/registrations/" + registration);
    }

    @Test
    void findsOnlyTheKindsThatAreAskedForAndThatOnesRoleMaySee() {
        var tpp = aTpp();
        awaitStatus(start(tpp, "AIS").id(), Status.DONE);

        assertThat(kinds(find("quay " + tpp))).contains("onboarding", "registration");
        assertThat(kinds(ok(viewer.get(API + "search?kinds=registration&q=quay%20" + tpp)))).containsExactly("registration");
        assertThat(kinds(ok(viewer.get(API + "search?kinds=user,act&q=admin")))).isEmpty();
        assertThat(kinds(ok(holding(Role.AUDITOR).get(API + "search?kinds=user,act&q=onboarding")))).containsExactly("act");
        assertThat(ids(ok(holding(Role.ADMIN).get(API + "search?kinds=user&q=admin")), "user")).contains("admin");
        problem(viewer.get(API + "search"), 422, "missing-field");
        assertThat(viewer.get(API + "search?q=ab&kinds=secrets").status()).isEqualTo(422);
        assertThat(holding(Role.GATEWAY).get(API + "search?q=quay").status()).isEqualTo(403);
    }

    @Test
    void findsNothingThatIsSecretAndBreaksOnNothingThatIsTyped() {
        awaitStatus(start(aTpp(), "AIS").id(), Status.DONE);

        assertThat(jdbc.queryForObject("select count(*) from search_entries e where exists (select from captures c where c.secret_name is not null and e.words::text like '%' || c.secret_name || '%')", Long.class))
                .isZero();
        for (var odd : List.of("' | '*", "\\", "a:b & !c", "():*", "<script>", "%_", "a\u0000b", "x".repeat(5000), "' kind:TASK'", "\uD83D\uDE00\uD83D\uDE00")) {
            assertThat(viewer.get(API + "search?q=" + URLEncoder.encode(odd, StandardCharsets.UTF_8)).status()).as(odd).isIn(200, 422);
        }
        assertThat(find("' kind:TASK'").get("groups")).isEmpty();
    }

    @Test
    void answersOnAPageOfItsOwn() {
        var tpp = aTpp();
        var id = start(tpp, "AIS").id();
        var person = admin();

        assertThat(person.get("/search?q=quay+" + tpp).text()).contains("/onboardings/" + id, "Quay Bank");
        assertThat(person.get("/search?q=new+onboarding").text()).contains("href=\"/onboardings/new\"");
        assertThat(person.get("/search?q=nothing-is-called-so").text()).contains("Nothing is called");
        assertThat(person.get("/search?q=%3Cscript%3Ealert(1)%3C/script%3E").text()).doesNotContain("<script>alert");
        assertThat(person.get("/search").text()).contains("What are you looking for?");
    }

    @Test
    void isOpenedChosenFromAndLeftByKeyboardAlone() {
        var tpp = aTpp();
        var id = start(tpp, "AIS").id();
        signIn();

        browser.findElement(By.tagName("body")).sendKeys("/");
        assertFocus("search-field");
        press("quay " + tpp);
        awaitOption("/onboardings/" + id);
        assertThat(wrong("search dialog", true)).isEmpty();
        while (!id.equals(chosen().replaceFirst(".*/", ""))) {
            press(Keys.ARROW_DOWN);
        }
        assertThat(focused().getDomAttribute("aria-activedescendant")).isEqualTo(browser.findElement(By.cssSelector("#search-list [aria-selected=true]")).getDomAttribute("id"));
        press(Keys.ENTER);
        awaitPath("/onboardings/" + id);

        open("/banks?q=quay");
        browser.findElement(By.id("q")).sendKeys(Keys.chord(Keys.CONTROL, "k"));
        assertFocus("search-field");
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(browser.findElement(By.id("search-list")).getText()).as("what was opened lately").contains("Opened lately"));
        press("certificates");
        awaitOption("/certificates");
        press(Keys.ESCAPE);
        assertFocus("q");
        assertThat(browser.findElement(By.id("search")).isDisplayed()).isFalse();
        assertThat(wrongWideAndNarrow("/search?q=quay")).isEmpty();
        assertThat(wrongWideAndNarrow("/search?q=nothing-is-called-so")).isEmpty();
    }

    private void awaitOption(String page) {
        await().atMost(Duration.ofSeconds(20)).until(() -> !browser.findElements(By.cssSelector("#search-list [data-page='" + page + "']")).isEmpty());
    }

    private static String chosen() {
        return browser.findElement(By.cssSelector("#search-list [aria-selected=true]")).getDomAttribute("data-page");
    }

    private JsonNode find(String words) {
        return ok(viewer.get(API + "search?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8)));
    }

    private static List<String> kinds(JsonNode found) {
        return found.get("groups").findValuesAsText("kind");
    }

    private static List<String> ids(JsonNode found, String kind) {
        return StreamSupport.stream(found.get("groups").spliterator(), false).filter(group -> group.get("kind").asText().equals(kind))
                .flatMap(group -> group.get("items").findValuesAsText("id").stream()).toList();
    }

    private static String withColons(String hexadecimal) {
        return hexadecimal.replaceAll("(..)(?=.)", "$1:");
    }
}
