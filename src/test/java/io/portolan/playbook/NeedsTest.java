package io.portolan.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NeedsTest {

    private static final String LEG = "- {id: a, stage: sign-up, title: A, by: operator, data: ['{{captured.client-id}}']}\n";

    @Test
    void putsALegThatWaitsForTheRegistrationElsewhereBeforeTheFirst() {
        var playbook = read("xx-small", "[{unit: xx-hub, environment: production, take: {client-id: client-id}}]", LEG).orThrow();

        var legs = playbook.environments().get("test").routes().get(0).legs();
        assertThat(legs).extracting(Leg::id).containsExactly("registered-at-xx-hub-production", "a");
        assertThat(legs.get(0).by()).isEqualTo(MeansName.REGISTRATION);
        assertThat(legs.get(0).captures()).containsOnlyKeys("client-id");
    }

    @Test
    void makesNoEnvironmentWaitForItself() {
        var playbook = read("xx-small", "[{unit: xx-small, environment: test}]", LEG.replace("captured.client-id", "tpp.lei")).orThrow();
        assertThat(playbook.environments().get("test").routes().get(0).legs()).extracting(Leg::id).containsExactly("a");
    }

    @Test
    void asksForACertificateOnlyWhereItSays() {
        var needed = certificates("[{kind: QWAC}, {kind: QSealC, only-for: [PIS]}, {kind: OBWAC, in: [test], routes: [default]}]").orThrow().needs().certificates();
        assertThat(needed.get(0).isFor("live", "other", Set.of(Service.AIS))).isTrue();
        assertThat(needed.get(1).isFor("test", "default", Set.of(Service.AIS))).isFalse();
        assertThat(needed.get(1).isFor("test", "default", Set.of(Service.AIS, Service.PIS))).isTrue();
        assertThat(needed.get(2).isFor("test", "default", Set.of(Service.AIS))).isTrue();
        assertThat(needed.get(2).isFor("live", "default", Set.of(Service.AIS))).isFalse();
        assertThat(needed.get(2).isFor("test", "other", Set.of(Service.AIS))).isFalse();
    }

    @Test
    void reportsWhereNoCertificateCanBeAskedFor() {
        assertThat(certificates("[{kind: QWAC, in: [tset]}]").problems()).singleElement().asString().contains("there is no environment \"tset\"", "test");
        assertThat(certificates("[{kind: QWAC, routes: [defualt]}]").problems()).singleElement().asString().contains("there is no route \"defualt\"", "default");
    }

    private static Reading certificates(String needed) {
        return SamplePlaybooks.READER.read("xx-small.yaml", SamplePlaybooks.withLegs("- {id: a, stage: sign-up, title: A, by: operator}\n")
                .replace("confidence: partial", "confidence: partial\nneeds: {certificates: " + needed + "}"));
    }

    @Test
    void reportsWhatCannotBe() {
        assertThat(read("xx-small", "[{unit: xx-hub, environment: production}]", LEG).problems())
                .singleElement().asString().contains("earlier leg that captures \"client-id\"");
        assertThat(read("xx-small", "[{unit: xx-hub, environment: production, take: {client-id: client-id}, in: [live]}]", LEG).problems())
                .anySatisfy(problem -> assertThat(problem.toString()).contains("there is no environment \"live\""));
        assertThat(read("xx-small", "[{unit: xx-small, environment: live}]", LEG.replace("captured.client-id", "tpp.lei")).problems())
                .singleElement().asString().contains("there is no environment \"live\"");
        assertThat(read("xx-small", "[]", LEG.replace("id: a", "id: registered-at-a").replace("captured.client-id", "tpp.lei")).problems())
                .singleElement().asString().contains("is made of needs.registrations");
        assertThat(read("xx-small", "[{unit: xx-hub, environment: production, take: {client-id: client-secret}}]", LEG).problems())
                .singleElement().asString().contains("is a secret and would be seen here");
    }

    @Test
    void waitsElsewhereInTheMiddleOfARouteToo() {
        var problems = read("xx-small", "[]", "- {id: a, stage: prerequisites, title: A, by: registration, unit: xx-hub, environment: production, take: {key: api-key}}\n"
                + "- {id: b, stage: register-client, title: B, by: api, repeat: safe, request: {method: GET, url: 'https://bank.example', headers: {Key: '{{captured.key}}'}}}\n").problems();
        assertThat(problems).isEmpty();
    }

    @Test
    void findsCirclesAndPlaybooksThatAreMissing() {
        var one = read("xx-one", "[{unit: xx-two, environment: test}]", LEG.replace("captured.client-id", "tpp.lei")).orThrow();
        var two = read("xx-two", "[{unit: xx-one, environment: test}]", LEG.replace("captured.client-id", "tpp.lei")).orThrow();
        var three = read("xx-three", "[{unit: xx-one, environment: live}, {unit: xx-twoo, environment: test}]", LEG.replace("captured.client-id", "tpp.lei")).orThrow();

        var across = new NeedsAcross(List.of(one, two, three));

        assertThat(across.circle(new NeedsAcross.Place("xx-one", "test"))).extracting(NeedsAcross.Place::bank)
                .containsExactly("xx-one", "xx-two", "xx-one");
        assertThat(across.circle(new NeedsAcross.Place("xx-three", "test"))).isEmpty();
        assertThat(across.problems()).extracting(Problem::toString).anySatisfy(text -> assertThat(text).startsWith("xx-one.yaml").contains("wait for each other"))
                .anySatisfy(text -> assertThat(text).contains("no environment \"live\""))
                .anySatisfy(text -> assertThat(text).contains("no playbook \"xx-twoo\"").contains("xx-two\""));
    }

    private static Reading read(String bank, String registrations, String legs) {
        var yaml = SamplePlaybooks.withLegs(legs).replace("bank: xx-small", "bank: " + bank)
                .replace("confidence: partial", "confidence: partial\nneeds: {registrations: " + registrations + "}")
                .replace("ask: {register-url: told by support}\n", "");
        return SamplePlaybooks.READER.read(bank + ".yaml", yaml);
    }
}
