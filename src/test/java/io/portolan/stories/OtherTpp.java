package io.portolan.stories;

import io.portolan.onboarding.Onboarding.Status;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** A TPP with one of everything, and the ids and names by which each of its things can be told. */
final class OtherTpp {

    private final Map<String, String> ids = new LinkedHashMap<>();
    private final List<String> names = new ArrayList<>();

    private OtherTpp() {
    }

    static OtherTpp made(ApiStory story, JdbcTemplate jdbc) {
        var made = new OtherTpp();
        var word = UUID.randomUUID().toString().substring(0, 8);
        var tpp = story.aTpp("zephyr-" + word);
        made.put("tpp", tpp);
        var live = story.awaitStatus(story.start(tpp, "AIS").id(), Status.DONE);
        made.put("registration", live.registration());
        ScriptedMeans.next(tpp, "register", ApiStory.CHANGED);
        var task = story.awaitTask(story.startAt(tpp, "xx-jetty", "AIS").id());
        made.put("task", task.id());
        made.put("onboarding", task.onboarding());
        made.names.add(live.id());
        var certificate = story.certificates.of(tpp).get(0).id();
        made.put("certificate", certificate);
        var api = ApiStory.API;
        made.put("request", created(story.operator.post(api + "tpps/" + tpp + "/certificates/requests",
                "{\"kind\": \"QWAC\", \"environment\": \"test\", \"keyType\": \"EC P-384\", \"commonName\": \"" + word + ".tpp.example\"}")).json().get("id").asText());
        created(story.operator.upload(api + "tasks/" + task.id() + "/attachments", "file", word + "-letter.txt", "a letter".getBytes()));
        story.operator.post(api + "tasks/" + task.id() + "/comments", "{\"text\": \"Said of zephyr " + word + ".\"}");
        made.put("evidence", String.valueOf(jdbc.queryForObject("select max(id) from evidence where chain = ?", Long.class, task.onboarding())));
        made.put("attachment", String.valueOf(jdbc.queryForObject("select max(id) from task_attachments where task = ?", Long.class, task.id())));
        ok(story.operator.upload("PUT", api + "tpps/" + tpp + "/documents/licence", Map.of("kind", "licence", "expiresOn", "2999-12-31"), "file", word + ".pdf",
                io.portolan.simulator.DemoTpp.example().licence()));
        created(story.operator.post(api + "portal-accounts", "{\"tpp\": \"" + tpp + "\", \"portal\": \"quay-portal\", \"environment\": \"sandbox\","
                + " \"login\": \"" + word + "@tpp.example\", \"password\": \"seen-by-nobody\"}"));
        made.put("campaign", created(story.operator.post(api + "campaigns", "{\"name\": \"Voyage " + word + "\", \"tpp\": \"" + tpp
                + "\", \"environment\": \"live\", \"services\": [\"AIS\"], \"banks\": [\"xx-quay\"]}")).json().get("id").asText());
        jdbc.update("""
                insert into mails (id, mailbox, message_id, sender, subject, received_at, nature, proven, proof, state, onboarding, found_by, kept)
                values (?, 'none', ?, ?, ?, now(), 'LETTER', true, 'It is.', 'GIVEN', ?, 'REFERENCE', false)""",
                "mail-" + word, "<" + word + "@bank.example>", "desk-" + word + "@bank.example", "Letter " + word, task.onboarding());
        made.put("mail", "mail-" + word);
        var approval = UUID.randomUUID().toString();
        jdbc.update("""
                insert into approvals (id, deed, act, object, parameters, tpp, chain, title, consequence, link, facts, version, digest, reason, requested_by, requested_for, requested_at,
                    state, expires_at, by_itself) values (?, 'withdraw-registration', 'WITHDRAW', ?, '{}', ?, ?, ?, 'It goes.', null, '[]', '', '', ?, 'user:story', 'user:story', now(),
                    'WAITING', now() + interval '1 day', true)""", approval, live.registration(), tpp, live.registration(), "Withdraw " + word, "Since " + word);
        made.put("approval", approval);
        made.names.add(word);
        return made;
    }

    private void put(String kind, String id) {
        ids.put(kind, id);
        if (id.length() > 8) {
            names.add(id);
        }
    }

    /** The id of its thing of this kind. */
    String id(String kind) {
        return ids.get(kind);
    }

    Map<String, String> ids() {
        return ids;
    }

    /** What nobody may see who is limited to another TPP. */
    List<String> names() {
        return names;
    }

    private static Visitor.Answer created(Visitor.Answer answer) {
        if (answer.status() != 201 && answer.status() != 200) {
            throw new AssertionError(answer.toString());
        }
        return answer;
    }

    private static void ok(Visitor.Answer answer) {
        created(answer);
    }
}
