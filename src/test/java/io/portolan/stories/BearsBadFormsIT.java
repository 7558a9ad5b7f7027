package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.access.Role;
import io.portolan.onboarding.Onboarding.Status;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every text field of every form of the pages, with what nobody should type; afterwards the pages, in a real browser too. */
@Tag("browser")
@Order(1)
class BearsBadFormsIT extends BrowserStory {

    /** Forms that would sign the story out, or change who may sign in. */
    private static final String LEFT_OUT = "/sign-(in|out).*|/access/(password|second-factor).*|/access/users/admin/.*|/banks/reload";

    private final RouteTable table = RouteTable.read();
    private Visitor person;
    private String csrf;

    @Test
    void neverBreaksAndNeverShowsWhatWasTypedAsMoreThanText() {
        person = admin();
        csrf = person.csrf("/access");
        var pages = pages();
        var wrong = new TreeSet<String>();
        var tried = new TreeSet<String>();
        for (var page : pages) {
            for (var form : Jsoup.parse(person.get(page).text()).select("form[method=post]")) {
                var action = form.attr("action");
                var route = table.of("POST", action).map(RouteTable.Line::route).orElse(action);
                if (action.matches(LEFT_OUT) || !tried.add(route)) {
                    continue;
                }
                wrong.addAll(tried(form, route));
                // the token is that of the session, which nothing of this may end
                assertThat(person.get("/access").status()).as("after " + route).isEqualTo(200);
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(tried).hasSizeGreaterThan(25);
        assertThat(broken(pages)).isEmpty();
    }

    private List<String> tried(Element form, String route) {
        var wrong = new ArrayList<String>();
        var fields = new TreeMap<String, String>();
        form.select("input[name], textarea[name], select[name]").forEach(field -> fields.putIfAbsent(field.attr("name"), valueOf(field)));
        for (var field : List.copyOf(fields.keySet())) {
            if (field.equals("_csrf")) {
                continue;
            }
            // what a file may hold is told by BoundsUploadsIT; a playbook is told what is wrong with it on the page itself
            var isFile = form.select("input[type=file]").stream().anyMatch(each -> each.attr("name").equals(field)) || form.attr("action").equals("/banks/check");
            BadTexts.REFUSED.forEach((kind, text) -> {
                if (isFile) {
                    return;
                }
                var answer = sent(form, with(fields, List.of(field), text), text);
                if (answer.status() >= 500 || answer.status() < 400 && !kind.equals("half a pair")) {
                    wrong.add(route + " " + field + " with " + kind + ": " + brief(answer));
                }
            });
        }
        BadTexts.harmless().forEach((kind, text) -> wrong.addAll(harmless(form, route, fields, kind, text)));
        return wrong;
    }

    /** In all fields for words at once; what is not taken so, and might have hidden one behind another, and all other fields are tried one by one. */
    private List<String> harmless(Element form, String route, Map<String, String> fields, String kind, String text) {
        var left = new ArrayList<>(fields.keySet());
        left.remove("_csrf");
        var words = form.select("input[type=text], input:not([type]), textarea").stream().map(each -> each.attr("name")).filter(left::contains).distinct().toList();
        var wrong = new ArrayList<String>();
        if (words.size() > 1) {
            var answer = sent(form, with(fields, words, text), text);
            wrong.addAll(judged(answer, route + " " + words + " with " + kind));
            if (answer.status() < 400) {
                left.removeAll(words);
            }
        }
        left.forEach(field -> wrong.addAll(judged(sent(form, with(fields, List.of(field), text), text), route + " " + field + " with " + kind)));
        return wrong;
    }

    private static List<String> judged(Visitor.Answer answer, String what) {
        return answer.status() >= 500 || !Jsoup.parse(answer.text()).select(BadTexts.TRACE).isEmpty() ? List.of(what + ": " + brief(answer)) : List.of();
    }

    private static Map<String, String> with(Map<String, String> fields, List<String> some, String text) {
        var all = new TreeMap<>(fields);
        some.forEach(field -> all.put(field, text));
        return all;
    }

    private Visitor.Answer sent(Element form, Map<String, String> fields, String file) {
        var all = new TreeMap<>(fields);
        all.put("_csrf", csrf);
        if (form.attr("enctype").startsWith("multipart")) {
            var field = form.select("input[type=file]").stream().map(each -> each.attr("name")).findFirst().orElse("file");
            all.remove(field);
            return person.upload("POST", form.attr("action"), all, field, "\"><script>window.brokeOut=1</script>.txt", file.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        return person.form(form.attr("action"), all);
    }

    /** Pages on which what was typed has become more than text, by their source and in a browser that would run it. */
    private List<String> broken(Iterable<String> pages) {
        var broken = new ArrayList<String>();
        signIn();
        for (var page : pages) {
            var answer = person.get(page);
            if (answer.status() >= 500 || !Jsoup.parse(answer.text()).select(BadTexts.TRACE).isEmpty()) {
                broken.add(page + ": " + answer.status());
            }
            open(page);
            var found = browser.executeScript("return [String(window.brokeOut), document.querySelectorAll('[data-broke-out], img[src=broken-out]').length].join(' ')");
            if (!"undefined 0".equals(found)) {
                broken.add(page + " in the browser: " + found);
            }
        }
        return broken;
    }

    private LinkedHashSet<String> pages() {
        var tpp = aTpp();
        ScriptedMeans.next(tpp, "collect-credentials", CHANGED);
        var task = awaitTask(start(tpp, "AIS").id());
        var live = awaitStatus(start(aTpp(), "AIS").id(), Status.DONE);
        var other = aTpp();
        ScriptedMeans.next(other, "approval", PENDING);
        var waiting = start(other, "AIS").id();
        awaitStatus(waiting, Status.WAITING_FOR_BANK);
        operator.post(API + "portal-accounts", "{\"tpp\": \"" + tpp + "\", \"portal\": \"quay-portal\", \"environment\": \"sandbox\", \"login\": \"banks@tpp.example\", \"password\": \"seen-by-nobody\"}");
        var campaign = operator.post(API + "campaigns", "{\"tpp\": \"" + aTpp() + "\", \"environment\": \"live\", \"services\": [\"AIS\"], \"banks\": [\"xx-quay\", \"xx-jetty\"]}").json().get("id").asText();
        var webhook = holding(Role.ADMIN).post(API + "webhooks", "{\"name\": \"Bad forms\", \"url\": \"https://hooks.example/in\", \"tpps\": [\"none-such\"]}").json().get("id").asText();
        admin().submit("/access/users", "/access/users", Map.of("name", "bad-forms", "roles", "VIEWER"));
        return new LinkedHashSet<>(List.of("/onboardings/new?sent=true&bank=xx-quay&environment=sandbox&services=AIS&tpp=" + tpp, "/onboardings/" + waiting + "/moves", "/onboardings/" + waiting,
                "/tasks/" + task.id(), "/tasks", "/registrations/" + live.registration(), "/registrations/import", "/portal-accounts", "/tpps/new", "/tpps/" + tpp + "/edit", "/tpps/" + tpp,
                "/certificates", "/certificates/" + certificates.of(tpp).get(0).id(), "/campaigns/new?q=quay", "/campaigns/" + campaign, "/banks/new", "/banks/check", "/banks/xx-quay",
                "/banks/xx-quay/environments/sandbox/facts", "/banks/nl-rabobank", "/access", "/access/users", "/access/users/bad-forms", "/journal", "/", "/onboardings", "/registrations", "/banks", "/mails", "/tpps",
                "/redirect-uris", "/access/notices", "/access/webhooks", "/access/webhooks/" + webhook, "/search?q=window", "/tasks?show=all&text=window", "/journal?words=window", "/settings",
                "/approvals", "/campaigns"));
    }

    private static String valueOf(Element field) {
        if (field.tagName().equals("select")) {
            var chosen = field.select("option[selected]");
            return chosen.isEmpty() ? field.select("option").stream().map(Element::val).filter(value -> !value.isEmpty()).findFirst().orElse("") : chosen.first().val();
        }
        return field.val().isEmpty() && !field.attr("type").equals("file") ? "x" : field.val();
    }

    private static String brief(Visitor.Answer answer) {
        var text = Jsoup.parse(answer.text()).text();
        return answer.status() + " " + answer.header("Location") + " " + text.substring(0, Math.min(200, text.length()));
    }
}
