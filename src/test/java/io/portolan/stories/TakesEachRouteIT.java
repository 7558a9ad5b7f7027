package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.access.Role;
import io.portolan.onboarding.Onboarding.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Every route of the running application as everybody who may come along, held to the table in {@code access/routes.txt}. */
class TakesEachRouteIT extends ApiStory {

    /** What filters answer before any mapping is asked, and what Spring Boot leaves out in tests. */
    private static final Set<String> NOT_MAPPED = Set.of("POST /sign-in", "POST /sign-out", "GET /actuator/prometheus",
            "GET /sign-in/with/{provider}", "GET /sign-in/answer", "POST /sign-in/ended");

    @Autowired List<RequestMappingInfoHandlerMapping> mappings;
    @Autowired List<AbstractUrlHandlerMapping> files;

    private final RouteTable table = RouteTable.read();

    @Test
    void findsEveryRouteInTheTableAndNoneThatIsNotThere() {
        var served = new TreeSet<>(NOT_MAPPED);
        for (var mapping : mappings) {
            mapping.getHandlerMethods().keySet().forEach(info -> info.getPatternValues().forEach(pattern -> {
                var methods = info.getMethodsCondition().getMethods();
                served.addAll(methods.isEmpty() ? Set.of("* " + pattern) : methods.stream().map(method -> method + " " + pattern).collect(Collectors.toSet()));
            }));
        }
        files.forEach(mapping -> mapping.getHandlerMap().keySet().forEach(pattern -> served.add("GET " + pattern)));

        assertThat(table.routes()).as("write it into " + RouteTable.FILE).containsExactlyInAnyOrderElementsOf(served);
    }

    @Test
    void letsEachRoleTakeWhatTheTableSaysAndNothingElse() {
        var wrong = new ArrayList<String>();
        visitors().forEach((role, visitor) -> {
            for (var line : table.lines()) {
                var answer = take(visitor, line);
                // what everybody may send needs the CSRF token of a page, and its own tests send it so
                var isOfAPage = role == null && line.admits(null) && String.valueOf(answer.header("Location")).endsWith("/sign-in?ended");
                if (!isOfAPage && isRefused(role, answer) == line.admits(role)) {
                    wrong.add((role == null ? "nobody" : role.name()) + " " + line.route() + " " + answer.status() + " " + answer.header("Location"));
                }
            }
        });

        assertThat(wrong).isEmpty();
    }

    @Test
    void givesStaticFilesToEverybody() throws IOException {
        var root = Path.of("src/main/resources/static");
        try (var all = Files.walk(root)) {
            assertThat(all.filter(Files::isRegularFile).map(file -> "/" + root.relativize(file))).isNotEmpty()
                    .allSatisfy(path -> assertThat(Visitor.nobody(port).get(path).status()).as(path).isEqualTo(200));
        }
    }

    @Test
    void showsNobodyAButtonOrALinkThatTheyMayNotUse() {
        var pages = pages();
        var wrong = new TreeSet<String>();
        var seen = new TreeSet<String>();
        for (var role : List.of(Role.VIEWER, Role.OPERATOR, Role.APPROVER, Role.AUDITOR, Role.ADMIN)) {
            var visitor = holding(role);
            for (var page : pages) {
                var answer = visitor.get(page);
                if (answer.status() != 200) {
                    assertThat(table.of("GET", page).orElseThrow().admits(role) && answer.status() == 403).as(role + " " + page + " " + answer.status()).isFalse();
                    continue;
                }
                seen.add(page);
                ways(answer.text()).stream().filter(way -> table.of(way.get(0), way.get(1)).stream().noneMatch(line -> line.admits(role)))
                        .forEach(way -> wrong.add(role + " " + page + ": " + String.join(" ", way)));
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(seen).hasSizeGreaterThan(20);
    }

    private List<String> pages() {
        var tpp = aTpp();
        ScriptedMeans.next(tpp, "collect-credentials", CHANGED);
        var task = awaitTask(start(tpp, "AIS").id());
        complete(task.id(), "{\"outcome\": \"nothing-of-the-kind\"}");
        var live = awaitStatus(start(aTpp(), "AIS").id(), Status.DONE);
        var other = aTpp();
        ScriptedMeans.next(other, "approval", PENDING);
        var waiting = start(other, "AIS").id();
        awaitStatus(waiting, Status.WAITING_FOR_BANK);
        operator.post(API + "portal-accounts", "{\"tpp\": \"" + tpp + "\", \"portal\": \"quay-portal\", \"environment\": \"sandbox\","
                + " \"login\": \"banks@tpp.example\", \"password\": \"seen-by-nobody\"}");
        var pages = new LinkedHashSet<>(List.of("/onboardings/" + waiting, "/onboardings/" + waiting + "/moves", "/onboardings/" + task.onboarding(), "/onboardings/" + live.id(),
                "/tasks/" + task.id(), "/registrations/" + live.registration(), "/tpps/" + tpp, "/tpps/" + tpp + "/edit", "/banks/xx-quay", "/banks/nl-rabobank",
                "/banks/xx-quay/environments/sandbox/facts", "/certificates/" + certificates.of(tpp).get(0).id(), "/access/users/admin"));
        table.lines().stream().filter(line -> line.method().equals("GET") && !line.address().contains("none") && !line.address().matches("/(api|v3|actuator)/.*"))
                .map(RouteTable.Line::address).forEach(pages::add);
        return List.copyOf(pages);
    }

    /** What a page lets its reader do: method and address. */
    private static Set<List<String>> ways(String html) {
        var ways = new LinkedHashSet<List<String>>();
        var page = Jsoup.parse(html);
        page.select("form button:not([type=button]), form input[type=submit]").forEach(button -> {
            var form = button.closest("form");
            var method = button.hasAttr("formmethod") ? button.attr("formmethod") : form.attr("method");
            ways.add(List.of(method.equalsIgnoreCase("post") ? "POST" : "GET", button.hasAttr("formaction") ? button.attr("formaction") : form.attr("action")));
        });
        page.select("[hx-get]").forEach(part -> ways.add(List.of("GET", part.attr("hx-get"))));
        page.select("[hx-post]").forEach(part -> ways.add(List.of("POST", part.attr("hx-post"))));
        page.select("a[href]").forEach(link -> ways.add(List.of("GET", link.attr("href"))));
        return ways.stream().filter(way -> way.get(1).startsWith("/")).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Map<Role, Visitor> visitors() {
        var visitors = new LinkedHashMap<Role, Visitor>();
        visitors.put(null, Visitor.nobody(port));
        Arrays.stream(Role.values()).forEach(role -> visitors.put(role, holding(role)));
        return visitors;
    }

    private static Visitor.Answer take(Visitor visitor, RouteTable.Line line) {
        return line.method().equals("GET") || line.method().equals("*") ? visitor.get(line.address()) : visitor.call(line.method(), line.address(), "{}");
    }

    /** Whether the door stayed shut: 401 or the sign-in page for nobody in particular, 403 of the rules for others. */
    private static boolean isRefused(Role role, Visitor.Answer answer) {
        var location = answer.header("Location");
        return answer.status() == 401 || answer.status() == 302 && (location.endsWith("/sign-in") || location.endsWith("/sign-in?ended"))
                || answer.status() == 403 && (role == null || !answer.text().contains("\"code\"") || answer.json().get("code").asText().equals("not-permitted"));
    }
}
