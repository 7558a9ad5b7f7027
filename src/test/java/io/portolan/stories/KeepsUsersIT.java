package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.access.Role;
import io.portolan.journal.Act;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** Admins and the people who sign in: by the API and by the pages. */
class KeepsUsersIT extends ApiStory {

    private static final String USERS = API + "users";
    private static final Pattern SHOWN = Pattern.compile("id=\"made-value\">([^<]+)<");

    private final String name = "eve-" + UUID.randomUUID();

    @Test
    void makesAUserByTheApiAndEndsTheirSessionsWithEachChange() {
        var admin = holding(Role.ADMIN);
        var made = admin.post(USERS, "{\"name\": \"" + name + "\", \"roles\": [\"operator\"]}", "Idempotency-Key", UUID.randomUUID().toString());
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        assertThat(made.header("Location")).isEqualTo(USERS + "/" + name);
        assertThat(made.header("Cache-Control")).contains("no-store");
        var person = Visitor.signedIn(port, name, made.json().get("password").asText());
        assertThat(person.get("/tasks").status()).isEqualTo(200);

        var changed = admin.call("PATCH", USERS + "/" + name, "{\"roles\": [\"viewer\", \"auditor\"]}");
        assertThat(ok(changed).get("roles").toString()).isEqualTo("[\"viewer\",\"auditor\"]");
        assertThat(person.get("/tasks").header("Location")).endsWith("/sign-in");

        var given = ok(admin.post(USERS + "/" + name + "/password", null)).get("password").asText();
        person = Visitor.signedIn(port, name, given);
        assertThat(ok(admin.call("PATCH", USERS + "/" + name, "{\"disabled\": true}")).get("disabled").asBoolean()).isTrue();
        assertThat(person.get("/tasks").header("Location")).endsWith("/sign-in");
        assertThat(Visitor.nobody(port).submit("/sign-in", "/sign-in", Map.of("username", name, "password", given)).header("Location")).endsWith("?failed");

        assertThat(ok(admin.get(USERS + "?limit=200")).get("items").findValuesAsText("name")).contains("admin", name);
        assertThat(admin.get(USERS + "?limit=200").text()).doesNotContain(given, "argon2");
        assertThat(journal.of(Act.HOUSE)).filteredOn(entry -> String.valueOf(entry.act().detail()).startsWith(name))
                .extracting(entry -> entry.act().name()).containsExactly("user-made", "user-changed", "password-given", "user-disabled");
    }

