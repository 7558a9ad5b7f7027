package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.access.Role;
import io.portolan.onboarding.Onboarding.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Days and times that nobody can have meant, by page and by API: each is refused by its name, and nothing is done. */
class RefusesImpossibleDatesIT extends ApiStory {

    private static final List<String> NEVER = List.of("0206-01-01", "1989-12-31", "2200-01-01", "20266-01-01", "+999999999-12-31", "2026-02-30", "2026-13-01", "tomorrow");

    private String waiting() {
        var tpp = aTpp();
        ScriptedMeans.next(tpp, "approval", PENDING);
        var id = start(tpp, "AIS").id();
        awaitStatus(id, Status.WAITING_FOR_BANK);
        return id;
    }

    @Test
    void refusesThemByTheApiAndNamesTheField() {
        var onboarding = API + "onboardings/" + waiting();
        for (var day : NEVER) {
            for (var field : List.of("expectedBy", "effectiveFrom")) {
                var wrong = problem(operator.post(onboarding + "/bank-answer", "{\"answer\": \"acknowledged\", \"" + field + "\": \"" + day + "\"}"), 422, "invalid-values");
                assertThat(wrong.at("/fields/" + field).asText()).as(day).startsWith("a ");
            }
            problem(holding(Role.ADMIN).post(API + "tokens", "{\"name\": \"never-" + UUID.randomUUID() + "\", \"roles\": [\"viewer\"], \"expires\": \"" + day + "\"}"), 422, "invalid-values");
        }
        problem(operator.post(onboarding + "/bank-answer", "{\"answer\": \"acknowledged\", \"expectedBy\": \"+999999999-12-31T23:59:59-18:00\"}"), 422, "invalid-values");
        assertThat(ok(viewer.get(onboarding)).get("status").asText()).isEqualTo("waiting-for-bank");
        assertThat(journal.of(onboarding.substring(onboarding.lastIndexOf('/') + 1))).extracting(entry -> entry.act().name()).doesNotContain("bank-answered");
    }

    @Test
    void takesThePresentDayInEachZoneAndRefusesAPromiseOfThePast() {
        var onboarding = API + "onboardings/" + waiting();
        var today = LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC);
        assertThat(problem(operator.post(onboarding + "/bank-answer", "{\"answer\": \"acknowledged\", \"expectedBy\": \"" + today.minusDays(3) + "\"}"), 422, "invalid-values")
                .at("/fields/expectedBy").asText()).isEqualTo("a time that is not over");
        assertThat(operator.post(onboarding + "/bank-answer", "{\"answer\": \"acknowledged\", \"expectedBy\": \"" + today + "\"}").status()).isEqualTo(200);
    }

    @Test
    void refusesThemByThePagesKindly() {
        var onboarding = "/onboardings/" + waiting();
        var person = admin();
        for (var day : NEVER) {
            var answer = person.submit(onboarding, onboarding + "/bank-answer", Map.of("answer", "ACKNOWLEDGED", "expectedBy", day));
            assertThat(answer.status()).as(day).isEqualTo(422);
            assertThat(answer.text()).contains("No day between the years 1990 and 2199 is written", "nothing was done");
        }
        assertThat(person.submit(onboarding, onboarding + "/bank-answer", Map.of("answer", "ACKNOWLEDGED", "expectedBy", "")).status()).isEqualTo(302);
    }
}
