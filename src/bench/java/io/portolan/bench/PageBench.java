package io.portolan.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How soon pages and the list of tasks are there for eight clients at once, with years of work in the database; the list of tasks beside that of plain Camunda. */
class PageBench {

    private static final double PAGE = 100;
    private static final double LIST = 10;
    private static final double TIMES = 20;
    private static final String OUR_LIST = "/api/v1/tasks?group=operations&order=due&brief=true&limit=50";
    private static final String OUR_COUNT = "/api/v1/tasks/count?group=operations";
    private static final String THEIR_LIST = "/engine-rest/task?candidateGroup=operations&sortBy=dueDate&sortOrder=asc&firstResult=0&maxResults=50";
    private static final String THEIR_COUNT = "/engine-rest/task/count?candidateGroup=operations";

    private final int onboardings = Integer.getInteger("bench.pages.onboardings", 100_000);
    private final int tasks = Integer.getInteger("bench.pages.tasks", 50_000);
    private final int times = Integer.getInteger("bench.pages.times", 40);
    private final int rounds = Integer.getInteger("bench.pages.rounds", 3);
    private final List<String> missed = new ArrayList<>();

    /** A question to the console; whether what the issue names is held to the aim. */
    private record Question(String name, boolean isHeld, IntFunction<String> path) { }

    @Test
    void answersManyPeopleSoonWithYearsOfWorkInTheDatabase() throws Exception {
        Chatter.stop();
        var folder = Files.createDirectories(Path.of("target/bench/pages").toAbsolutePath());
        try (var database = BenchDatabase.start(folder.resolve("postgres"))) {
            var url = database.database("portolan");
            try (var ours = Side.start(PagesSide.class, isPortolans(), folder.resolve("portolan.err"), url);
                    var theirs = Side.start(PlainTasksSide.class, isPlainCamundas(), folder.resolve("plain.err"), database.database("plain"))) {
                assertThat(database.setting("fsync") + database.setting("synchronous_commit")).isEqualTo("onon");
                double filled = ours.tell("fill " + onboardings + " " + tasks).get(0);
                theirs.tell("fill " + tasks);
                var report = new Report("7-pages", "(g) Pages and the list of tasks, with years of work in the database")
                        .line("%d onboardings, %d open tasks and %d journal entries, filled in %.0f s; %d clients, each of which asks again as soon as it has its answer, on the same machine.", onboardings,
                                number(url, "tasks where state = 'OPEN'"), number(url, "journal_entries"), filled, EightClients.NUMBER).line("");
                pages((int) ours.tell("port").get(0).doubleValue(), url, report);
                live((int) ours.tell("port").get(0).doubleValue(), url, report);
                lists((int) ours.tell("port").get(0).doubleValue(), (int) theirs.tell("port").get(0).doubleValue(), report);
                assertThat(ours.tell("verify " + ids(url, "select id from onboardings limit 1").get(0))).containsExactly(1.0);
                report.line("").line(missed.isEmpty() ? "**Every aim is reached.**" : "**Not reached:** " + String.join("; ", missed) + ".").write();
            }
        }
    }

    private void pages(int port, String url, Report report) throws SQLException {
        report.line("| page | p50, ms | p95, ms | p99, ms | aim at p95, ms |").line("|---|---|---|---|---|");
        try (var people = EightClients.signedIn(port, "admin", PagesSide.PASSWORD)) {
            var questions = questions(url);
            questions.forEach(question -> people.ask(EightClients.NUMBER, Math.max(5, times / 2), n -> List.of(question.path().apply(n))));
            for (var question : questions) {
                var taken = Samples.of(people.ask(EightClients.NUMBER, times, n -> List.of(question.path().apply(n))));
                report.line("| %s | %.1f | **%.1f** | %.1f | %s |", question.name(), taken.median(), taken.quantile(0.95), taken.quantile(0.99), question.isHeld() ? "≤ 100" : "–");
                if (question.isHeld() && taken.quantile(0.95) > PAGE) {
                    missed.add("%s %.0f ms at p95".formatted(question.name(), taken.quantile(0.95)));
                }
            }
        }
    }

