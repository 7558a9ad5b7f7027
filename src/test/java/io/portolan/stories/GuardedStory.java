package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.portolan.access.Role;
import io.portolan.access.Users;
import io.portolan.onboarding.Onboarding;
import io.portolan.onboarding.Onboarding.Status;
import io.portolan.onboarding.StartRequest;
import io.portolan.playbook.Playbooks;
import io.portolan.refusal.Refused;
import io.portolan.stories.Visitor.Answer;
import io.portolan.vault.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the stories of the second person share: a live bank, a TPP that is guarded, and two people with tokens of theirs. */
abstract class GuardedStory extends ApiStory {

    static final String BANK = "xx-two-keys";
    static final String WHY = "{\"reason\": \"The bank asks for it.\"}";
    private static final String PASSWORD = "for-these-two-people-only";

    @Autowired Playbooks playbooks;
    @Autowired Users users;
    @Autowired JdbcTemplate jdbc;

    String tpp;
    /** Token of the person who asks, and of the one who decides; both are approvers. */
    Visitor ada;
    Visitor bob;

    @BeforeEach
    void twoPeopleAtALiveBank() throws IOException {
        putPlaybook(BANK, Files.readString(Path.of("src/test/resources/stories/xx-quay.yaml")).replace("xx-quay", BANK).replace("Quay Bank", "Bank of Two Keys")
                .replace("quay-portal", "two-keys").replace("sandbox:\n    kind: test", "production:\n    kind: live"));
        playbooks.reload();
        tpp = aGuardedTpp();
        ada = tokenOf("user:two-ada", Role.APPROVER);
        bob = tokenOf("user:two-bob", Role.APPROVER);
    }

    Visitor tokenOf(String maker, Role role) {
        try (var token = tokens.create("two-" + UUID.randomUUID(), Set.of(role), Set.of(), null, maker)) {
            return Visitor.withToken(port, token.reveal(CharSequence::toString));
        }
    }

    /** A person who signs in by the form. */
    Visitor person(String name) {
        try (var password = Secret.of(PASSWORD)) {
            users.create(name, password, Set.of(Role.APPROVER));
        } catch (Refused there) {
            assertThat(there.code()).isEqualTo("user-exists");
        }
        return Visitor.signedIn(port, name, PASSWORD);
    }

    /** Begins a live onboarding in the name of Ada. */
    Onboarding begin() {
        return startOnboarding.with(new StartRequest(tpp, BANK, null, "production", null, List.of("AIS"), null), "user:two-ada");
    }

    /** A live onboarding that Bob has let go, once it is done. */
    Onboarding live() {
        var onboarding = begin();
        ok(decide(bob, waitingApproval("submit-application"), "approved"));
        return awaitStatus(onboarding.id(), Status.DONE);
    }

    /** The request of this deed for this TPP that waits, by its id. */
    String waitingApproval(String deed) {
        var found = new String[1];
        await().atMost(Duration.ofSeconds(20)).until(() -> (found[0] = waiting(deed)) != null);
        return found[0];
    }

    private String waiting(String deed) {
        for (var item : ok(bob.get(API + "approvals?state=waiting&tpp=" + tpp)).get("items")) {
            if (item.get("deed").asText().equals(deed)) {
                return item.get("id").asText();
            }
        }
        return null;
    }

    static Answer decide(Visitor visitor, String approval, String decision) {
        return visitor.post(API + "approvals/" + approval + "/decision", "{\"decision\": \"" + decision + "\", \"reason\": \"I have looked at it.\"}");
    }

    /** The id of the request that a call was accepted as. */
    static String needed(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
        assertThat(answer.json().get("code").asText()).isEqualTo("second-person-needed");
        var id = answer.json().get("approval").asText();
        assertThat(answer.header("Location")).isEqualTo("/api/v1/approvals/" + id);
        return id;
    }

    JsonNode approval(String id) {
        return ok(viewer.get(API + "approvals/" + id));
    }

    void awaitState(String id, String state) {
        await().atMost(Duration.ofSeconds(20)).until(() -> approval(id).get("state").asText().equals(state));
    }

    void expire(String id) {
        jdbc.update("update approvals set expires_at = now() - interval '1 second' where id = ?", id);
    }

    /** As a crash leaves it right after the decision was committed. */
    void approveAndCrash(String id) {
        jdbc.update("update approvals set state = 'APPROVED', decided_by = 'user:two-bob', decided_at = now(), decision = 'Agreed.' where id = ?", id);
    }

    List<String> acts(String chain) {
        return journal.of(chain).stream().map(entry -> entry.act().name()).toList();
    }
}
