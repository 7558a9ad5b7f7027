package io.portolan.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.portolan.TestDatabase;
import io.portolan.journal.Act;
import io.portolan.journal.Entry;
import io.portolan.journal.Journal;
import io.portolan.journal.TestJournals;
import io.portolan.refusal.Refused;
import io.portolan.vault.Secret;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class JdbcTokensIT {

    private static final Instant NOW = Instant.parse("2026-11-22T10:15:30Z");

    private static final String ADMIN = "user:admin";

    private final DataSource source = TestDatabase.fresh();
    private final JdbcClient database = JdbcClient.create(source);
    private final Journal journal = TestJournals.journal(source, Clock.fixed(NOW, ZoneOffset.UTC));
    private final JdbcTokens tokens = tokensAt(NOW);

    @Test
    void knowsWhoeverHoldsATokenThatItMade() {
        var token = tokens.create("demo", Set.of(Role.OPERATOR), Set.of(), null, ADMIN);

        assertThat(token.reveal(CharSequence::toString)).matches("ptl_[A-Za-z0-9_-]{43}");
        assertThat(tokens.actor(token)).contains(new Actor("token:demo", Set.of(Role.OPERATOR)));
        assertThat(tokens.actor(Secret.of("ptl_" + "x".repeat(43)))).isEmpty();
        assertThat(tokens.actor(Secret.of(""))).isEmpty();
    }

    @Test
    void letsAGatewaySeeOnlyTheCredentialsThatItIsMadeFor() {
        var scoped = tokens.actor(tokens.create("scoped", Set.of(Role.GATEWAY), Set.of("lantern", "r-2"), null, ADMIN)).orElseThrow();
        var bare = tokens.actor(tokens.create("bare", Set.of(Role.GATEWAY), Set.of(), null, ADMIN)).orElseThrow();

        assertThat(scoped.maySeeCredentials("r-1", "lantern")).isTrue();
        assertThat(scoped.maySeeCredentials("r-2", "other")).isTrue();
        assertThat(scoped.maySeeCredentials("r-3", "other")).isFalse();
        assertThat(bare.maySeeCredentials("r-1", "lantern")).isFalse();
        assertThat(tokens.all()).extracting(Tokens.Token::scope).containsExactly(Set.of(), Set.of("lantern", "r-2"));
        assertThatThrownBy(() -> tokens.create("odd", Set.of(Role.GATEWAY), Set.of("a,b}"), null, ADMIN))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.about()).containsOnlyKeys("scope"));
    }

    @Test
    void keepsNoTokenItself() {
        var token = tokens.create("demo", Set.of(Role.OPERATOR), Set.of(), null, ADMIN);

        var row = database.sql("select api_tokens::text from api_tokens").query(String.class).single();
        assertThat(row).doesNotContain(token.<String>reveal(characters -> characters.subSequence(4, 20).toString()));
    }

    @Test
    void endsATokenByItsTimeOrByRevokingIt() {
        var token = tokens.create("demo", Set.of(Role.OPERATOR), Set.of(), NOW.plusSeconds(10), ADMIN);
        var other = tokens.create("other", Set.of(Role.GATEWAY), Set.of(), null, ADMIN);

        assertThat(tokensAt(NOW.plusSeconds(9)).actor(token)).isPresent();
        assertThat(tokensAt(NOW.plusSeconds(10)).actor(token)).isEmpty();

        tokens.revoke("other", ADMIN);
        assertThat(tokens.actor(other)).isEmpty();
        assertThatThrownBy(() -> tokens.revoke("nothing", ADMIN)).isInstanceOf(Refused.class);
    }

    @Test
    void refusesANameThatIsTaken() {
        var first = tokens.create("demo", Set.of(Role.OPERATOR), Set.of(), null, ADMIN);

        assertThatThrownBy(() -> tokens.create("demo", Set.of(Role.ADMIN), Set.of(), null, ADMIN))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.code()).isEqualTo("token-exists"));
        assertThat(tokens.actor(first).orElseThrow().roles()).containsExactly(Role.OPERATOR);
    }

    @Test
    void acceptsATokenThatWasMadeElsewhereAgainAndAgain() {
        tokens.accept("demo", Secret.of("ptl_demo"), Set.of(Role.OPERATOR), null);
        tokens.accept("demo", Secret.of("ptl_demo"), Set.of(Role.OPERATOR), null);

        assertThat(tokens.actor(Secret.of("ptl_demo"))).isPresent();
        assertThat(tokens.all()).hasSize(1);
    }

    @Test
    void remembersTheLastUseToTheMinute() {
        var token = tokens.create("demo", Set.of(Role.OPERATOR), Set.of(), null, ADMIN);
        tokens.actor(token);
        tokensAt(NOW.plusSeconds(30)).actor(token);
        assertThat(tokens.all().get(0).usedAt()).isEqualTo(NOW);

        tokensAt(NOW.plusSeconds(90)).actor(token);
        assertThat(tokens.all().get(0).usedAt()).isEqualTo(NOW.plusSeconds(90));
    }

    @Test
    void saysAllThatIsWrongWithAWish() {
        assertThatThrownBy(() -> tokens.create("A B", Set.of(), Set.of(), NOW, ADMIN))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.about()).containsOnlyKeys("name", "roles", "expires"));
    }

    @Test
    void tellsTheJournalWhoMadeAndWhoEndedIt() {
        tokens.create("gateway", Set.of(Role.GATEWAY), Set.of(), NOW.plusSeconds(60), ADMIN);
        tokens.revoke("gateway", "user:eve");
        tokens.revoke("gateway", "user:eve");

        assertThat(journal.of(Act.HOUSE)).extracting(Entry::act).extracting(Act::actor, Act::name, Act::detail).containsExactly(
                tuple(ADMIN, "token-made", "gateway, gateway, until 2026-11-22T10:16:30Z"), tuple("user:eve", "token-revoked", "gateway"));
        assertThat(tokens.all()).singleElement().satisfies(token -> {
            assertThat(token.createdBy()).isEqualTo(ADMIN);
            assertThat(token.isValid(NOW)).isFalse();
        });
    }

    private JdbcTokens tokensAt(Instant now) {
        return new JdbcTokens(database, journal, Clock.fixed(now, ZoneOffset.UTC));
    }
}
