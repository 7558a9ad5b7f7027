package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.portolan.access.Role;
import io.portolan.onboarding.Onboarding.Status;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Whoever is limited to one TPP takes every route that names a thing of another, and looks at every page and list: the other is not there. */
class KeepsToItsTppsIT extends ApiStory {

    private static final Pattern PLACE = Pattern.compile("\\{([a-zA-Z0-9]+)}");
    private static final Pattern LINK = Pattern.compile("(?:href|src|hx-get|data-[a-z-]+)=\"(/[^\"#]*)");
    private static final Pattern NO_PAGE = Pattern.compile("/(?:webjars|css|js|images|sign-out|favicon|actuator).*|/sign-in/.*");
    /** Of the hundreds of pages of banks some are enough. */
    private static final Pattern MANY = Pattern.compile("/(?:api/v1/)?banks/(?!xx-quay|check|coverage|new).*|/(?:banks|certificates|onboardings)/?\\?.*");
    /** What a form of a page may want, so that nothing but whose the thing is makes it fail. */
    private static final Map<String, String> FIELDS = Map.ofEntries(Map.entry("reason", "To see whether."), Map.entry("note", "To see whether."), Map.entry("text", "Words."),
            Map.entry("outcome", "done"), Map.entry("health", "DEGRADED"), Map.entry("leg", "collect-credentials"), Map.entry("bank", "xx-quay"), Map.entry("name", "client-secret"),
            Map.entry("version", "1"), Map.entry("onboarding", "none"), Map.entry("answer", "approved"), Map.entry("portal", "quay-portal"), Map.entry("given", "true"),
            Map.entry("newLegs", "DO"), Map.entry("said", "Words."), Map.entry("kind", "CALL"), Map.entry("value", "seen-by-nobody"), Map.entry("group", "support"), Map.entry("decision", "approved"), Map.entry("address", "a@tpp.example"));

    @Autowired JdbcTemplate jdbc;

    private String own;
    private OtherTpp other;
    private Visitor limited;
    private String user;
    private Visitor person;

    @BeforeEach
    void twoTpps() {
        own = aTpp("mistral-" + UUID.randomUUID().toString().substring(0, 8));
        other = OtherTpp.made(this, jdbc);
        try (var token = tokens.create("limited-" + UUID.randomUUID(), Set.of(Role.APPROVER, Role.AUDITOR), Set.of(own), null, "user:story")) {
            limited = Visitor.withToken(port, token.reveal(CharSequence::toString));
        }
        user = "limited-" + UUID.randomUUID();
        var made = admin().post(API + "users", "{\"name\": \"" + user + "\"}");
        assertThat(made.status()).isEqualTo(403);
        var admin = holding(Role.ADMIN);
        problem(admin.post(API + "users", "{\"name\": \"" + user + "\", \"roles\": [\"admin\"], \"tpps\": [\"" + own + "\"]}"), 422, "invalid-user");
        problem(admin.post(API + "users", "{\"name\": \"" + user + "\", \"roles\": [\"viewer\"], \"tpps\": [\"nothing-of-the-kind\"]}"), 422, "invalid-user");
        var password = admin.post(API + "users", "{\"name\": \"" + user + "\", \"roles\": [\"approver\", \"auditor\"], \"tpps\": [\"" + own + "\"]}").json().get("password").asText();
        person = Visitor.signedIn(port, user, password);
    }

    @Test
    void answersAsIfTheThingsOfAnotherTppWereNotThere() {
        var things = ThingTable.read();
        var unlisted = new ArrayList<String>();
        var wrong = new ArrayList<String>();
        var before = state();
        var bodies = examples();
        var taken = 0;
        for (var line : RouteTable.read().lines()) {
            var pattern = line.pattern().getPatternString();
            if (!PLACE.matcher(pattern).find()) {
                continue;
            }
            var kind = things.of(pattern);
            if (kind.isEmpty()) {
                unlisted.add(line.route());
                continue;
            }
            if (!other.ids().containsKey(kind.get())) {
                continue;
            }
            var query = pattern.endsWith("/redirect-uri-uses") ? "?uri=https://tpp.example/callback" : "";
            var theirs = filled(pattern, other.id(kind.get())) + query;
            var nothing = filled(pattern, kind.get().equals("evidence") ? "999999999" : "none-of-them") + query;
            var body = bodies.path(line.route()).path("request");
            var answer = take(line.method(), theirs, body);
            taken++;
            if (!Set.of(403, 404).contains(answer.status()) && !like(answer, take(line.method(), nothing, body), other.id(kind.get())) || line.method().equals("GET") && answer.status() != 404) {
                wrong.add(line.method() + " " + theirs + " " + answer.status() + " " + (answer.status() == 200 ? "" : answer.text().substring(0, Math.min(300, answer.text().length()))));
            }
        }

        assertThat(unlisted).as("write into " + ThingTable.FILE + " whose they are").isEmpty();
        assertThat(wrong).isEmpty();
        assertThat(taken).isGreaterThan(100);
        assertThat(state()).isEqualTo(before);
    }

