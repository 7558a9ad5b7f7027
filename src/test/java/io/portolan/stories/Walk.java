package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.certificate.Certificate;
import io.portolan.certificate.Certificates;
import io.portolan.journal.EvidenceStore;
import io.portolan.onboarding.Onboarding;
import io.portolan.worklist.Task;
import io.portolan.worklist.Worklist;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Goes through every call of the API that gives something, and every page of the console, as far as they tell of one onboarding. */
final class Walk {

    private static final Pattern PLACE = Pattern.compile("\\{([a-z0-9]+)}");
    private static final Pattern LINK = Pattern.compile("(?:href|src|hx-get|data-[a-z-]+)=\"(/[^\"#]*)");
    private static final Pattern OF_ONE = Pattern.compile("/(?:onboardings|registrations|tasks)/([0-9a-f-]{36}).*");
    private static final Pattern OF_BANK = Pattern.compile("(?:/banks/|.*[?&]bank=)([a-z0-9-]+).*");
    /** Of the packed banks, at which there is nothing of ours, so many are looked at; their pages are all made alike. */
    private static final int OTHER_BANKS = 8;
    private static final Pattern NO_PAGE = Pattern.compile("/(?:webjars|css|js|images|api|sign-out|favicon).*|/journal\\?.*");

    private final SecretSearch search;
    private final Onboarding onboarding;
    private final Map<String, List<String>> known = new LinkedHashMap<>();
    private final Set<String> ours = new LinkedHashSet<>();
    private final Set<String> otherBanks = new LinkedHashSet<>();

    Walk(SecretSearch search, Onboarding onboarding, Worklist worklist, EvidenceStore evidence, Certificates certificates) {
        this.search = search;
        this.onboarding = onboarding;
        var tasks = worklist.page(new Worklist.Filter(onboarding.id(), null, null), null, 50).items().stream().map(Task::id).toList();
        known.put("onboardings", List.of(onboarding.id()));
        known.put("registrations", List.of(onboarding.registration()));
        known.put("tasks", tasks);
        known.put("banks", List.of(onboarding.bank()));
        known.put("tpps", List.of(onboarding.tpp()));
        known.put("name", List.of("client-id", "client-secret", "api-key"));
        known.put("certificate", certificates.of(onboarding.tpp()).stream().map(Certificate::id).toList());
        known.put("documents", List.of("licence", "logo"));
        known.put("request", List.of());
        known.put("tpp", List.of(onboarding.tpp()));
        known.put("environment", List.of("live", "test"));
        known.put("environments", List.of(onboarding.environment()));
        known.put("bank", List.of());
        known.put("route", List.of(onboarding.route()));
        known.put("sha256", List.of());
        known.put("attachment", List.of());
        known.put("document", List.of());
        known.put("playbooks", List.of());
        known.put("portal", List.of("harbour-developer"));
        known.put("tokens", List.of());
        known.put("file", List.of());
        known.put("campaigns", List.of());
        known.put("approvals", List.of());
        known.put("user", List.of("admin"));
        known.put("webhook", List.of());
        known.put("verification", List.of());
        var pieces = new ArrayList<String>();
        for (long id = 1; evidence.find(id).isPresent(); id++) {
            if (evidence.find(id).orElseThrow().chain().equals(onboarding.id())) {
                pieces.add(String.valueOf(id));
            }
        }
        known.put("evidence", pieces);
        ours.addAll(tasks);
        ours.add(onboarding.id());
        ours.add(onboarding.registration());
    }

