package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Forms that come twice: by a double click, by loading an answer anew, or from a page of the browser's history. */
class DoesFormsOnceIT extends ApiStory {

    private String task;
    private Visitor person;

    @BeforeEach
    void begin() {
        var tpp = aTpp();
        ScriptedMeans.next(tpp, "collect-credentials", CHANGED);
        task = awaitTask(start(tpp, "AIS").id()).id();
        person = admin();
    }

    /** The form of comments as the page gives it out, with this text. */
    private Map<String, String> comment(String text) {
        var form = Jsoup.parse(person.get("/tasks/" + task).text()).select("form[action$=/comments]").first();
        var fields = new TreeMap<String, String>();
        form.select("input[type=hidden]").forEach(field -> fields.put(field.attr("name"), field.val()));
        fields.put("text", text);
        assertThat(fields).containsKeys("_csrf", "_form");
        return fields;
    }

    private List<String> comments() {
        return operator.get(API + "tasks/" + task + "/comments").json().get("items").findValuesAsText("text");
    }

    @Test
    void doesOnceWhatComesTwiceAndSaysSo() {
        var form = comment("They call back on Monday.");
        var first = person.form("/tasks/" + task + "/comments", form);
        var second = person.form("/tasks/" + task + "/comments", form);

        assertThat(List.of(first.status(), second.status())).containsOnly(302);
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(person.get("/tasks/" + task).text()).contains("This came twice, and was done once.");
        assertThat(comments()).containsExactly("They call back on Monday.");
    }

    @Test
    void doesOnceWhatIsClickedManyTimesAtOnce() throws Exception {
        var form = comment("Clicked often.");
        var pool = Executors.newFixedThreadPool(6);
        var answers = new ArrayList<Future<Integer>>();
        for (int i = 0; i < 6; i++) {
            answers.add(pool.submit(() -> person.form("/tasks/" + task + "/comments", form).status()));
        }
        pool.shutdown();
        for (var answer : answers) {
            assertThat(answer.get()).isIn(302, 409);
        }
        assertThat(comments()).containsExactly("Clicked often.");
    }

    @Test
    void takesTheSameFormWithAnotherTextForAnotherWishAndARefusedOneAgain() {
        var form = comment("First.");
        person.form("/tasks/" + task + "/comments", form);
        form.put("text", "Second, after going back.");
        person.form("/tasks/" + task + "/comments", form);
        form.put("text", " ");
        assertThat(person.form("/tasks/" + task + "/comments", form).status()).isEqualTo(422);
        assertThat(person.form("/tasks/" + task + "/comments", form).status()).isEqualTo(422);

        assertThat(comments()).containsExactly("First.", "Second, after going back.");
    }

    @Test
    void takesAnotherFileOfTheSameNameAndSizeForAnotherWish() {
        var page = Jsoup.parse(person.get("/tasks/" + task).text()).select("form[action$=/attachments]").first();
        var fields = new TreeMap<String, String>();
        page.select("input[type=hidden]").forEach(field -> fields.put(field.attr("name"), field.val()));
        assertThat(fields).containsKeys("_csrf", "_form");
        for (var text : List.of("They pay 17 euros.", "They pay 71 euros.", "They pay 71 euros.")) {
            assertThat(person.upload("POST", "/tasks/" + task + "/attachments", fields, "file", "talk.txt", text.getBytes(StandardCharsets.UTF_8)).status()).isEqualTo(302);
        }

        assertThat(operator.get(API + "tasks/" + task + "/attachments").json().get("items").findValuesAsText("name")).containsExactly("talk.txt", "talk.txt");
    }
}
