package io.portolan.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.TestDatabase;
import io.portolan.leg.FakeLegRun;
import io.portolan.leg.Outcome;
import io.portolan.leg.SampleOrders;
import io.portolan.registration.Registrations;
import java.lang.reflect.Proxy;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class LeanOnRegistrationIT {

    private static final String LEG = "registered-at-xx-hub-sandbox";

    private final JdbcClient jdbc = JdbcClient.create(TestDatabase.fresh());
    private final JdbcLeanings leanings = new JdbcLeanings(jdbc);
    /** Without anything to start onboardings with. */
    private final LeanOnRegistration leaning = new LeanOnRegistration(null, new JdbcOnboardings(jdbc, null, null), leanings, nothingHeld(), null, null);

    @Test
    void asksAPersonAgainWhereTheRunThatAskedWasCutOff() {
        onboarding("onboarding-1", "xx-member", "RUNNING");
        onboarding("at-the-hub", "xx-hub", "REJECTED");
        leanings.await("onboarding-1", LEG, "xx-hub", "sandbox", "at-the-hub");
        var run = new FakeLegRun(SampleOrders.of(SampleOrders.playbook("xx-member", yaml()), LEG));

        assertThat(leaning.perform(run)).isInstanceOf(Outcome.NeedsPerson.class);
        assertThat(leaning.perform(run.again())).isInstanceOfSatisfying(Outcome.NeedsPerson.class, person ->
                assertThat(person.question()).contains("xx-hub, sandbox").contains("rejected").contains("Answer \"again\""));
    }

    private static String yaml() {
        return SampleOrders.yaml("xx-member", "base-url: https://localhost:1\nhosts: ['localhost:1']", """
                - {id: tell, stage: prerequisites, by: operator, title: Tell them, instruct: Call them.}
                """) + "needs: { registrations: [ { unit: xx-hub, environment: sandbox } ] }\n";
    }

    private void onboarding(String id, String bank, String status) {
        jdbc.sql("""
                insert into onboardings (id, tpp, bank, unit, environment, environment_kind, application, services, route,
                    playbook_version, status, registration, started_by, finished_at)
                values (:id, 'demo-tpp', :bank, :bank, 'sandbox', 'test', 'main', '{AIS,PIS}', 'default', 'v', :status, 'r', 'test',
                    case when :status <> 'RUNNING' then now() end)""")
                .param("id", id).param("bank", bank).param("status", status).update();
    }

    private static Registrations nothingHeld() {
        return (Registrations) Proxy.newProxyInstance(Registrations.class.getClassLoader(), new Class<?>[] {Registrations.class},
                (proxy, method, arguments) -> Optional.empty());
    }
}
