package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.access.Role;
import io.portolan.access.Users;
import io.portolan.journal.Act;
import io.portolan.vault.Secret;
import io.portolan.vault.Totp;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody who sets up a second factor, and whoever has only their password. */
class SignsInByTwoFactorsIT extends ApiStory {

    private static final String PAGE = "/access/second-factor";
    private static final String PASSWORD = "correct horse battery";
    private static final Pattern SEED = Pattern.compile("id=\"made-seed\">([A-Z2-7 ]+)<");
    private static final Pattern RECOVERY = Pattern.compile("<code>([A-Z2-7]{4}(?:-[A-Z2-7]{4}){3})</code>");

    @Autowired Users users;
    @Autowired Clock clock;

    private final String name = "ida-" + UUID.randomUUID();
    private Visitor person;
    private Visitor elsewhere;
    private Totp totp;
    private String confirmed;
    private String[] recovery;

    @BeforeEach
    void setsItUp() {
        try (var password = Secret.of(PASSWORD)) {
            users.create(name, password, Set.of(Role.OPERATOR));
        }
        person = Visitor.signedIn(port, name, PASSWORD);
        elsewhere = Visitor.signedIn(port, name, PASSWORD);
        var begun = person.submit(PAGE, PAGE, Map.of());
        assertThat(begun.header("Cache-Control")).contains("no-store");
        assertThat(begun.text()).contains("otpauth://totp/Portolan:" + name, "<svg class=\"qr\"");
        var seed = SEED.matcher(begun.text());
        assertThat(seed.find()).as(begun.text()).isTrue();
        totp = Totp.of(Secret.of(seed.group(1)));
        assertThat(person.get(PAGE).text()).as("shown this once").doesNotContain(seed.group(1));
        assertThat(Visitor.signedIn(port, name, PASSWORD).get("/tasks").status()).as("it does not count yet").isEqualTo(200);

        assertThat(person.submit(PAGE, PAGE + "/confirmation", Map.of("code", "12 34")).status()).isEqualTo(422);
        confirmed = code(0);
        var done = person.submit(PAGE, PAGE + "/confirmation", Map.of("code", confirmed));
        assertThat(done.status()).as(done.toString()).isEqualTo(200);
        assertThat(done.header("Cache-Control")).contains("no-store");
        recovery = RECOVERY.matcher(done.text()).results().map(found -> found.group(1)).toArray(String[]::new);
        assertThat(recovery).hasSize(10).doesNotHaveDuplicates();
    }

    @Test
    void asksForACodeAfterThePasswordAndTakesNoneTwice() {
        assertThat(person.get("/tasks").status()).isEqualTo(200);
        assertThat(elsewhere.get("/tasks").header("Location")).as("began without it").endsWith("/sign-in");
        var back = Visitor.nobody(port);
        back.get("/mails");
        assertThat(password(back).header("Location")).endsWith("/sign-in/code");

        for (var path : new String[] {"/tasks", "/access", PAGE, "/sign-in/second-factor"}) {
            assertThat(back.get(path).header("Location")).as(path).endsWith("/sign-in/code");
        }
        assertThat(back.get("/api/v1/tasks").status()).isEqualTo(403);
        assertThat(back.get("/v3/api-docs").status()).isEqualTo(403);
        assertThat(back.get("/sign-in/code").text()).doesNotContain("top-links");
        assertThat(type(back, confirmed).text()).contains("was used already");
        var next = code(1);
        assertThat(type(back, next).status()).isEqualTo(302);
        assertThat(back.get("/tasks").status()).isEqualTo(200);

        var other = Visitor.nobody(port);
        password(other);
        assertThat(type(other, next).status()).as("a replay").isEqualTo(422);
    }

    @Test
    void takesEachRecoveryCodeOnce() {
        var back = Visitor.nobody(port);
        password(back);
        assertThat(type(back, recovery[3].toLowerCase(Locale.ROOT).replace("-", " ")).status()).isEqualTo(302);
        assertThat(back.get(PAGE).text()).contains("9 recovery codes are left.");
        var again = Visitor.nobody(port);
        password(again);
        assertThat(type(again, recovery[3]).status()).isEqualTo(422);
        assertThat(acts()).contains("second-factor-set-up", "recovery-code-used", "signed-in");
    }

    @Test
    void locksTheNameOfWhoeverHasThePasswordAndGuessesCodes() {
        for (int i = 0; i < 6; i++) {
            var guesser = Visitor.nobody(port);
            if (password(guesser).header("Location").endsWith("/sign-in/code")) {
                type(guesser, "00000" + i);
            }
        }

        assertThat(users.find(name).orElseThrow().failures()).isGreaterThanOrEqualTo(5);
        assertThat(users.find(name).orElseThrow().lockedUntil()).isNotNull();
    }

    @Test
    void isRemovedByItsOwnerWithACode() {
        assertThat(person.submit(PAGE, PAGE + "/removal", Map.of("code", "000 000")).status()).isEqualTo(422);
        assertThat(person.submit(PAGE, PAGE + "/removal", Map.of("code", recovery[0])).status()).isEqualTo(302);
        assertThat(person.get("/tasks").status()).isEqualTo(200);
        assertThat(users.find(name).orElseThrow().secondFactor()).isFalse();
    }

    @Test
    void isResetByAnAdmin() {
        var admin = holding(Role.ADMIN);
        assertThat(ok(admin.get(API + "users/" + name)).get("secondFactor").asBoolean()).isTrue();
        problem(operator.call("DELETE", API + "users/" + name + "/second-factor", null), 403, "not-permitted");

        assertThat(admin.call("DELETE", API + "users/" + name + "/second-factor", null).status()).isEqualTo(204);

        assertThat(person.get("/tasks").header("Location")).endsWith("/sign-in");
        assertThat(Visitor.signedIn(port, name, PASSWORD).get("/tasks").status()).isEqualTo(200);
        assertThat(journal.of(Act.HOUSE)).anySatisfy(entry -> {
            assertThat(entry.act().name()).isEqualTo("second-factor-reset");
            assertThat(entry.act().detail()).isEqualTo(name);
        });
    }

    private List<String> acts() {
        return journal.of(Act.HOUSE).stream().filter(entry -> entry.act().actor().equals("user:" + name)).map(entry -> entry.act().name()).toList();
    }

    private Visitor.Answer password(Visitor visitor) {
        return visitor.submit("/sign-in", "/sign-in", Map.of("username", name, "password", PASSWORD));
    }

    private static Visitor.Answer type(Visitor visitor, String code) {
        return visitor.submit("/sign-in/code", "/sign-in/code", Map.of("code", code));
    }

    private String code(int later) {
        try (var code = totp.code(totp.counter(clock.instant()) + later)) {
            return code.reveal(CharSequence::toString);
        }
    }
}
