package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.worklist.Task;
import java.io.IOException;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** Lists of tasks, onboardings and registrations say whose each line is and where, and are narrowed to a bank, a TPP and environments of a kind. */
class NarrowsListsIT extends ApiStory {

    private Task asked(String tpp) {
        ScriptedMeans.next(tpp, "collect-credentials", CHANGED);
        return awaitTask(start(tpp, "AIS").id());
    }

    private static Document page(Visitor reader, String path) {
        return Jsoup.parse(reader.get(path).text());
    }

    @Test
    void tasksSayWhoseTheyAreAndInWhichEnvironment() throws IOException {
        var tpp = aTpp();
        var task = asked(tpp);
        var told = ok(viewer.get(API + "tasks/" + task.id()));

        assertThat(told.get("tpp").asText()).isEqualTo(tpp);
        assertThat(told.get("environment").asText()).isEqualTo("sandbox");
        assertThat(told.get("environmentKind").asText()).isEqualTo("test");
        assertThat(page(admin(), "/tasks/" + task.id()).select("dl.facts").first().text()).contains("TPP " + tpp).contains("Environment sandbox");
        assertThat(page(admin(), "/tasks?tpp=" + tpp).select(".task-table tbody tr").text()).contains(tpp + ", sandbox");
    }

    @Test
    void showsOnlyWhatFitsTheChosenTppAndKindOfEnvironment() throws IOException {
        var tpp = aTpp();
        var task = asked(tpp);
        asked(aTpp());

        assertThat(ok(viewer.get(API + "tasks?tpp=" + tpp + "&environmentKind=test")).get("items")).singleElement().satisfies(one -> assertThat(one.get("id").asText()).isEqualTo(task.id()));
        assertThat(ok(viewer.get(API + "tasks/count?tpp=" + tpp + "&environmentKind=live")).get("count").asInt()).isZero();
        for (var list : new String[] {"/tasks", "/onboardings", "/registrations"}) {
            var fitting = page(admin(), list + "?tpp=" + tpp + "&kind=test&bank=" + task.bank());
            assertThat(fitting.select("tbody tr")).as(list).hasSize(1);
            assertThat(fitting.select("form.filter select option[selected]").eachAttr("value")).as(list).containsExactly(task.bank(), tpp, "test");
            assertThat(page(admin(), list + "?tpp=" + tpp + "&kind=live").select(".empty-state h2")).as(list).hasSize(1);
        }
    }

    @Test
    void keepsTheFilterFromTabToTabAndCountsByIt() {
        var tpp = aTpp();
        asked(tpp);

        assertThat(page(admin(), "/tasks?tpp=" + tpp + "&kind=test&q=credentials").select("nav.tabs a").eachAttr("href")).isNotEmpty()
                .allSatisfy(tab -> assertThat(tab).contains("tpp=" + tpp, "kind=test", "q=credentials"));
        assertThat(page(admin(), "/onboardings?tpp=" + tpp).select(".tile").eachText()).containsExactly("1 Waiting for us");
    }
}
