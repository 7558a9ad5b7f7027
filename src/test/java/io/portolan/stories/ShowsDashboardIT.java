package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.portolan.access.Role;
import io.portolan.leg.Outcome;
import io.portolan.onboarding.Onboarding.Status;
import io.portolan.onboarding.StartRequest;
import io.portolan.playbook.Playbooks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** The dashboard says how all of it stands, and behind each of its figures is a list with as many rows. */
class ShowsDashboardIT extends ApiStory {

    private static final Pattern TILE = Pattern.compile("<a class=\"tile[^\"]*\" href=\"([^\"]+)\">\\s*<strong>(\\d+)</strong> <span>([^<]+)<");
    private static final Pattern ROW = Pattern.compile("<tr[ >]");
    private static final Pattern FIGURE = Pattern.compile("<td><a href=\"([^\"]+)\" aria-label=\"[^\"]*\">(\\d+)</a></td>");
    private static final Pattern CELL = Pattern.compile("<a class=\"stage-cell tone-([a-z]+)\" href=\"([^\"]+)\"\\s*><span>(?:(\\d+) × )?([^<]+)</span>");

    @Autowired Playbooks playbooks;
    @Autowired JdbcTemplate jdbc;

    /** Banks like Quay, each of its own, since a TPP registers at each but once. */
    private List<String> banks(int number, boolean live) throws IOException {
        var yaml = Files.readString(Path.of("src/test/resources/stories/xx-quay.yaml"));
        if (live) {
            yaml = yaml.replace("sandbox:\n    kind: test", "production:\n    kind: live");
        }
        var banks = new ArrayList<String>();
        for (int each = 1; each <= number; each++) {
            var bank = "xx-quay-" + (live ? "live-" : "") + "at-a-glance-" + each;
            putPlaybook(bank, yaml.replace("xx-quay", bank));
            banks.add(bank);
        }
        playbooks.reload();
        return banks;
    }

    /** One that waits for the bank, one for us, one that was rejected, one that is active, and one that is degraded and has something that ends soon. */
    private String aTppWithOneOfEach() throws IOException {
        return oneOfEach(aTpp(), false);
    }

    private String oneOfEach(String tpp, boolean live) throws IOException {
        var banks = banks(5, live);
        ScriptedMeans.next(tpp, "approval", PENDING);
        var waiting = begin(tpp, live, banks.get(0));
        awaitStatus(waiting, Status.WAITING_FOR_BANK);
        jdbc.update("update legs set promised_by = now() - interval '1 day' where onboarding = ? and leg = 'approval'", waiting);
        ScriptedMeans.next(tpp, "collect-credentials", CHANGED);
        var asking = awaitTask(begin(tpp, live, banks.get(1)));
        jdbc.update("update tasks set due_at = now() - interval '1 hour', assignee = 'user:admin' where id = ?", asking.id());
        ScriptedMeans.next(tpp, "approval", run -> new Outcome.Rejected("No."));
        var rejected = awaitTask(begin(tpp, live, banks.get(2)));
        ok(complete(rejected.id(), "{\"outcome\": \"rejected\", \"note\": \"They mean it.\"}"));
        awaitStatus(rejected.onboarding(), Status.REJECTED);
        awaitStatus(begin(tpp, live, banks.get(3)), Status.DONE);
        var degraded = awaitStatus(begin(tpp, live, banks.get(4)), Status.DONE).registration();
        ok(operator.post(API + "registrations/" + degraded + "/health", "{\"health\": \"degraded\", \"reason\": \"It answers no more.\"}"));
        jdbc.update("update credentials set expires_at = now() + interval '10 days' where registration = ?", degraded);
        return tpp;
    }

    private String begin(String tpp, boolean live, String bank) {
        return startOnboarding.with(new StartRequest(tpp, bank, null, live ? "production" : "sandbox", null, List.of("AIS"), null), "user:story").id();
    }

    private static int rows(String page) {
        var body = page.indexOf("<tbody>");
        return body < 0 ? 0 : (int) ROW.matcher(page.substring(body, page.indexOf("</tbody>"))).results().count();
    }

    private static String plain(String href) {
        return href.replace("&amp;", "&");
    }

