package io.portolan.leg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.vault.InMemoryVault;
import io.portolan.vault.Secret;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

class JdbcCapturesIT {

    private final LegDatabase database = new LegDatabase();
    private final InMemoryVault vault = new InMemoryVault();
    private final Captures captures = new JdbcCaptures(database.jdbc, vault);
    private final String onboarding = database.onboarding(LegDatabase.api("register"), LegDatabase.api("later"));

    @Test
    void keepsAValueInPlaceOfAnEarlierOneOfTheRound() {
        captures.keep(onboarding, "register", "client-id", "one", null);
        captures.keep(onboarding, "register", "client-id", "two", Instant.parse("2027-01-01T00:00:00Z"));
        assertThat(captures.of(onboarding)).singleElement().satisfies(kept -> {
            assertThat(kept.value()).isEqualTo("two");
            assertThat(kept.expiresAt()).isEqualTo("2027-01-01T00:00:00Z");
        });
    }

    @Test
    void keepsOnlyTheNameOfASecret() {
        captures.keepSecret(onboarding, "demo", "register", 1, "client-secret", Secret.of("s3cret"), null);
        var kept = captures.find(onboarding, "register", "client-secret").orElseThrow();
        assertThat(kept.value()).isNull();
        assertThat(vault.names()).containsExactly(kept.secret());
        assertThat(database.jdbc.sql("select captures::text from captures").query(String.class).list()).noneMatch(row -> row.contains("s3cret"));
    }

    @Test
    void findsASecretOfARunThatWasCutOffBetweenVaultAndTable() {
        captures.keepSecret(onboarding, "demo", "register", 1, "client-secret", Secret.of("s3cret"), null);
        database.jdbc.sql("delete from captures").update();
        assertThat(captures.of(onboarding)).isEmpty();
        var found = captures.find(onboarding, "register", "client-secret").orElseThrow();
        assertThat(captures.of(onboarding)).containsExactly(found);
        assertThat(captures.find(onboarding, "register", "api-key")).isEmpty();
    }

    @Test
    void hasTheSecretInTheVaultBeforeTheRowIsWritten() {
        database.jdbc.sql("alter table captures add constraint away check (name <> 'client-secret')").update();
        assertThatThrownBy(() -> captures.keepSecret(onboarding, "demo", "register", 1, "client-secret", Secret.of("s3cret"), null))
                .isInstanceOf(DataAccessException.class);
        assertThat(vault.names()).hasSize(1);
    }

    @Test
    void takesWhatComesBackLateForNoValueOfTheRoundThatHasBegunSince() {
        database.byWord.beginAnew(onboarding, List.of("register"));
        captures.keep(onboarding, "register", 2, "client-id", "new", null);
        captures.keep(onboarding, "register", 1, "client-id", "late", null);
        captures.keepSecret(onboarding, "demo", "register", 1, "client-secret", Secret.of("late"), null);

        assertThat(captures.find(onboarding, "register", "client-id").orElseThrow().value()).isEqualTo("new");
        assertThat(captures.latest(onboarding, "client-id").orElseThrow().value()).isEqualTo("new");
        assertThat(captures.find(onboarding, "register", "client-secret")).isEmpty();
        assertThat(captures.of(onboarding)).extracting(Captured::value).containsExactly("new");
        assertThat(captures.find(onboarding, "register", 1, "client-secret")).isPresent();
        assertThat(captures.secretsOfAllRounds(onboarding)).hasSize(1);
    }

    @Test
    void bringsBackAnewInANewRoundButStillKnowsWhatWasLast() {
        captures.keepSecret(onboarding, "demo", "register", 1, "client-secret", Secret.of("old"), null);
        var old = captures.find(onboarding, "register", "client-secret").orElseThrow();
        database.byWord.beginAnew(onboarding, List.of("register"));
        assertThat(captures.find(onboarding, "register", "client-secret")).isEmpty();
        assertThat(captures.latest(onboarding, "client-secret")).contains(old);
        assertThat(captures.of(onboarding)).isEmpty();
        assertThat(captures.secretsOfAllRounds(onboarding)).containsExactly(old);
        captures.keepSecret(onboarding, "demo", "register", 2, "client-secret", Secret.of("new"), null);
        assertThat(captures.latest(onboarding, "client-secret").orElseThrow()).satisfies(kept -> {
            assertThat(kept.round()).isEqualTo(2);
            assertThat(kept.secret()).isNotEqualTo(old.secret());
        });
    }
}
