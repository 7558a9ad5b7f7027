package io.portolan.leg;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.playbook.MeansName;
import io.portolan.playbook.Playbook;
import io.portolan.vault.Secret;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is left of signing up where the account was there before: passed by, taken over, or asked for. */
class FoundAccountIT extends LegAtWork {

    private static final String ACCOUNT = "demo-tpp/bank-developer/sandbox";

    private static final Playbook PLAYBOOK = SampleOrders.playbook("xx-paper", SampleOrders.yaml("xx-paper", """
            base-url: https://portal.bank.example
            hosts: [portal.bank.example]
            portal: {name: bank-developer, log-in: [{open: '{{environment.base-url}}/in'}], signed-in: {text: Log out}}
            """, """
            - {id: sign-up, stage: sign-up, title: Sign up, by: portal, steps: [{open: '{{environment.base-url}}/a'}], done-when: {text: Done}}
            - {id: mail-link, stage: sign-up, title: Take the link, by: mail, expect: {from: '@bank.example', subject: Confirm},
               captures: {link: {from: 'link:/confirm/', type: url, secret: true}}}
            - {id: confirm, stage: sign-up, title: Confirm, by: portal, steps: [{open: '{{captured.link}}'}], done-when: {text: Done}}
            - {id: mail-key, stage: sign-up, title: Take the key, by: mail, expect: {from: '@bank.example', subject: Key},
               captures: {api-key: {from: 'code:Key (.+)', secret: true}}}
            - {id: look-in, stage: approval, title: Look, by: portal, look: [{open: '{{environment.base-url}}/b'}], done-when: {text: Done}}
            - {id: confirm-late, stage: sign-up, title: Confirm again, by: portal, steps: [{open: '{{environment.base-url}}/c'}], done-when: {text: Done}}
            - {id: verify-access, stage: verify-access, title: Prove, by: api, done-when: {status: 200},
               probe: {method: GET, url: '{{environment.base-url}}/d', proves: data, headers: {Key: '{{captured.api-key}}'}}}
            """));

    private final String again = planned();

    private String planned() {
        return database.onboarding(PLAYBOOK.environments().get("sandbox").routes().get(0).legs().stream()
                .map(each -> new PlannedLeg(each.id(), each.stage(), each.by(), each.by() == MeansName.PORTAL ? ACCOUNT : null, false, false)).toArray(PlannedLeg[]::new));
    }

    private boolean found() {
        var order = SampleOrders.of(PLAYBOOK, "sign-up");
        return new FoundAccount(stores, new LegOrder(again, order.tpp(), order.playbook(), order.environmentName(), order.route(), order.leg(), order.branch(),
                order.application(), order.services(), order.startedAt())).passBy((act, detail) -> journal.write(io.portolan.journal.Act.ofPortolan(again, act, "sign-up", "portal", detail)));
    }

    private List<String> passedBy() {
        return database.legs.of(again).stream().filter(LegRecord::stands).map(LegRecord::leg).toList();
    }

    private Outcome.NeedsPerson inVain() {
        return FoundAccount.inVain(database.row(new LegKey(again, "mail-key")), SampleOrders.of(PLAYBOOK, "mail-key"), stores);
    }

    @Test
    void passesByWhatBringsNothingThatIsMissingAndAsksForTheRestOnce() {
        assertThat(inVain()).isNull();
        assertThat(found()).isTrue();
        assertThat(passedBy()).containsExactly("mail-link", "confirm");
        assertThat(journal.of(again)).singleElement().satisfies(entry -> {
            assertThat(entry.act().name()).isEqualTo("sign-up-passed-by");
            assertThat(entry.act().detail()).contains("Take the link; Confirm");
        });
        assertThat(inVain().question()).contains("api-key");
        database.jdbc.sql("update legs set sent_back_by = 'user:ada' where leg = 'mail-key'").update();
        assertThat(inVain()).isNull();
        database.jdbc.sql("update legs set sent_back_by = null").update();
        assertThat(inVain()).isNull();
    }

    @Test
    void takesOverWhatSigningUpBroughtBeforeAndNothingThatHasRunOut() {
        var before = planned();
        stores.captures().keepSecret(before, "demo", "mail-key", 1, "api-key", Secret.of("k3y-of-before"), CLOCK.instant().plus(Duration.ofDays(1)));
        found();
        assertThat(passedBy()).containsExactly("mail-link", "confirm", "mail-key");
        assertThat(stores.captures().latest(again, "api-key").orElseThrow().secret())
                .isEqualTo(stores.captures().latest(before, "api-key").orElseThrow().secret());
        assertThat(inVain()).isNull();
        database.jdbc.sql("delete from captures where onboarding = ?").param(again).update();
        database.jdbc.sql("update captures set expires_at = now()").update();
        assertThat(stores.captures().earlier(again, ACCOUNT, "mail-key", "api-key")).isEmpty();
        assertThat(stores.captures().earlier(again, "another/bank-developer/sandbox", "mail-key", "api-key")).isEmpty();
    }

    @Test
    void saysWhyALegThatWasNeverActedOnIsPassedBy() {
        database.jdbc.sql("update legs set state = 'PENDING' where onboarding = ?").param(onboarding).update();
        database.legs.standing(onboarding, List.of("leg"));
        work = run -> new Outcome.Done("acted on");
        assertThat(perform().orElseThrow().outcome()).isEqualTo(Outcome.Done.accountFound());
    }
}