    @Test
    void hasAListWithAsManyRowsBehindEachFigure() throws IOException {
        var tpp = aTppWithOneOfEach();
        var admin = admin();

        var page = admin.get("/?tpp=" + tpp).text();

        var tiles = TILE.matcher(page).results().toList();
        assertThat(tiles.stream().map(tile -> tile.group(3) + " " + tile.group(2))).containsExactly("Live 0", "Degraded 0", "Waiting for us 0", "Waiting for the bank 0",
                "Waiting for others 0", "Rejected for good 0", "Active 2", "Degraded 1", "Waiting for us 1", "Waiting for the bank 1", "Waiting for others 0", "Rejected for good 1");
        assertThat(tiles).allSatisfy(tile -> assertThat(rows(admin.get(plain(tile.group(1))).text())).as(tile.group(1)).isEqualTo(Integer.parseInt(tile.group(2))));
        var figures = FIGURE.matcher(page).results().toList();
        assertThat(figures).hasSizeGreaterThan(4)
                .allSatisfy(figure -> assertThat(rows(admin.get(plain(figure.group(1))).text())).as(figure.group(1)).isEqualTo(Integer.parseInt(figure.group(2))));
        var cells = CELL.matcher(page).results().toList();
        assertThat(cells.stream().map(cell -> cell.group(1) + " " + cell.group(4))).containsExactly("person For us", "waiting Waiting");
        assertThat(cells).allSatisfy(cell -> assertThat(admin.get(plain(cell.group(2))).status()).isEqualTo(200));
        for (var list : List.of("/onboardings?tpp=" + tpp + "&stage=approval", "/onboardings?tpp=" + tpp + "&promise=broken", "/registrations?tpp=" + tpp + "&ends=90",
                "/tasks?show=today&tpp=" + tpp)) {
            assertThat(rows(admin.get(list).text())).as(list).isEqualTo(1);
        }
        assertThat(page).contains("Promised, and not kept", "See the one onboarding", "See the one task", "1 registration does not work as it should", "The same in figures");
    }

    @Test
    void countsWhatIsLiveAsItsListsDo() throws IOException {
        var tpp = aTpp();
        takeLive(tpp);
        oneOfEach(tpp, true);
        var admin = admin();

        var page = admin.get("/?tpp=" + tpp).text();

        var tiles = TILE.matcher(page).results().toList();
        assertThat(tiles.stream().map(tile -> tile.group(3) + " " + tile.group(2))).containsExactly("Live 2", "Degraded 1", "Waiting for us 1", "Waiting for the bank 1",
                "Waiting for others 0", "Rejected for good 1", "Active 0", "Degraded 0", "Waiting for us 0", "Waiting for the bank 0", "Waiting for others 0", "Rejected for good 0");
        assertThat(tiles).allSatisfy(tile -> assertThat(rows(admin.get(plain(tile.group(1))).text())).as(tile.group(1)).isEqualTo(Integer.parseInt(tile.group(2))));
        assertThat(ok(viewer.get(API + "dashboard?tpp=" + tpp)).at("/figures/0/active").asInt()).isEqualTo(2);
        assertThat(items("registrations?kind=live&standing=active&tpp=" + tpp)).hasSize(2);
    }

    @Test
    void tellsWhatHasEndedAlreadyAsItsListsDo() {
        var tpp = aTpp();
        var active = awaitStatus(start(tpp, "AIS").id(), Status.DONE).registration();
        jdbc.update("update credentials set expires_at = now() - interval '3 days' where registration = ? and name = 'client-secret'", active);
        takeLive(tpp);
        takeFormer(tpp);
        var admin = admin();

        var page = admin.get("/?tpp=" + tpp).text();

        assertThat(page).contains("What has ended, or ends within 90 days", ">Ended</span>", "Former QWAC", "client-secret");
        assertThat(rows(admin.get("/certificates?tpp=" + tpp + "&ends=90").text())).isEqualTo(1);
        assertThat(rows(admin.get("/registrations?tpp=" + tpp + "&ends=90").text())).isEqualTo(1);
        var told = ok(viewer.get(API + "dashboard?tpp=" + tpp));
        assertThat(told.at("/ends/certificates")).hasSize(1);
        assertThat(told.at("/ends/credentials")).hasSize(1);
        assertThat(items("registrations?tpp=" + tpp + "&endsBefore=" + told.at("/ends/until").asText())).hasSize(told.at("/ends/registrations").asInt()).hasSize(1);
    }

    @Test
    void tellsHowManyHaveEndedSinceYesterdayAsItsListsDo() throws IOException {
        var tpp = aTppWithOneOfEach();
        var old = awaitStatus(start(tpp, "AIS").id(), Status.DONE).id();
        jdbc.update("update onboardings set finished_at = now() - interval '25 hours' where id = ?", old);
        var admin = admin();

        var page = admin.get("/?tpp=" + tpp).text();

        assertThat(page).contains(">2 done</a>", ">1 rejected</a>");
        assertThat(rows(admin.get("/onboardings?status=done&days=1&tpp=" + tpp).text())).isEqualTo(2);
        assertThat(rows(admin.get("/onboardings?status=rejected&days=1&tpp=" + tpp).text())).isEqualTo(1);
        var told = ok(viewer.get(API + "dashboard?tpp=" + tpp)).get("lastDay");
        assertThat(told.get("done").asInt()).isEqualTo(2);
        assertThat(items("onboardings?status=done&tpp=" + tpp + "&since=" + told.get("since").asText())).hasSize(2);
    }

