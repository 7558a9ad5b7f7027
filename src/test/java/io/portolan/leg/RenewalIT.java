package io.portolan.leg;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.journal.Act;
import io.portolan.journal.Entry;
import io.portolan.journal.InMemoryJournal;
import io.portolan.journal.TestJournals;
import io.portolan.playbook.MeansName;
import io.portolan.playbook.Playbook;
import io.portolan.playbook.SamplePlaybooks;
import io.portolan.vault.InMemoryVault;
import io.portolan.vault.Secret;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;

class RenewalIT {

    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Playbook PLAYBOOK = SamplePlaybooks.READER.read("xx-chain.yaml", """
            bank: xx-chain
            name: Bank with a chain of calls
            sources: [a test]
            checked-on: 2026-11-01
            confidence: partial
            environments:
              test:
                kind: test
                base-url: https://bank.example
                hosts: [bank.example]
                routes:
                  - name: default
                    legs:
                      - id: register
                        stage: register-client
                        by: api
                        title: Register
                        repeat: never
                        request: {method: POST, url: '{{environment.base-url}}/register'}
                        captures: {client-id: {from: /id}, client-secret: {from: /secret, secret: true, expires: /until}}
                      - id: device
                        stage: register-client
                        by: api
                        title: Register the device
                        repeat: safe
                        request: {method: PUT, url: '{{environment.base-url}}/device', body: {id: '{{captured.client-id}}'}}
                        captures: {device-token: {from: /token, secret: true, expires: /until}}
                      - id: session
                        stage: register-client
                        by: api
                        title: Open a session
                        repeat: safe
                        request:
                          method: POST
                          url: '{{environment.base-url}}/session'
                          headers: {Device: '{{captured.device-token}}', X-Request-ID: '{{generated.uuid}}'}
                        captures: {session-token: {from: /token, secret: true, expires-after: 5 minutes}}
                      - id: subscribe
                        stage: subscribe-apis
                        by: api
                        title: Subscribe
                        repeat: safe
                        request: {method: PUT, url: '{{environment.base-url}}/me', headers: {Session: '{{captured.session-token}}'}}
                      - id: rotate
                        stage: certificates
                        by: api
                        title: Use the client secret
                        repeat: safe
                        request: {method: PUT, url: '{{environment.base-url}}/me', headers: {S: '{{captured.client-secret}}'}}
            """).orThrow();

    private final LegDatabase database = new LegDatabase();
    private final InMemoryVault vault = new InMemoryVault();
    private final InMemoryJournal journal = new InMemoryJournal();
    private final Captures captures = new JdbcCaptures(database.jdbc, vault);
    private final List<String> acted = new ArrayList<>();
    private final List<String> shown = new ArrayList<>();
    private Function<LegRun, Outcome> bank = run -> new Outcome.Done("seen");
    private final RunStores stores = new RunStores(database.legs, captures, new JdbcProofs(database.jdbc), (place, order) -> Optional.empty(),
            vault, journal, TestJournals.evidence(database.source, CLOCK), new JdbcTransactionManager(database.source));
    private final String onboarding = database.onboarding(LegDatabase.api("register"), LegDatabase.api("device"), LegDatabase.api("session"),
            LegDatabase.api("subscribe"), LegDatabase.api("rotate"));
    private final Renewal renewal = new Renewal(stores, (id, leg) -> order(leg), new MeansByName(List.of(new Means() {
        @Override
        public MeansName name() {
            return MeansName.API;
        }

        @Override
        public Outcome perform(LegRun run) {
            acted.add(run.order().leg().id());
            return bank.apply(run);
        }

        @Override
        public void show(LegRun run) {
            shown.add(run.order().leg().id());
        }
    })), CLOCK);

    @Test
    void leavesAloneWhatIsStillGood() {
        secret("session", "session-token", "s-1", NOW.plusSeconds(1));

        assertThat(renewal.beforeActing(run("subscribe"))).isEmpty();
        assertThat(acted).isEmpty();
    }

