package io.portolan.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DraftTest {

    private static final String EVIL = "Say \"yes\"\n- id: evil\n  stage: sign-up # {{tpp.vat-number}} \\ 'x' : & * \u2028 end";

    private final Playbook generic = SamplePlaybooks.READER.read("lu-small.yaml", GenericRoute.yaml(bank())).orThrow();

    private Draft.Added added = Draft.Added.NOTHING;

    private static KnownBank bank() {
        var named = new InMemoryNamedBanks();
        named.keep(new NewBank("lu-small", "Small \"Bank\": {{x}}", "LU", "https://portal.bank.example"), "user:ada");
        return named.find("lu-small").orElseThrow().known();
    }

    private Draft.Done done(String leg, Map<String, String> said, Set<String> credentials, List<String> notes, Duration waited) {
        return new Draft.Done(leg(leg), true, said, credentials, notes, waited);
    }

    private Leg leg(String id) {
        return generic.environments().get("sandbox").routes().get(0).leg(id).orElseThrow();
    }

    private String yaml(Draft.Done... legs) {
        return new Draft(generic, "sandbox", "what people recorded", LocalDate.of(2026, 11, 28), List.of(legs), added).yaml(SamplePlaybooks.READER);
    }

    private Draft.Done verified() {
        return done("verify-access", Map.of(), Set.of(), List.of(), null);
    }

    @Test
    void isReadAsAPlaybookWithTheLegsAsTheyWereDone() {
        var yaml = yaml(done("find-portal", Map.of("portal-url", "https://portal.bank.example/start", "portal-says", EVIL), Set.of(), List.of(EVIL), null),
                new Draft.Done(leg("subscribe"), false, Map.of(), Set.of(), List.of("It knows none."), null),
                done("approval", Map.of("approval-says", "Approved by phone."), Set.of(), List.of(), Duration.ofHours(75)),
                done("collect-credentials", Map.of("api-url", "https://api.bank.example:8443/v1"), Set.of("client-id", "client-secret"), List.of(), null), verified());

        var read = SamplePlaybooks.READER.read("lu-small.yaml", yaml);

        assertThat(read.problems()).as(yaml).isEmpty();
        var environment = read.orThrow().environments().get("sandbox");
        assertThat(environment.baseUrl()).isEqualTo("https://api.bank.example:8443/v1");
        assertThat(environment.hosts()).containsExactly("api.bank.example:8443");
        var legs = environment.routes().get(0).legs();
        assertThat(legs).extracting(Leg::id).containsExactly("find-portal", "approval", "collect-credentials", "verify-access");
        assertThat(legs.get(0).instruct()).contains("What it says a TPP has to do: Say \"yes\"", "- id: evil", "Noted: ").doesNotContain("{{");
        assertThat(((OperatorWork) legs.get(0).work()).links()).extracting(Template::written).containsExactly("https://portal.bank.example/start");
        assertThat(legs.get(1).waiting().forUpTo()).isEqualTo(new Span(4, Span.Unit.DAYS));
        assertThat(legs.get(2).captures().get("client-secret").secret()).isTrue();
        assertThat(legs.get(2).captures().keySet()).containsExactlyInAnyOrder("client-id", "client-secret");
        assertThat(yaml).contains("# To be decided", "# - \"Subscribe to the APIs\" was not needed; is it never? \"It knows none.\"", "needs.certificates")
                .doesNotContain("Where the API begins: base-url");
    }

    @Test
    void showsInLaterLegsTheCredentialsThatWereBroughtBackBefore() {
        var yaml = yaml(done("collect-credentials", Map.of(), Set.of("client-id", "api-key"), List.of(), null), verified());

        var legs = SamplePlaybooks.READER.read("lu-small.yaml", yaml).orThrow().environments().get("sandbox").routes().get(0).legs();
        assertThat(((OperatorWork) legs.get(0).work()).secrets()).as("what the leg itself brings").isEmpty();
        var work = (OperatorWork) legs.get(1).work();
        assertThat(work.secrets()).as("nothing that was not brought back").containsExactly(Map.entry("API key", new Template("{{captured.api-key}}")));
        assertThat(work.data()).containsExactly(Map.entry("Client id", new Template("{{captured.client-id}}")));
    }

    @Test
    void neverHoldsWhatLooksLikeASecret() {
        var key = "aB3dE5fG7hJ9kL2mN4pQ6rS8tU";

        var yaml = yaml(done("sign-up", Map.of("sign-up-asks", "We got " + key), Set.of(), List.of("the key " + key), null), verified());

        assertThat(yaml).doesNotContain(key).contains("looks like a secret");
        assertThat(SamplePlaybooks.READER.read("lu-small.yaml", yaml).problems()).isEmpty();
    }

    @Test
    void saysWhatIsOpenWhereLittleWasRecorded() {
        var yaml = yaml(done("sign-up", Map.of(), Set.of(), List.of(), Duration.ofSeconds(30)));

        assertThat(yaml).contains("# - Where the API begins: base-url and hosts of sandbox.", "Nothing was recorded of how this was done.", "{for: 1 minutes}");
    }

    @Test
    void takesOverWhomAndWhatOurPeopleHaveWrittenDown() {
        added = new Draft.Added(List.of(new Draft.Person("Support", new Playbook.Contact("Ms: Desk", "desk@bank.example", null, null, null)),
                new Draft.Person("Zertifikate & Co", new Playbook.Contact(null, null, "+352 1234567", "javascript:x", null))),
                List.of(new Draft.Noted(EVIL, LocalDate.of(2026, 11, 20))), List.of("contract.pdf"));

        var yaml = yaml(done("find-portal", Map.of("to-read", "See https://bank.example/guide.\nand no more"), Set.of(), List.of(), null),
                done("ask-support", Map.of("support-contact", "psd2@bank.example or https://bank.example/ask"), Set.of(), List.of(), null), verified());

        var read = SamplePlaybooks.READER.read("lu-small.yaml", yaml);
        assertThat(read.problems()).as(yaml).isEmpty();
        var contacts = read.orThrow().contacts();
        assertThat(contacts.keySet()).containsExactly("support", "support-2", "zertifikate-co");
        assertThat(contacts.get("support").eMail()).isEqualTo("psd2@bank.example");
        assertThat(contacts.get("support").url()).isEqualTo("https://bank.example/ask");
        assertThat(contacts.get("support-2").name()).isEqualTo("Ms: Desk");
        assertThat(contacts.get("zertifikate-co").url()).isNull();
        assertThat(read.orThrow().documents()).extracting(Playbook.Document::url).containsExactly("https://bank.example/guide");
        assertThat(read.orThrow().quirks()).singleElement().satisfies(quirk -> assertThat(quirk.what()).contains("Say \"yes\"", "- id: evil"));
        assertThat(yaml).contains("contract.pdf", "Which notes of our people are quirks");
    }
}