    @Test
    void tellsMailsWithoutAHomeApartByTheTppOfTheirMailbox() {
        var tpp = aTpp();
        var other = aTpp();
        aMail("of-" + tpp, tpp);
        aMail("of-" + other, other);
        aMail("of-several-" + tpp, null);
        var admin = admin();

        assertThat(ok(viewer.get(API + "dashboard?tpp=" + tpp)).get("mailsWithoutHome").asInt()).isEqualTo(1);
        assertThat(items("mails?tpp=" + tpp).findValuesAsText("id")).containsExactly("of-" + tpp);
        assertThat(admin.get("/?tpp=" + tpp).text()).contains("href=\"/mails?tpp=" + tpp + "\"", "1 mail");
        assertThat(rows(admin.get("/mails?tpp=" + tpp).text())).isEqualTo(1);
        var limited = holding(Role.OPERATOR, tpp);
        assertThat(ok(limited.get(API + "dashboard")).get("mailsWithoutHome").asInt()).isEqualTo(1);
        assertThat(ok(limited.get(API + "mails")).get("items").findValuesAsText("id")).containsExactly("of-" + tpp);
        problem(limited.get(API + "mails/of-" + other), 404, "unknown-mail");
        problem(limited.post(API + "mails/of-several-" + tpp + "/filing", "{\"note\": \"Not ours.\"}"), 404, "unknown-mail");
        ok(limited.post(API + "mails/of-" + tpp + "/filing", "{\"note\": \"Only news.\"}"));
    }

    private void aMail(String id, String tpp) {
        jdbc.update("""
                insert into mails (id, mailbox, tpp, message_id, sender, subject, received_at, nature, proven, proof, state, kept)
                values (?, ?, ?, ?, 'desk@bank.example', 'A letter', now(), 'LETTER', true, 'It is.', 'HOMELESS', false)""", id, "box-" + tpp, tpp, "<" + id + "@bank.example>");
    }

    @Test
    void tellsMachinesTheSame() throws IOException {
        var tpp = aTppWithOneOfEach();

        var told = ok(viewer.get(API + "dashboard?tpp=" + tpp));

        var test = told.get("figures").get(1);
        assertThat(test.get("kind").asText()).isEqualTo("test");
        var lists = List.of(List.of("active", "registrations?kind=test&standing=active"), List.of("degraded", "registrations?kind=test&health=degraded"),
                List.of("waitingForUs", "onboardings?kind=test&status=waiting-for-us"), List.of("waitingForBank", "onboardings?kind=test&status=waiting-for-bank"),
                List.of("waitingForOther", "onboardings?kind=test&status=waiting-for-other"), List.of("rejected", "onboardings?kind=test&status=rejected"));
        for (var each : lists) {
            assertThat(items(each.get(1) + "&tpp=" + tpp)).as(each.get(1)).hasSize(test.get(each.get(0)).asInt());
        }
        assertThat(told.at("/waits/promisesBrokenCount").asInt()).isEqualTo(1);
        assertThat(items("onboardings?promiseBroken=true&tpp=" + tpp)).hasSize(1);
        assertThat(told.at("/matrix/banks").asInt()).isEqualTo(2);
        assertThat(told.at("/matrix/cells").findValuesAsText("state")).containsExactly("with-person", "waiting");
        assertThat(items("onboardings?underWay=true&tpp=" + tpp)).hasSize(2);
        assertThat(told.at("/ends/registrations").asInt()).isEqualTo(1);
        assertThat(items("registrations?tpp=" + tpp + "&endsBefore=" + told.at("/ends/until").asText())).hasSize(1);
        for (var stage : told.at("/times/stages")) {
            assertThat(items("onboardings?tpp=" + tpp + "&passed=" + stage.get("of").asText() + "&since=" + told.at("/times/since").asText())).as(stage.toString())
                    .hasSize(stage.get("onboardings").asInt());
            assertThat(stage.get("least").asDouble()).isLessThanOrEqualTo(stage.get("median").asDouble());
        }
        assertThat(told.at("/times/banks")).hasSize(2);
        problem(viewer.get(API + "dashboard?tpp=nobody"), 404, "unknown-tpp");
        problem(viewer.get(API + "onboardings?stage=nowhere"), 422, "invalid-values");
    }

    private JsonNode items(String list) {
        return ok(viewer.get(API + list)).get("items");
    }

    @Test
    void keepsAPromiseThatWasBrokenInSightAfterPeopleWereToldUntilTheBankSaysMore() {
        var tpp = aTpp();
        ScriptedMeans.next(tpp, "approval", PENDING);
        ScriptedMeans.next(tpp, "approval", PENDING);
        var id = start(tpp, "AIS").id();
        awaitStatus(id, Status.WAITING_FOR_BANK);
        jdbc.update("update legs set promise_broken = now() - interval '1 day' where onboarding = ? and leg = 'approval'", id);

        assertThat(items("onboardings?promiseBroken=true&tpp=" + tpp)).hasSize(1);
        ok(operator.post(API + "onboardings/" + id + "/bank-answer", "{\"answer\": \"acknowledged\", \"expectedBy\": \"2099-01-01\"}"));

        await().untilAsserted(() -> assertThat(items("onboardings?promiseBroken=true&tpp=" + tpp)).isEmpty());
    }

    @Test
    void leadsANewTppToTheFirstSteps() {
        var tpp = aTpp();

        var page = admin().get("/?tpp=" + tpp).text();

        assertThat(page).contains("The first steps", "href=\"/tpps/new\"", "href=\"/certificates\"", "href=\"/onboardings/new\"").doesNotContain("Where banks are");
    }
}