    @Test
    void getsAgainWhatHasRunOutAndWhatThatNeeds() {
        captures.keep(onboarding, "register", "client-id", "c-1", null);
        secret("device", "device-token", "d-1", NOW.minusSeconds(1));
        secret("session", "session-token", "s-1", NOW);
        bank = earlier -> keep(earlier, earlier.order().leg().captures().keySet().iterator().next(),
                earlier.order().leg().id() + " again");
        var run = run("subscribe");

        assertThat(renewal.beforeActing(run)).isEmpty();

        assertThat(acted).containsExactly("device", "session");
        assertThat(open(run, "captured.session-token")).isEqualTo("session again");
        assertThat(run.masks().masked("session again, device again")).isEqualTo("•••, •••");
        assertThat(journal.of(onboarding)).extracting(Entry::act).filteredOn(act -> act.name().equals("renewed")).extracting(Act::leg)
                .containsExactly("subscribe", "subscribe");
    }

    @Test
    void getsOnlyTheLaterOneAgainWhereThatIsEnough() {
        secret("device", "device-token", "d-1", NOW.plus(Duration.ofHours(1)));
        secret("session", "session-token", "s-1", NOW);
        bank = earlier -> keep(earlier, "session-token", "s-2");

        assertThat(renewal.beforeActing(run("subscribe"))).isEmpty();
        assertThat(acted).containsExactly("session");
    }

    @Test
    void callsUnderAnotherIdThanTheCallWhoseAnswerHasRunOut() {
        secret("device", "device-token", "d-1", null);
        secret("session", "session-token", "s-1", NOW);
        var first = open(run("session"), "generated.uuid");
        var ids = new ArrayList<String>();
        bank = earlier -> {
            ids.add(open(earlier, "generated.uuid"));
            return keep(earlier, "session-token", "s-2");
        };

        renewal.beforeActing(run("subscribe"));

        assertThat(ids).singleElement().isNotEqualTo(first);
        assertThat(open(run("session"), "generated.uuid")).isEqualTo(first);
    }

    @Test
    void leavesToAPersonWhatMustNotBeRepeatedAndShowsItsRequest() {
        secret("register", "client-secret", "c-1", NOW.minusSeconds(1));

        var obstacle = renewal.beforeActing(run("rotate")).orElseThrow();

        assertThat(obstacle).isInstanceOfSatisfying(Outcome.NeedsPerson.class, person ->
                assertThat(person.question()).contains("client-secret", "Register", "must not be repeated"));
        assertThat(acted).isEmpty();
        assertThat(shown).containsExactly("register");
    }

    @Test
    void standsInTheWayWhereTheBankCannotAnswer() {
        secret("device", "device-token", "d-1", null);
        secret("session", "session-token", "s-1", NOW);
        bank = earlier -> new Outcome.Fault("The bank is away.");

        assertThat(renewal.beforeActing(run("subscribe"))).contains(new Outcome.Fault("The bank is away."));
    }

    @Test
    void renewsOnceInARunWhereTheBankSaysThatItHasRunOut() {
        secret("device", "device-token", "d-1", null);
        secret("session", "session-token", "s-1", NOW.plusSeconds(60));
        bank = earlier -> keep(earlier, "session-token", "s-2");
        var run = run("subscribe");

        assertThat(run.renew()).isTrue();
        assertThat(run.renew()).isFalse();
        assertThat(acted).containsExactly("session");
    }

    private static Outcome keep(LegRun run, String capture, String value) {
        try (var secret = Secret.of(value)) {
            run.keepSecret(capture, secret, NOW.plusSeconds(300));
        }
        return new Outcome.Done("seen");
    }

    private void secret(String leg, String name, String value, Instant expires) {
        try (var secret = Secret.of(value)) {
            captures.keepSecret(onboarding, "demo", leg, 1, name, secret, expires);
        }
    }

    private static String open(LegRun run, String place) {
        var value = run.value(place);
        return value instanceof Value.Plain plain ? plain.text() : ((Value.Hidden) value).secret().reveal(CharSequence::toString);
    }

    private OpenRun run(String leg) {
        return new OpenRun(database.row(new LegKey(onboarding, leg)), order(leg), null, stores, renewal);
    }

    private LegOrder order(String leg) {
        var route = PLAYBOOK.environments().get("test").routes().get(0);
        return new LegOrder(onboarding, "demo", PLAYBOOK, "test", route, route.leg(leg).orElseThrow(), null, "main", Set.of(), Instant.EPOCH);
    }
}