    /** Every GET that the API's own description names, so that none is forgotten. */
    void api(Visitor visitor) {
        var described = visitor.get("/v3/api-docs");
        look("/v3/api-docs", described);
        known.put("mails", mails(visitor));
        var paths = new ArrayList<String>();
        described.json().get("paths").fields().forEachRemaining(path -> {
            // what differs in another environment is said only where there is one, a draft is made only of what a person did, a letter answers few tasks
            if (path.getValue().has("get") && !path.getKey().endsWith("/letter") && !path.getKey().endsWith("/elsewhere") && !path.getKey().endsWith("/draft")) {
                paths.addAll(filled(path.getKey()));
            }
        });
        assertThat(paths).hasSizeGreaterThan(20);
        for (var path : paths) {
            var answer = visitor.get(path + query(path));
            assertThat(answer.status()).as(path).isEqualTo(200);
            look(path, answer);
        }
        List.of("/actuator/health", "/actuator/info", "/actuator/prometheus", "/api/v1/nothing", "/api/v1/onboardings/nothing")
                .forEach(path -> look(path, visitor.get(path)));
    }

    private List<String> mails(Visitor visitor) {
        var ids = new ArrayList<String>();
        visitor.get("/api/v1/mails?state=all&limit=100").json().get("items").forEach(mail -> {
            if (onboarding.id().equals(mail.path("onboarding").asText())) {
                ids.add(mail.get("id").asText());
            }
        });
        assertThat(ids).as("mails of the onboarding").isNotEmpty();
        return ids;
    }

    private String query(String path) {
        return path.endsWith("/preflight") ? "" : path.endsWith("/redirect-uri-uses") ? "?uri=https://tpp.example/callback" : path.equals("/api/v1/tasks") ? "?state=all&limit=200"
                : path.equals("/api/v1/search") ? "?q=" + onboarding.bank() : "";
    }

    private List<String> filled(String path) {
        var place = PLACE.matcher(path);
        if (!place.find()) {
            return List.of(path.endsWith("/preflight") ? path + "?tpp=" + onboarding.tpp() + "&environment=" + onboarding.environment() : path);
        }
        var kind = place.group(1).equals("id") ? path.split("/")[3] : path.contains("/tpps/") && path.contains("/documents/") ? "documents"
                : path.contains("/environments/{") || path.contains("/portal-accounts/") && place.group(1).equals("environment") ? "environments"
                : path.contains("/tokens/{") ? "tokens" : place.group(1);
        assertThat(known).as("what stands for " + place.group() + " in " + path).containsKey(kind);
        return known.get(kind).stream().flatMap(id -> filled(path.substring(0, place.start()) + id + path.substring(place.end())).stream()).toList();
    }

    /** Every page that can be reached by links from the first one. */
    void console(Visitor visitor) {
        var seen = new LinkedHashSet<>(List.of("/onboardings", "/onboardings/" + onboarding.id(), "/onboardings/" + onboarding.id() + "/live",
                "/onboardings/" + onboarding.id() + "/diagram", "/registrations/" + onboarding.registration()));
        known.get("tasks").forEach(task -> seen.add("/tasks/" + task));
        var open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            var page = open.poll();
            var answer = visitor.get(page);
            assertThat(answer.status()).as(page).isIn(200, 302);
            look(page, answer);
            var links = LINK.matcher(answer.text());
            while (links.find()) {
                var link = links.group(1).replace("&amp;", "&");
                if (isOurs(link) && seen.add(link)) {
                    open.add(link);
                }
            }
        }
        assertThat(seen).contains("/tasks", "/banks", "/banks/xx-harbour", "/registrations", "/onboardings/new")
                .anyMatch(page -> page.matches("/evidence/\\d+"));
    }

    private boolean isOurs(String link) {
        var one = OF_ONE.matcher(link);
        return !NO_PAGE.matcher(link).matches() && (!one.matches() || ours.contains(one.group(1))) && isOfAFewBanks(link);
    }

    private boolean isOfAFewBanks(String link) {
        var bank = OF_BANK.matcher(link);
        return !bank.matches() || bank.group(1).startsWith("xx-") || !bank.group(1).matches("[a-z]{2}-.*") || otherBanks.contains(bank.group(1))
                || otherBanks.size() < OTHER_BANKS && otherBanks.add(bank.group(1));
    }

    private void look(String path, Visitor.Answer answer) {
        search.bytes("GET " + path, answer.bytes());
        search.text("the headers of GET " + path, answer.headers().toString());
    }
}
