package io.portolan.leg;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.playbook.Playbook;
import io.portolan.playbook.Service;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class EffectiveFromTest {

    private static final Instant MONDAY_NOON = Instant.parse("2026-11-23T11:00:00Z");
    private static final Instant TUESDAY_AT_TWO = Instant.parse("2026-11-24T13:00:00Z");
    private static final Playbook PLAYBOOK = SampleOrders.playbook("xx-sample", SampleOrders.yaml("xx-sample", """
            base-url: https://sample.example
            hosts: [sample.example]
            """, """
            - id: register
              stage: register-client
              by: api
              title: Register
              request: {method: POST, url: '{{environment.base-url}}/register'}
              done-when: {status: 201}
              captures:
                client-id: {from: /client_id, effective: {before: '09:59', next: '14:00', zone: Europe/Paris, calendar: FR}}
            - id: fetch
              stage: collect-credentials
              by: api
              title: Fetch something that does not use it
              request: {method: GET, url: '{{environment.base-url}}/things'}
            - id: subscribe
              stage: subscribe-apis
              by: api
              title: Subscribe
              request: {method: PUT, url: '{{environment.base-url}}/clients', headers: {X-Client: '{{captured.client-id}}'}}
            - id: verify-access
              stage: verify-access
              by: api
              title: Prove it
              probe: {method: GET, url: '{{environment.base-url}}/accounts', proves: connection}
            """));

    private final List<BankAnswer> said = new ArrayList<>();
    private int reads;
    private final EffectiveFrom effectiveFrom = new EffectiveFrom(answering(Captures.class, "latest", EffectiveFromTest::brought),
            answering(BankAnswers.class, "of", arguments -> {
                reads++;
                return said;
            }));

    private Optional<Instant> of(String leg) {
        return effectiveFrom.forLeg(SampleOrders.of(PLAYBOOK, leg));
    }

    private void approved(Instant effectiveFrom) {
        said.add(new BankAnswer(said.size(), "onboarding-1", BankAnswer.Kind.APPROVED, Set.of(Service.AIS), null, null, null, effectiveFrom,
                MONDAY_NOON, "user:test"));
    }

    @Test
    void holdsTheLegsThatUseAValueAndTheProofUntilItWorks() {
        assertThat(of("register")).isEmpty();
        assertThat(of("fetch")).isEmpty();
        assertThat(of("subscribe")).contains(TUESDAY_AT_TWO);
        assertThat(of("verify-access")).contains(TUESDAY_AT_TWO);
    }

    @Test
    void goesByTheBanksOwnWordWhereItHasSaidWhen() {
        approved(null);
        assertThat(of("verify-access")).contains(TUESDAY_AT_TWO);
        approved(MONDAY_NOON);
        assertThat(of("verify-access")).contains(MONDAY_NOON);
        assertThat(of("subscribe")).contains(MONDAY_NOON);
        approved(null);
        assertThat(of("subscribe")).contains(MONDAY_NOON);
    }

    @Test
    void provesEachServiceFromItsOwnDay() {
        var order = SampleOrders.of(PLAYBOOK, "verify-access");
        var both = new LegOrder(order.onboarding(), order.tpp(), order.playbook(), order.environmentName(), order.route(), order.leg(), null, "main",
                Set.of(Service.AIS, Service.PIS), order.startedAt());
        approved(MONDAY_NOON);
        said.add(new BankAnswer(9, "onboarding-1", BankAnswer.Kind.APPROVED, Set.of(Service.PIS), null, null, null, TUESDAY_AT_TWO, MONDAY_NOON, "user:test"));
        assertThat(effectiveFrom.forLeg(both)).contains(MONDAY_NOON);
        assertThat(effectiveFrom.working(both, MONDAY_NOON)).containsExactly(Service.AIS);
        assertThat(effectiveFrom.working(both, TUESDAY_AT_TWO)).containsExactlyInAnyOrder(Service.AIS, Service.PIS);
        assertThat(reads).as("one read of what the bank has said for each question").isEqualTo(3);
    }

    @Test
    void readsDaysAndMomentsAndNothingElse() {
        var paris = java.time.ZoneId.of("Europe/Paris");
        assertThat(EffectiveFrom.read("2026-12-01", paris)).contains(Instant.parse("2026-11-30T23:00:00Z"));
        assertThat(EffectiveFrom.read(" 2026-12-01T09:00 ", paris)).contains(Instant.parse("2026-12-01T08:00:00Z"));
        assertThat(EffectiveFrom.read("2026-12-01T09:00+02:00", paris)).contains(Instant.parse("2026-12-01T07:00:00Z"));
        assertThat(EffectiveFrom.read("next Tuesday", paris)).isEmpty();
        assertThat(EffectiveFrom.read("01/12/2026", paris)).isEmpty();
    }

    /** One that answers a single question of its port, with what a test has for it. */
    private static <T> T answering(Class<T> port, String question, Function<Object[], Object> answer) {
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (self, method, arguments) -> {
            if (!method.getName().equals(question)) {
                throw new UnsupportedOperationException(method.getName());
            }
            return answer.apply(arguments);
        }));
    }

    /** A client id that was brought back on a Monday at noon. */
    private static Object brought(Object[] arguments) {
        return arguments[1].equals("client-id") ? Optional.of(new Captured("register", 1, "client-id", "c-1", null, null, MONDAY_NOON)) : Optional.empty();
    }
}