    /** What pages cost that are open and follow what happens, and how soon they hear of it. */
    private void live(int port, String url, Report report) throws SQLException {
        var changed = ids(url, "select id from tasks where state = 'OPEN' and assignee is null order by md5(id || 'live') limit 100");
        var tokens = IntStream.range(0, PagesSide.TOKENS).mapToObj(number -> PagesSide.TOKEN + number).toList();
        var pages = new Samples();
        try (var followers = new Followers(port, tokens, 20); var people = EightClients.signedIn(port, "admin", PagesSide.PASSWORD);
                var machine = EightClients.withToken(port, PagesSide.TOKEN)) {
            var changes = CompletableFuture.runAsync(() -> changed.forEach(task -> {
                followers.changes(task);
                machine.post("/api/v1/tasks/" + task + "/claim");
                Waiting.pause(Duration.ofMillis(100));
            }));
            while (!changes.isDone()) {
                people.ask(EightClients.NUMBER, 10, n -> List.of("/tasks?show=groups")).forEach(pages::add);
            }
            changes.join();
            var lags = followers.lags();
            report.line("").line("With %d open streams that hear of each of %d changes of tasks, some ten a second: heard of after %.0f ms (p50) and **%.0f ms** (p95), from before the call that changes; the page *my groups'* for eight clients meanwhile in"
                    + " %.1f ms (p50) and **%.1f ms** (p95).", followers.number(), changed.size(), lags.median(), lags.quantile(0.95), pages.median(), pages.quantile(0.95));
            if (pages.quantile(0.95) > PAGE) {
                missed.add("tasks beside %d open streams %.0f ms at p95".formatted(followers.number(), pages.quantile(0.95)));
            }
        }
    }

    private List<Question> questions(String url) throws SQLException {
        var onboardings = ids(url, "select id from (select id from onboardings order by md5(id) limit 300) some_of_them");
        var registrations = ids(url, "select id from registrations order by md5(id) limit 300");
        var openTasks = ids(url, "select id from tasks where state = 'OPEN' order by md5(id) limit 300");
        var banks = ids(url, "select distinct bank from onboardings order by bank");
        var words = List.of("tpp-0", "harb", "sign", "customer-4", "support", "revolut prod", "onboardings", "wave", "qwac", "REF", "deutsche", "create app");
        var all = new LinkedHashMap<String, IntFunction<String>>();
        all.put("*dashboard", n -> "/");
        all.put("*dashboard of a TPP", n -> "/?tpp=tpp-0" + (1 + n % 9));
        all.put("*tasks, all open", n -> "/tasks");
        all.put("*tasks, mine", n -> "/tasks?show=mine");
        all.put("*tasks, my groups'", n -> "/tasks?show=groups");
        all.put("*tasks, due today", n -> "/tasks?show=today");
        all.put("*tasks of a bank", n -> "/tasks?bank=" + banks.get(n % banks.size()));
        all.put("*tasks with a word", n -> "/tasks?q=" + List.of("document", "telephone", "client", "nowhere").get(n % 4));
        all.put("a task", n -> "/tasks/" + openTasks.get(n % openTasks.size()));
        all.put("*an onboarding", n -> "/onboardings/" + onboardings.get(n % onboardings.size()));
        all.put("*search, while typing", n -> "/search/results?q=" + words.get(n % words.size()).replace(" ", "+"));
        all.put("*search, page", n -> "/search?q=" + words.get(n % words.size()).replace(" ", "+"));
        all.put("*search by id", n -> "/search?q=" + onboardings.get(n % onboardings.size()).substring(0, 18));
        all.put("onboardings", n -> "/onboardings");
        all.put("onboardings that wait for the bank", n -> "/onboardings?status=waiting-for-bank&kind=live");
        all.put("registrations", n -> "/registrations");
        all.put("a registration", n -> "/registrations/" + registrations.get(n % registrations.size()));
        all.put("campaigns", n -> "/campaigns");
        all.put("certificates", n -> "/certificates");
        all.put("portal accounts", n -> "/portal-accounts");
        all.put("redirect URIs", n -> "/redirect-uris");
        all.put("mails", n -> "/mails?show=all");
        all.put("banks", n -> "/banks");
        all.put("TPPs", n -> "/tpps");
        all.put("users", n -> "/access/users");
        all.put("journal", n -> "/journal");
        all.put("journal, a word", n -> "/journal?words=" + List.of("acknowledged", "customer-77", "created").get(n % 3));
        all.put("journal, of TPPs", n -> "/journal?about=tpp");
        return all.entrySet().stream().map(each -> new Question(each.getKey().replace("*", ""), each.getKey().startsWith("*"), each.getValue())).toList();
    }

