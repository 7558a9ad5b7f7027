package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.access.Role;
import io.portolan.onboarding.Onboarding.Status;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Calls that no other story makes, so that each call of the API is held to its description, and has an example in it. */
class GoesAroundTheApiIT extends ApiStory {

    @Autowired JdbcTemplate jdbc;

    @Test
    void answersWhatIsAskedOfBanksAndTpps() {
        var tpp = aTpp();
        ok(operator.get(API + "banks/xx-quay/preflight?tpp=" + tpp + "&environment=sandbox&services=AIS"));
        ok(operator.get(API + "banks/xx-quay/environments/sandbox/facts"));
        ok(operator.call("PUT", API + "banks/xx-quay/environments/sandbox/facts/tariff", "{\"value\": \"Basic\", \"source\": \"Told by their support\"}"));
        ok(operator.get(API + "tpps?limit=2"));
        ok(operator.call("PUT", API + "task-groups", "{\"mine\": [\"legal\"]}"));
        assertThat(ok(operator.get(API + "task-groups")).get("mine").get(0).asText()).isEqualTo("legal");
        var request = operator.post(API + "tpps/" + tpp + "/certificates/requests", "{\"kind\": \"QWAC\", \"environment\": \"test\", \"keyType\": \"EC P-256\"}");
        ok(operator.get(API + "tpps/" + tpp + "/certificates/requests"));
        if (request.status() == 201) {
            ok(operator.get(API + "tpps/" + tpp + "/certificates/requests/" + request.json().get("id").asText()));
        }
        Visitor.nobody(port).get("/jwks/" + tpp + "/xx-quay/sandbox");
        operator.post(API + "portal-accounts", "{\"tpp\": \"" + tpp + "\", \"portal\": \"quay-portal\", \"environment\": \"sandbox\", \"login\": \"banks@tpp.example\", \"password\": \"seen-by-nobody\"}");
        assertThat(operator.post(API + "portal-accounts/" + tpp + "/quay-portal/sandbox/renewal", "{\"password\": \"another-seen-by-nobody\", \"expires\": \"never\"}").status()).isEqualTo(200);
    }

    @Test
    void answersWhatIsAskedOfARegistrationAndItsEvidence() {
        var live = awaitStatus(start(aTpp(), "AIS").id(), Status.DONE);
        ok(operator.get(API + "registrations/" + live.registration() + "/credentials/client-id"));
        operator.post(API + "registrations/" + live.registration() + "/verification", null);
        jdbc.query("select id from evidence where body is not null order by id limit 1", row -> {
            assertThat(viewer.get(API + "evidence/" + row.getLong(1)).status()).isEqualTo(200);
        });
    }

    @Test
    void answersWhatAdminsAndAuditorsAsk() {
        var admin = holding(Role.ADMIN);
        var name = "around-" + UUID.randomUUID();
        assertThat(admin.post(API + "tokens", "{\"name\": \"" + name + "\", \"roles\": [\"viewer\"], \"expires\": \"2099-12-31\"}").status()).isEqualTo(201);
        ok(admin.get(API + "tokens?limit=2"));
        assertThat(admin.call("DELETE", API + "tokens/" + name, null).status()).isEqualTo(204);
        admin.post(API + "users", "{\"name\": \"" + name + "\", \"roles\": [\"viewer\"]}");
        assertThat(admin.call("DELETE", API + "users/" + name + "/lock", null).status()).isEqualTo(204);
        assertThat(admin.call("PUT", API + "users/" + name + "/look", "{\"look\": \"dark\", \"zone\": \"Asia/Tokyo\"}").status()).isEqualTo(200);
        assertThat(admin.get(API + "users/" + name + "/look").json().toString()).isEqualTo("{\"user\":\"" + name + "\",\"look\":\"dark\",\"zone\":\"Asia/Tokyo\"}");
        assertThat(admin.call("PUT", API + "users/" + name + "/look", "{\"look\": \"pink\", \"zone\": \"Here\"}").json().get("fields").size()).isEqualTo(2);
        var auditor = holding(Role.AUDITOR);
        auditor.post(API + "journal/verification", null);
        auditor.get(API + "journal/verification");
        ok(auditor.get(API + "settings"));
    }

    @Test
    void answersWhatIsAskedOfMails() {
        var id = UUID.randomUUID().toString();
        jdbc.update("""
                insert into mails (id, mailbox, message_id, sender, subject, received_at, nature, proven, proof, state, kept)
                values (?, 'none', ?, 'desk@elsewhere.example', 'News', now(), 'LETTER', false, 'Nobody vouches.', 'HOMELESS', false)""", id, "<" + id + "@elsewhere.example>");
        ok(operator.get(API + "mails/" + id));
        assertThat(operator.post(API + "mails/" + id + "/filing", "{\"note\": \"Of no use\"}").status()).isEqualTo(200);
    }
}