    private static JsonNode examples() {
        try {
            return new ObjectMapper().readTree(Path.of("src/main/resources/io/portolan/api/operations.json").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void isThereWithAllItsThingsForWhoIsNotLimited() {
        var things = ThingTable.read();
        var auditor = holding(Role.ADMIN);
        var there = RouteTable.read().lines().stream().filter(line -> line.method().equals("GET"))
                .map(line -> line.pattern().getPatternString()).filter(pattern -> things.of(pattern).filter(other.ids()::containsKey).isPresent())
                .filter(pattern -> auditor.get(filled(pattern, other.id(things.of(pattern).orElseThrow()))).status() == 200).toList();

        assertThat(there).contains("/onboardings/{id}", "/tasks/{id}", "/registrations/{id}", "/tpps/{id}", "/certificates/{id}", "/certificates/requests/{id}", "/campaigns/{id}", "/approvals/{id}",
                "/evidence/{id}", "/mails/{id}", "/api/v1/onboardings/{id}/case-file", "/api/v1/tpps/{id}/documents/{name}").hasSizeGreaterThan(40);
    }

    @Test
    void showsNothingOfAnotherTppOnAnyPageOrList() {
        begun();
        var seen = new LinkedHashSet<String>();
        RouteTable.read().lines().stream().filter(line -> line.method().equals("GET")).map(line -> line.pattern().getPatternString())
                .filter(pattern -> !pattern.contains("{") && !pattern.contains("*") && !NO_PAGE.matcher(pattern).matches()).forEach(pattern -> {
                    seen.add(pattern);
                    seen.add(pattern + "?limit=200");
                    seen.add(pattern + "?q=zephyr");
                });
        var open = new ArrayDeque<>(seen);
        var wrong = new ArrayList<String>();
        while (!open.isEmpty()) {
            var page = open.poll();
            var answer = (page.startsWith("/api/") ? limited : person).get(page);
            var text = answer.text();
            other.names().stream().filter(name -> text.contains(name) || String.valueOf(answer.headers()).contains(name)).forEach(name -> wrong.add(page + " shows " + name));
            Pattern.compile("Example TPP (?!" + own + ")[a-z0-9-]+|\\btpp-\\d+\\b|zephyr-[0-9a-f]{8}").matcher(text).results().map(found -> page + " shows " + found.group()).distinct().forEach(wrong::add);
            assertThat(answer.status()).as(page + " " + (answer.status() == 500 ? text : "")).isIn(200, 302, 400, 403, 404, 422);
            LINK.matcher(text).results().map(found -> found.group(1).replace("&amp;", "&"))
                    .filter(link -> !NO_PAGE.matcher(link).matches() && !MANY.matcher(link).matches() && seen.size() < 600 && seen.add(link)).forEach(open::add);
        }

        assertThat(wrong).isEmpty();
        assertThat(seen).hasSizeGreaterThan(60).contains("/tpps/" + own, "/banks/xx-quay").anyMatch(page -> page.matches("/onboardings/[0-9a-f-]{36}"));
    }

    @Test
    void countsAndListsOnlyItsOwn() {
        awaitStatus(begun(), Status.DONE);
        assertThat(ok(limited.get(API + "tpps")).get("items").findValuesAsText("id")).containsExactly(own);
        assertThat(ok(limited.get(API + "registrations?limit=200")).get("items").findValuesAsText("tpp")).containsOnly(own);
        assertThat(ok(limited.get(API + "tasks?state=all")).get("items")).isEmpty();
        var figures = ok(limited.get(API + "dashboard"));
        assertThat(figures.toString()).doesNotContain("zephyr");
        problem(limited.get(API + "dashboard?tpp=" + other.id("tpp")), 404, "unknown-tpp");
        assertThat(ok(limited.get(API + "onboardings?tpp=" + other.id("tpp"))).get("items")).isEmpty();
        assertThat(ok(limited.get(API + "journal?limit=200")).get("items").findValuesAsText("chain")).isNotEmpty().doesNotContain("portolan", other.id("onboarding"));
    }

    @Test
    void changesItsOwnAsItHasSeenIt() {
        var choices = API + "tpps/" + own + "/certificates/choices";
        var body = "{\"certificate\": \"" + certificates.of(own).get(0).id() + "\", \"bank\": \"xx-quay\"}";
        var seen = limited.get(choices).header("ETag");
        assertThat(limited.call("PUT", choices, body, "If-Match", seen).status()).isEqualTo(200);
        assertThat(limited.get(choices).header("ETag")).isNotEqualTo(seen);
        problem(limited.call("PUT", choices, body, "If-Match", seen), 412, "changed-since-read");
        var consents = API + "tpps/" + own + "/automation-consents";
        assertThat(limited.call("PUT", consents + "/quay-portal", "{\"given\": true}", "If-Match", limited.get(consents).header("ETag")).status()).isEqualTo(200);

        var onboarding = awaitStatus(begun(), Status.DONE);
        assertThat(ok(limited.post(API + "registrations/" + onboarding.registration() + "/withdrawal", "{\"reason\": \"Not wanted.\"}")).at("/registration/standing").asText()).isEqualTo("withdrawn");
        assertThat(openTasks(onboarding.id())).hasSize(1);
        ok(limited.post(API + "tasks/" + openTasks(onboarding.id()).get(0).id() + "/completion", "{\"outcome\": \"done\", \"note\": \"Gone.\"}"));
        assertThat(ok(limited.get(API + "registrations/" + onboarding.registration())).get("atBank").asText()).isEqualTo("cleared");
    }

    @Test
    void beginsAndMakesNothingForAnotherTpp() {
        var theirs = other.id("tpp");
        var before = state();
        problem(limited.post(API + "onboardings", wish(theirs)), 404, "unknown-tpp");
        problem(limited.post(API + "campaigns", "{\"tpp\": \"" + theirs + "\", \"environment\": \"live\", \"services\": [\"AIS\"], \"banks\": [\"xx-quay\"]}"), 404, "unknown-tpp");
        problem(limited.post(API + "portal-accounts", "{\"tpp\": \"" + theirs + "\", \"portal\": \"jetty-portal\", \"environment\": \"sandbox\", \"login\": \"x@tpp.example\","
                + " \"password\": \"seen-by-nobody\"}"), 404, "unknown-tpp");
        problem(limited.get(API + "banks/xx-quay/preflight?environment=sandbox&tpp=" + theirs), 404, "unknown-tpp");
        problem(limited.post(API + "tpps", "{}"), 403, "limited-to-tpps");
        problem(limited.post(API + "banks", "{\"name\": \"New Bank\", \"country\": \"DE\"}"), 403, "limited-to-tpps");
        problem(limited.post(API + "journal/verification", ""), 403, "limited-to-tpps");
        assertThat(person.get("/access/users").status()).isEqualTo(403);

        assertThat(state()).isEqualTo(before);
    }

    /** An onboarding that somebody limited has begun for their own TPP. */
    private String begun() {
        var begun = limited.post(API + "onboardings", wish(own));
        assertThat(begun.status()).as(begun.toString()).isEqualTo(201);
        return begun.json().get("id").asText();
    }

    /** With what the description of the API gives as an example, so that nothing but whose the thing is makes a call fail. */
    private Visitor.Answer take(String method, String address, JsonNode body) {
        return method.equals("GET") ? limited.get(address) : method.equals("POST") && !address.startsWith("/api/") ? limited.form(address, FIELDS)
                : limited.call(method, address, body.isMissingNode() ? "{}" : body.toString());
    }

    private static boolean like(Visitor.Answer one, Visitor.Answer another, String id) {
        return one.status() == another.status() && one.text().replace(id, "none-of-them").replaceAll("\"instance\":\"[^\"]*\"", "")
                .equals(another.text().replaceAll("\"instance\":\"[^\"]*\"", ""));
    }

    private String filled(String pattern, String first) {
        var others = new LinkedHashMap<>(other.ids());
        others.putAll(Map.of("portal", "quay-portal", "environment", "sandbox", "name", pattern.contains("documents") ? "licence" : "client-secret", "item", "1", "leg", "collect-credentials",
                "bank", "xx-quay", "what", "password"));
        others.put("id", first);
        others.put("tpp", first);
        return PLACE.matcher(pattern).replaceAll(place -> others.getOrDefault(place.group(1), "none"));
    }

    /** All that is known of the other TPP, counted. */
    private List<Map<String, Object>> state() {
        return jdbc.queryForList("select (select count(*) from onboardings where tpp = ?) as onboardings, (select string_agg(status, ',' order by id) from onboardings where tpp = ?) as standing,"
                + " (select count(*) from certificates where tpp = ?) as certificates, (select count(*) from portal_accounts where tpp = ?) as accounts,"
                + " (select string_agg(state, ',' order by id) from approvals where tpp = ?) as approvals, (select string_agg(standing, ',' order by id) from registrations where tpp = ?) as registered,"
                + " (select count(*) from campaigns where tpp = ?) as campaigns, (select count(*) from tpp_documents where tpp = ?) as documents,"
                + " (select count(*) from task_events e join tasks k on k.id = e.task join onboardings o on o.id = k.onboarding where o.tpp = ?) as events",
                other.id("tpp"), other.id("tpp"), other.id("tpp"), other.id("tpp"), other.id("tpp"), other.id("tpp"), other.id("tpp"), other.id("tpp"), other.id("tpp"));
    }
}