    private void lists(int ourPort, int theirPort, Report report) {
        try (var ours = EightClients.withToken(ourPort, PagesSide.TOKEN); var theirs = EightClients.withToken(theirPort, null)) {
            assertThat(ours.get(OUR_LIST).split("\"onboarding\"")).hasSizeGreaterThan(50);
            assertThat(theirs.get(THEIR_LIST).split("\"taskDefinitionKey\"")).hasSizeGreaterThan(50);
            report.line("").line("Open tasks of a group by due date, the first 50, over REST; and with how many there are in all (%s of ours, %s of theirs), in a call of its own on both sides. %d rounds in turn.",
                    ours.get(OUR_COUNT).replaceAll("\\D", ""), theirs.get(THEIR_COUNT).replaceAll("\\D", ""), rounds).line("");
            report.line("| | Portolan p50, ms | p95, ms | plain Camunda p50, ms | p95, ms | times as fast, at p50 |").line("|---|---|---|---|---|---|");
            for (int clients : new int[] {1, EightClients.NUMBER}) {
                compare(clients, "page", List.of(OUR_LIST), List.of(THEIR_LIST), ours, theirs, report);
                compare(clients, "page and number", List.of(OUR_LIST, OUR_COUNT), List.of(THEIR_LIST, THEIR_COUNT), ours, theirs, report);
            }
        }
    }

    private void compare(int clients, String what, List<String> our, List<String> their, EightClients ours, EightClients theirs, Report report) {
        var portolan = new Samples();
        var plain = new Samples();
        ours.ask(clients, times * 5, n -> our);
        theirs.ask(clients, 20, n -> their);
        for (int round = 0; round < rounds; round++) {
            ours.ask(clients, times * 5, n -> our).forEach(portolan::add);
            theirs.ask(clients, Math.max(10, times / 2), n -> their).forEach(plain::add);
        }
        double ratio = plain.median() / portolan.median();
        report.line("| %s, %d %s | **%.1f** | %.1f | %.1f | %.1f | **%.1f** |", what, clients, clients == 1 ? "client" : "clients", portolan.median(), portolan.quantile(0.95), plain.median(),
                plain.quantile(0.95), ratio);
        if (what.equals("page")) {
            if (portolan.median() > LIST) {
                missed.add("list of tasks %.1f ms with %d clients".formatted(portolan.median(), clients));
            }
            if (ratio < TIMES) {
                missed.add("list of tasks %.1f times as fast as plain Camunda's with %d clients".formatted(ratio, clients));
            }
        }
    }

    private static List<String> ids(String url, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url); var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
            var ids = new ArrayList<String>();
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
            return ids;
        }
    }

    private static int number(String url, String of) throws SQLException {
        return Integer.parseInt(ids(url, "select count(*) from " + of).get(0));
    }

    private static Predicate<String> isPortolans() {
        return entry -> !entry.matches(".*(camunda-engine-rest|starter-rest|starter-jersey|jersey-|external-task-client).*");
    }

    private static Predicate<String> isPlainCamundas() {
        return entry -> !Path.of(entry).endsWith("target/classes")
                && List.of("spring-security", "starter-security", "starter-actuator", "boot-actuator", "flyway", "thymeleaf", "springdoc", "spring-modulith", "starter-mail").stream()
                        .noneMatch(Path.of(entry).getFileName().toString()::contains);
    }
}
