package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.access.Role;
import io.portolan.access.Users;
import io.portolan.vault.Secret;
import io.portolan.vault.Totp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.util.ReflectionTestUtils;

/** Somebody without a second factor signs in where everybody has to have one: they set it up before anything else. */
class NeedsASecondFactorIT extends ApiStory {

    private static final String SET_UP = "/sign-in/second-factor";
    private static final String PASSWORD = "correct horse battery";
    private static final Pattern SEED = Pattern.compile("id=\"made-seed\">([A-Z2-7 ]+)<");

    @Autowired ApplicationContext context;
    @Autowired Users users;
    @Autowired Clock clock;

    private final String name = "una-" + UUID.randomUUID();
    private Object signIn;
    private Object optional;

    /** The setting of the context that all stories share is changed for as long as it takes to sign in. */
    @BeforeEach
    void makeAUser() {
        signIn = context.getBean("signIn");
        optional = ReflectionTestUtils.getField(signIn, "isFactorRequired");
        try (var password = Secret.of(PASSWORD)) {
            users.create(name, password, Set.of(Role.OPERATOR), Set.of());
        }
    }

    @AfterEach
    void requireItNoMore() {
        ReflectionTestUtils.setField(signIn, "isFactorRequired", optional);
    }

    @Test
    void leadsThemThereBeforeAnythingElseAndThenToWhereTheyWanted() {
        var person = Visitor.nobody(port);
        person.get("/tasks?show=all");
        ReflectionTestUtils.setField(signIn, "isFactorRequired", true);
        assertThat(person.submit("/sign-in", "/sign-in", Map.of("username", name, "password", PASSWORD)).header("Location")).endsWith(SET_UP);
        ReflectionTestUtils.setField(signIn, "isFactorRequired", optional);

        for (var path : List.of("/", "/tasks", "/access", "/access/second-factor", "/onboardings/new", "/sign-in/code")) {
            assertThat(person.get(path).header("Location")).as(path).endsWith(SET_UP);
        }
        assertThat(person.get(API + "tasks").status()).isEqualTo(403);
        assertThat(person.get(SET_UP).text()).doesNotContain("top-links");
        assertThat(person.submit(SET_UP, "/onboardings", Map.of("tpp", "x")).status()).isEqualTo(403);

        var seed = SEED.matcher(person.submit(SET_UP, SET_UP, Map.of()).text());
        assertThat(seed.find()).isTrue();
        assertThat(person.submit(SET_UP, SET_UP + "/confirmation", Map.of("code", "12 34")).status()).isEqualTo(422);
        assertThat(person.get("/tasks").header("Location")).as("not yet").endsWith(SET_UP);
        var done = person.submit(SET_UP, SET_UP + "/confirmation", Map.of("code", code(seed.group(1))));

        assertThat(done.status()).isEqualTo(200);
        assertThat(person.get("/tasks").status()).isEqualTo(200);
        assertThat(users.find(name).orElseThrow().secondFactor()).isTrue();
        assertThat(journal.of("portolan").stream().filter(entry -> entry.act().actor().equals("user:" + name)).map(entry -> entry.act().name()))
                .containsExactly("second-factor-set-up", "signed-in");
    }

    private String code(String seed) {
        var totp = Totp.of(Secret.of(seed));
        try (var code = totp.code(totp.counter(clock.instant()))) {
            return code.reveal(CharSequence::toString);
        }
    }
}