    @Test
    void givesAUserAMailAddressByPageAndByTheApi() {
        var admin = holding(Role.ADMIN);
        admin.post(USERS, "{\"name\": \"" + name + "\", \"roles\": [\"operator\"]}");
        var user = USERS + "/" + name;
        var seen = admin.get(user);
        assertThat(seen.json().get("address").isNull()).isTrue();
        var given = admin.call("PATCH", user, "{\"address\": \"eve@tpp.example\"}", "If-Match", seen.header("ETag"));
        assertThat(ok(given).get("address").asText()).isEqualTo("eve@tpp.example");
        problem(admin.call("PATCH", user, "{\"address\": \"eve@elsewhere.example\"}", "If-Match", seen.header("ETag")), 412, "changed-since-read");
        assertThat(problem(admin.call("PATCH", user, "{\"address\": \"no address, bcc: all@tpp.example\"}"), 422, "invalid-notices").at("/fields/address").asText()).contains("no mail address");
        assertThat(ok(admin.call("PUT", user + "/notices", "{\"address\": \"eve@tpp.example\", \"atOnce\": [\"task-opened\"]}")).get("atOnce").get(0).asText()).isEqualTo("task-opened");
        problem(admin.call("PATCH", user, "{\"address\": \"\"}"), 422, "invalid-notices");

        var person = admin();
        var page = "/access/users/" + name;
        assertThat(person.get(page).text()).contains("eve@tpp.example", "Where notices go");
        var wrong = person.submit(page, page + "/address", Map.of("address", "<b>nobody"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("This is no mail address.", "&lt;b&gt;nobody", "aria-invalid=\"true\"");
        assertThat(person.submit(page, page + "/address", Map.of("address", "eve@another.example")).status()).isEqualTo(302);
        assertThat(person.get(page).text()).contains("Notices for " + name + " go to eve@another.example now.");
        var notices = ok(admin.get(user + "/notices"));
        assertThat(notices.get("address").asText() + " " + notices.get("atOnce")).as("what they chose stays").isEqualTo("eve@another.example [\"task-opened\"]");
        assertThat(person.submit("/access/users", "/access/users/nobody-" + name + "/address", Map.of("address", "a@b.example")).status()).isEqualTo(404);
    }

    @Test
    void saysWhatCannotBe() {
        var admin = holding(Role.ADMIN);
        problem(holding(Role.AUDITOR).get(USERS), 403, "not-permitted");
        problem(approver.post(USERS, "{\"name\": \"" + name + "\", \"roles\": [\"admin\"]}"), 403, "not-permitted");
        problem(admin.post(USERS, "{\"roles\": [\"viewer\"]}"), 422, "invalid-user");
        assertThat(problem(admin.post(USERS, "{\"name\": \"" + name + "\"}"), 422, "invalid-user").at("/fields/roles").asText()).isEqualTo("A user needs a role.");
        problem(admin.post(USERS, "{\"name\": \"" + name + "\", \"roles\": [\"gateway\"]}"), 422, "invalid-user");
        problem(admin.post(USERS, "{\"name\": \"admin\", \"roles\": [\"viewer\"]}"), 409, "user-exists");
        problem(admin.get(USERS + "/" + name), 404, "unknown-user");
        problem(admin.call("PATCH", USERS + "/admin", "{\"disabled\": true}"), 409, "last-admin");
        problem(admin.call("PATCH", USERS + "/admin", "{\"roles\": [\"operator\"]}"), 409, "last-admin");
        problem(admin.call("DELETE", USERS + "/" + name + "/lock", null), 404, "unknown-user");
    }

    @Test
    void doesTheSameByThePages() {
        var admin = admin();
        var made = admin.submit("/access/users", "/access/users", Map.of("name", name, "roles", "VIEWER"));
        assertThat(made.status()).as(made.toString()).isEqualTo(200);
        assertThat(made.header("Cache-Control")).contains("no-store");
        var page = "/access/users/" + name;
        assertThat(admin.get(page).text()).contains("viewer", "never").doesNotContain(shown(made));
        assertThat(admin.submit(page, page + "/roles", Map.of("roles", "OPERATOR")).status()).isEqualTo(302);
        assertThat(admin.submit(page, page + "/roles", Map.of()).text()).contains("A user needs a role.");
        assertThat(admin.submit("/access/users", "/access/users", Map.of("name", name, "roles", "VIEWER")).text()).contains("There is a user of that name.");

        var given = shown(admin.submit(page, page + "/password", Map.of()));
        var person = Visitor.signedIn(port, name, given);
        assertThat(person.get("/access/users").status()).isEqualTo(403);
        assertThat(person.get("/access").text()).doesNotContain("/access/users");
        assertThat(admin.submit(page, page + "/state", Map.of("disabled", "true")).status()).isEqualTo(302);
        assertThat(person.get("/tasks").header("Location")).endsWith("/sign-in");
        assertThat(admin.get(page).text()).contains("Disabled", "sign in again");
        assertThat(admin.get("/access/users/admin").text()).contains("This is you").doesNotContain("/access/users/admin/state");
        assertThat(admin.get("/access/users/" + UUID.randomUUID()).status()).isEqualTo(404);
    }

    @Test
    void limitsAUserToSomeTppsByPageAndApi() {
        var own = aTpp();
        var other = aTpp();
        var admin = admin();
        var wrong = admin.submit("/access/users", "/access/users", Map.of("name", name, "roles", "VIEWER", "tpps", own + ", nothing-of-the-kind"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("There is no TPP nothing-of-the-kind.", "value=\"" + own + ", nothing-of-the-kind\"");
        var password = shown(admin.submit("/access/users", "/access/users", Map.of("name", name, "roles", "VIEWER", "tpps", own)));
        assertThat(admin.get("/access/users").text()).contains("of " + own + " only");
        var person = Visitor.signedIn(port, name, password);
        assertThat(person.get("/tpps").text()).contains("/tpps/" + own + "\"").doesNotContain("/tpps/" + other + "\"");

        assertThat(ok(holding(Role.ADMIN).call("PATCH", USERS + "/" + name, "{\"tpps\": []}")).get("tpps")).isEmpty();

        assertThat(person.get("/tpps").header("Location")).as("signed out").endsWith("/sign-in");
        assertThat(Visitor.signedIn(port, name, password).get("/tpps").text()).contains("/tpps/" + other + "\"");
        assertThat(journal.of(Act.HOUSE)).extracting(entry -> entry.act().detail()).contains(name + ": viewer of " + own, name + ": viewer, before: viewer of " + own);
        problem(holding(Role.ADMIN).call("PATCH", USERS + "/admin", "{\"tpps\": [\"" + own + "\"]}"), 422, "invalid-user");
    }

    @Test
    void handsBackTheRolesAndTppsThatWereNotTaken() {
        var admin = admin();
        admin.submit("/access/users", "/access/users", Map.of("name", name, "roles", "VIEWER"));
        var page = "/access/users/" + name;

        var refused = admin.submit(page, page + "/roles", Map.of("roles", "APPROVER", "tpps", "nothing-of-the-kind"));

        assertThat(refused.status()).isEqualTo(422);
        var shown = Jsoup.parse(refused.text());
        assertThat(shown.select("form[action$=/roles] [name=roles][checked]").eachAttr("value")).containsExactly("APPROVER");
        assertThat(shown.select("[name=tpps]").val()).isEqualTo("nothing-of-the-kind");
        assertThat(shown.select("#tpps-hint").text()).contains("There is no TPP nothing-of-the-kind.");
    }

    @Test
    void showsALockAndLiftsIt() {
        var password = holding(Role.ADMIN).post(USERS, "{\"name\": \"" + name + "\", \"roles\": [\"viewer\"]}").json().get("password").asText();
        var address = "198.51.100." + Math.floorMod(name.hashCode(), 250);
        for (int i = 0; i < 9; i++) {
            attempt(name, "a wrong one", address);
        }
        var admin = admin();
        assertThat(ok(holding(Role.ADMIN).get(USERS + "/" + name)).get("lockedUntil").asText()).isNotEmpty();
        assertThat(admin.get("/access/users/" + name).text()).contains("Locked");
        assertThat(attempt(name, password, address).header("Location")).endsWith("?failed");

        assertThat(admin.submit("/access/users/" + name, "/access/users/" + name + "/unlocking", Map.of()).status()).isEqualTo(302);

        assertThat(attempt(name, password, address).header("Location")).doesNotContain("failed");
    }

    @Test
    void stopsAnAddressThatGuessesAtManyNamesWhateverItSaysOfItself() {
        var address = "203.0.113." + Math.floorMod(name.hashCode(), 250);
        for (int i = 0; i < 20; i++) {
            assertThat(attempt("guessed-" + i, "a wrong one", "192.0.2." + i + ", " + address).status()).isEqualTo(302);
        }

        var stopped = attempt("admin", "for-these-stories-only", "192.0.2.99, " + address);

        problem(stopped, 429, "too-many-attempts");
        assertThat(Integer.parseInt(stopped.header("Retry-After"))).isBetween(1, 30);
        var page = attempt("admin", "for-these-stories-only", address, "Accept", "text/html");
        assertThat(page.status()).isEqualTo(429);
        assertThat(page.text()).contains("Too many wrong sign-ins came from your address.", "name=\"password\"");
        assertThat(attempt("admin", "for-these-stories-only", "198.51.100.251").header("Location")).doesNotContain("failed");
    }

    private Visitor.Answer attempt(String user, String password, String from, String... headers) {
        var visitor = Visitor.nobody(port);
        var body = "username=" + user + "&password=" + password.replace(" ", "+") + "&_csrf=" + visitor.csrf("/sign-in");
        var all = new ArrayList<>(List.of("X-Forwarded-For", from));
        all.addAll(List.of(headers));
        return visitor.send("/sign-in", "application/x-www-form-urlencoded", body.getBytes(StandardCharsets.UTF_8), all.toArray(String[]::new));
    }

    private static String shown(Visitor.Answer answer) {
        var found = SHOWN.matcher(answer.text());
        assertThat(found.find()).as(answer.text()).isTrue();
        return found.group(1);
    }
}
