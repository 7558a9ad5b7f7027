package io.portolan.tpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.portolan.refusal.Refused;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileRulesTest {

    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void takesAProfileWithNothingWrong() {
        assertThatCode(() -> ProfileRules.check(SampleTpp.lantern())).doesNotThrowAnyException();
    }

    @Test
    void takesAProfileThatOnlyHasAName() {
        var bare = new TppProfile("Lantern", null, null, null, null, null, null, null, null, null, null, null, null, null, null);

        assertThatCode(() -> ProfileRules.check(new Tpp("lantern", bare))).doesNotThrowAnyException();
    }

    @Test
    void namesEveryFieldThatIsWrong() {
        var about = problems(SampleTpp.profile("XX", "DE12", "529900T8BM49AURSDO56", "nobody", URI.create("http://a.example/#x")));

        assertThat(about).containsOnlyKeys("country", "vatNumber", "lei", "contacts[0].eMail",
                "applications.main.redirectUris.live");
        assertThat(about.get("country")).contains("ISO 3166-1").contains("XX");
    }

    @Test
    void refusesAnIdThatCannotStandInAnAddress() {
        assertThat(catchThrowableOfType(Refused.class, () -> ProfileRules.check(new Tpp("Lantern Payments", SampleTpp.lantern().profile()))).about()).containsOnlyKeys("id");
        assertThat(catchThrowableOfType(Refused.class, () -> ProfileRules.check(new Tpp("new", SampleTpp.lantern().profile()))).about()).containsOnlyKeys("id");
    }

    @Test
    void readsADraftAsItWasWritten() {
        var draft = TppDraft.of(SampleTpp.lantern(), 3L);

        assertThat(draft.read()).isEqualTo(SampleTpp.lantern());
        assertThat(draft.version()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "contacts[0].kind | {\"contacts\": [{\"kind\": \"boss\", \"eMail\": \"a@b.example\"}]} | banks, business, technical, incident",
        "contacts[0].kind | {\"contacts\": [{\"eMail\": \"a@b.example\"}]} | is missing",
        "contacts[0].eMail | {\"contacts\": [{\"kind\": \"banks\"}]} | can be reached",
        "contacts[1].until | {\"contacts\": [{\"kind\": \"banks\", \"eMail\": \"a@b.example\"}, {\"kind\": \"banks\", \"eMail\": \"a@b.example\", \"until\": \"31.1.2027\"}]} | 2027-03-31",
        "contacts[0].phone | {\"contacts\": [{\"kind\": \"banks\", \"phone\": \"call me\"}]} | +49 40 123456",
        "signatories[0].power | {\"signatories\": [{\"lastName\": \"Roe\"}]} | alone or jointly",
        "signatories[0].lastName | {\"signatories\": [{\"power\": \"alone\"}]} | last name",
        "roles | {\"roles\": [\"PSP_XX\"]} | PSP_AS, PSP_PI, PSP_AI, PSP_IC",
        "passportedTo | {\"passportedTo\": [\"ZZ\"]} | ISO 3166-1",
        "passportedTo | {\"passportedTo\": [\"DE\"]} | country of the licence itself",
        "authorityId | {\"authorityId\": \"BaFin\"} | DE-BAFIN",
        "authorityId | {\"authorityId\": \"ZZ-BAFIN\"} | no country",
        "website | {\"website\": \"lantern.example\"} | whole",
        "termsUrl | {\"termsUrl\": \"http://lantern.example/terms\"} | https",
        "outboundAddresses | {\"outboundAddresses\": [\"198.51.100.1/28\"]} | does not begin its range",
        "furtherAddresses[0].label | {\"furtherAddresses\": [{\"city\": \"Kiel\"}]} | Invoices",
        "furtherAddresses[0].country | {\"furtherAddresses\": [{\"label\": \"a\", \"country\": \"Germany\"}]} | two capital letters",
        "applications.main.name | {\"applications\": {\"main\": {}}} | has no name",
        "applications.Main | {\"applications\": {\"Main\": {\"name\": \"A\"}}} | lower-case letters",
        "applications.main.names | {\"applications\": {\"main\": {\"name\": \"A\", \"names\": {\"deutsch\": \"B\"}}}} | ISO 639-1",
        "applications.main.madeFor | {\"applications\": {\"main\": {\"name\": \"A\", \"madeFor\": \"nobody\"}}} | no agent or customer",
        "applications.main.redirectUris.live | {\"applications\": {\"main\": {\"name\": \"A\", \"redirectUris\": {\"live\": [\"https://a.example/{x}\"]}}}} | characters that no address has",
        "applications.main.redirectUris.prod | {\"applications\": {\"main\": {\"name\": \"A\", \"redirectUris\": {\"prod\": [\"https://a.example/x\"]}}}} | for test, for live",
        "parties.acme.kind | {\"parties\": {\"acme\": {\"legalName\": \"A\"}}} | agent or a customer",
        "parties.acme.until | {\"parties\": {\"acme\": {\"kind\": \"agent\", \"legalName\": \"A\", \"since\": \"2026-02-01\", \"until\": \"2026-01-01\"}}} | not before the first",
    })
    void saysBesideTheFieldWhatWouldBeRight(String field, String written, String says) throws JsonProcessingException {
        var whole = (ObjectNode) JSON.readTree("{\"id\": \"lantern\", \"legalName\": \"Lantern\", \"country\": \"DE\"}");
        whole.setAll((ObjectNode) JSON.readTree(written));
        var draft = JSON.treeToValue(whole, TppDraft.class);

        var refused = catchThrowableOfType(Refused.class, draft::read);

        assertThat(refused.about()).containsOnlyKeys(field);
        assertThat(refused.about().get(field)).contains(says);
    }

    @Test
    void tellsAtOnceAllThatIsWrong() throws JsonProcessingException {
        var draft = JSON.readValue("{\"id\": \"X\", \"contacts\": [{\"kind\": \"boss\", \"until\": \"soon\"}], \"lei\": \"1\"}", TppDraft.class);

        assertThat(catchThrowableOfType(Refused.class, draft::read).about())
                .containsOnlyKeys("id", "legalName", "country", "contacts[0].kind", "contacts[0].until", "contacts[0].eMail", "lei");
    }

    @Test
    void givesBanksNobodyWhoHasLeft() {
        var banks = TppProfile.Contact.Kind.BANKS;
        var last = LocalDate.of(2026, 12, 31);
        var leaving = new TppProfile.Contact(banks, "Ada", "Lehmann", "ada@lantern.example", null, last);
        var staying = new TppProfile.Contact(TppProfile.Contact.Kind.TECHNICAL, "Bob", "Roe", "bob@lantern.example", null);
        var profile = new TppProfile("Lantern", null, null, "DE", null, null, null, null, null, null, null, null, null, List.of(leaving, staying), null);

        assertThat(profile.contact(banks, last)).contains(leaving);
        assertThat(profile.contact(banks, last.plusDays(1))).contains(staying);
    }

    @Test
    void checksTheLastTwoDigitsOfAnLei() {
        assertThat(Lei.isValid("529900T8BM49AURSDO55")).isTrue();
        assertThat(Lei.isValid("529900T8BM49AURSDO45")).isFalse();
        assertThat(Lei.isValid("529900T8BM49AURSD055")).isFalse();
        assertThat(Lei.isValid("529900")).isFalse();
    }

    private static Map<String, String> problems(TppProfile profile) {
        var refused = catchThrowableOfType(Refused.class, () -> ProfileRules.check(new Tpp("lantern", profile)));
        assertThat(refused.code()).isEqualTo("invalid-tpp");
        return refused.about();
    }
}
