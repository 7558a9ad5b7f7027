package io.portolan.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

class ByHandTest {

    private static final PlaybookReader READER = new PlaybookReader(Clock.systemUTC());

    private static Environment example(String automation) {
        var text = SamplePlaybooks.exampleText().replace("automation: permitted", "automation: " + automation);
        var reading = READER.read("xx-example.yaml", text);
        assertThat(reading.problems()).isEmpty();
        return reading.playbook().orElseThrow().environments().get("production");
    }

    private static Leg leg(Environment environment, String id) {
        return environment.routes().get(0).leg(id).orElseThrow();
    }

    @Test
    void leavesAPortalToPeopleWhereItsTermsForbidAutomation() {
        assertThat(example("forbidden").routes().get(0).legs()).extracting(Leg::by).doesNotContain(MeansName.PORTAL);
        assertThat(example("unknown").routes().get(0).legs()).extracting(Leg::by).contains(MeansName.PORTAL);
    }

    @Test
    void tellsThePersonEachStepWithOurDataToCopy() {
        var create = leg(example("forbidden"), "create-application");
        assertThat(create.instruct()).startsWith("In the portal choose Applications, then New application.")
                .contains("1. Log in to the portal \"example-developer\", which is among the links.")
                .contains("Type the value of \"Name\" into the field \"Name\".")
                .contains("Hand in our file \"Logo\" at the field \"Logo\".")
                .contains("Tick the field \"Payments API\". (Only for PIS.)")
                .contains("This cannot be taken back: press it once only.");
        var work = (OperatorWork) create.work();
        assertThat(work.links()).extracting(Template::written).containsExactly("{{environment.base-url}}/login", "{{environment.base-url}}/applications/new");
        assertThat(work.data()).containsEntry("Name", new Template("{{application.name}}")).containsEntry("Tariff", new Template("{{ask.tariff}}"));
        assertThat(work.files()).containsEntry("Logo", new Template("{{application.logo}}"));
        assertThat(work.thenWait()).isFalse();
        assertThat(create.repeat()).isEqualTo(Repeat.SAFE);
    }

    @Test
    void showsNoPasswordAndAsksForWhatIsToBeBroughtBack() {
        var signUp = leg(example("forbidden"), "sign-up");
        assertThat(signUp.instruct()).contains("Type the password of the portal account into the field \"Password\".");
        assertThat(((OperatorWork) signUp.work()).data().values()).noneMatch(template -> template.places().contains(Places.PASSWORD));
        var collect = leg(example("forbidden"), "collect-credentials");
        assertThat(collect.instruct()).contains("it is asked for below as \"Client ID\"").contains("Bring back: Client ID, Client secret.");
        assertThat(collect.captures()).containsKeys("client-id", "client-secret");
    }

    @Test
    void waitsForTheBankWhereThePortalShowedThatItHasToDecide() {
        var approval = leg(example("forbidden"), "approval");
        assertThat(((OperatorWork) approval.work()).thenWait()).isTrue();
        assertThat(approval.waiting()).isNotNull();
        assertThat(approval.onRejected()).isEqualTo(new OnRejected("create-application"));
    }

    @Test
    void leavesLegsOfOtherMeansAsTheyAre() {
        var mail = leg(example("permitted"), "receive-mail");
        assertThat(ByHand.leg(mail, example("permitted"))).isSameAs(mail);
    }

    @Test
    void tellsTwoFieldsOfTheSameNameApart() {
        var target = new Target(new Template("Code"), null, null, null, null, List.of(), null);
        var work = new PortalWork(List.of(new Step.Fill(target, new Template("{{tpp.country}}"), null),
                new Step.Fill(target, new Template("{{tpp.vat-number}}"), null), new Step.Fill(target, new Template("{{tpp.country}}"), null)),
                List.of(), List.of(), false, List.of(), List.of());
        var leg = new Leg("leg", Stage.SIGN_UP, "A leg", null, null, java.util.Set.of(), new Signs(List.of(), List.of(), List.of(), List.of()),
                java.util.Map.of(), null, null, null, null, work);
        assertThat(((OperatorWork) ByHand.leg(leg, example("permitted")).work()).data()).containsOnlyKeys("Code", "Code (2)");
    }
}
