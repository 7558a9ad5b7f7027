package io.portolan.stories;

import static org.awaitility.Awaitility.await;

import io.portolan.access.Role;
import io.portolan.access.Tokens;
import io.portolan.journal.Entry;
import io.portolan.journal.Journal;
import io.portolan.leg.LegState;
import io.portolan.portal.RealBrowser;
import io.portolan.simulator.BankControl.IssuedSecret;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A story of what goes wrong at Harbour Bank, with an operator of our API. */
abstract class TroubleAtHarbour extends HarbourStory {

    static final String CREATE = "create-application";

    @BeforeAll
    static void needsChromium() {
        RealBrowser.require();
    }

    @Autowired Tokens tokens;
    @Autowired Journal journal;
    @LocalServerPort int port;

    Visitor operator;
    String name;

    @BeforeEach
    void letAnOperatorIn() {
        name = "story-" + UUID.randomUUID();
        try (var token = tokens.create(name, Set.of(Role.ADMIN), Set.of(), null, "user:story")) {
            operator = Visitor.withToken(port, token.reveal(CharSequence::toString));
        }
    }

    @AfterEach
    void calmTheBank() {
        BANK.control().mischief("hideCreateButton", false);
        BANK.control().mischief("maintenance", false);
        BANK.control().mischief("slowPages", 0);
        BANK.control().mischief("loseAnswerTo", null);
        tokens.revoke(name, "user:story");
    }

    /** Starts at a bank whose clerk never decides, so that it rests once all before the decision is done; what comes then is told by other stories. */
    String startWithoutDecision() {
        BANK.control().approveAfter(null);
        return start(aTpp()).id();
    }

    void awaitTheWaitForTheDecision(String id) {
        awaitState(id, "approval", LegState.WAITING);
    }

    void awaitState(String id, String leg, LegState state) {
        await().atMost(Duration.ofSeconds(90)).pollInterval(Duration.ofMillis(10)).until(() -> onboardings.legs(id).stream()
                .anyMatch(view -> view.id().equals(leg) && view.state() == state));
    }

    List<String> acts(String id, String leg) {
        return journal.of(id).stream().map(Entry::act).filter(act -> leg.equals(act.leg())).map(act -> act.name()).toList();
    }

    static List<String> secrets(String kind) {
        return BANK.control().secrets().stream().filter(secret -> secret.kind().equals(kind)).map(IssuedSecret::value).toList();
    }
}
