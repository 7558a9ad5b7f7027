package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.portolan.onboarding.Onboarding.Status;
import io.portolan.simulator.DemoTpp;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who we are, as clients of the API write it down. */
class TppsApiIT extends ApiStory {

    private static final String WHOLE = """
            {"id": "%s", "legalName": "Lantern Payments GmbH", "tradingName": "Lantern", "furtherTradingNames": ["Lantern Pay"], "legalForm": "GmbH", "country": "DE",
             "address": {"street": "Speicherstadt 7", "postalCode": "20457", "city": "Hamburg", "country": "DE"},
             "furtherAddresses": [{"label": "Invoices", "street": "Postfach 1", "postalCode": "20001", "city": "Hamburg", "country": "DE"}],
             "website": "https://lantern.example", "termsUrl": "https://lantern.example/terms", "privacyUrl": "https://lantern.example/privacy", "logo": "logo",
             "registerNumber": "HRB 100200", "vatNumber": "DE123456788", "lei": "529900T8BM49AURSDO55", "authority": "BaFin", "authorityId": "DE-BAFIN", "licenceNumber": "100200",
             "roles": ["PSP_AI", "PSP_PI"], "passportedTo": ["AT", "CZ"], "outboundAddresses": ["198.51.100.0/28"],
             "contacts": [{"kind": "banks", "firstName": "Ada", "lastName": "Lehmann", "eMail": "banks@lantern.example", "phone": "+49 40 123456", "until": "2027-01-31"}],
             "signatories": [{"firstName": "Grace", "lastName": "Petersen", "position": "Managing director", "power": "jointly"}],
             "applications": {"main": {"name": "Ledger", "description": "Shows accounts", "names": {"de": "Kontenbuch"}, "descriptions": {"de": "Zeigt Konten"}, "type": "Web application",
               "platform": "Web", "language": "Java", "redirectUris": {"live": ["https://lantern.example/cb"], "test": ["http://localhost:8080/cb"]}, "logo": "logo", "madeFor": "acme"}},
             "parties": {"acme": {"kind": "agent", "legalName": "Acme Ltd", "country": "DE", "authorisationNumber": "AG-7", "since": "2026-01-01"}}}
            """;

    private String added() {
        var id = "api-" + UUID.randomUUID().toString().substring(0, 8);
        var answer = operator.post(API + "tpps", WHOLE.formatted(id));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return id;
    }

    @Test
    void keepsAllThatBanksAskAndJournalsEachFieldThatChanges() throws JsonProcessingException {
        var id = added();
        var kept = (ObjectNode) ok(viewer.get(API + "tpps/" + id));
        var asked = (ObjectNode) new ObjectMapper().readTree(WHOLE.formatted(id));
        asked.fieldNames().forEachRemaining(field -> {
            if (!asked.get(field).isContainerNode()) {
                assertThat(kept.get(field)).as(field).isEqualTo(asked.get(field));
            }
        });
        assertThat(kept.at("/contacts/0/until").asText()).isEqualTo("2027-01-31");
        assertThat(kept.at("/applications/main/names/de").asText()).isEqualTo("Kontenbuch");
        assertThat(kept.at("/applications/main/madeFor").asText()).isEqualTo("acme");
        assertThat(kept.at("/signatories/0/power").asText()).isEqualTo("jointly");

        kept.put("lei", (String) null);
        kept.withArray("outboundAddresses").add("2001:db8::/48");
        var changed = operator.call("PUT", API + "tpps/" + id, kept.toString());
        assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
        problem(operator.call("PUT", API + "tpps/" + id, kept.toString()), 409, "tpp-changed-meanwhile");

        var changes = ok(viewer.get(API + "tpps/" + id + "/changes")).get("items");
        assertThat(changes).hasSize(3);
        assertThat(changes.get(1).get("actor").asText()).startsWith("token:");
        assertThat(changes.get(1).get("detail").asText()).isEqualTo("lei: \"529900T8BM49AURSDO55\" became nothing");
        assertThat(changes.get(2).get("detail").asText()).isEqualTo("outboundAddresses: \"198.51.100.0/28\" became \"198.51.100.0/28, 2001:db8::/48\"");
        assertThat(journal.verify("tpp:" + id).intact()).isTrue();
    }

    @Test
    void saysOfEachFieldWhatWouldBeRight() {
        var id = added();
        var answer = operator.call("PUT", API + "tpps/" + id, """
                {"id": "%s", "country": "Germany", "vatNumber": "DE123456789", "lei": "1", "contacts": [{"kind": "boss", "eMail": "nobody"}],
                 "applications": {"main": {"name": "A", "redirectUris": {"live": ["http://lantern.example/cb#a", "https://*.lantern.example/cb"]}}}}
                """.formatted(id));

        var fields = problem(answer, 422, "invalid-values").get("fields");
        assertThat(fields.properties()).extracting(Map.Entry::getKey).containsExactlyInAnyOrder("legalName", "country", "vatNumber", "lei", "contacts[0].kind", "contacts[0].eMail",
                "applications.main.redirectUris.live");
        assertThat(fields.get("vatNumber").asText()).contains("check digits");
        assertThat(fields.get("applications.main.redirectUris.live").asText()).contains("fragment", "wildcard", "such as https://example.com/callback");
        problem(operator.post(API + "tpps", "{\"id\": \"" + id + "\", \"legalName\": \"A\", \"country\": \"DE\"}"), 409, "tpp-exists");
        problem(operator.post(API + "tpps", "{\"id\": \"x1\", \"legalName\": \"A\", \"country\": \"DE\", \"lei\": \"1\"}"), 422, "invalid-tpp");
        problem(operator.post(API + "tpps", "{\"id\": \"x\", \"colour\": \"red\"}"), 400, "unknown-field");
        problem(viewer.post(API + "tpps", "{}"), 403, "not-permitted");
    }

    @Test
    void keepsDocumentsByWhatTheyAreWithTheirLastDay() {
        var id = added();
        var path = API + "tpps/" + id + "/documents/";
        var licence = DemoTpp.example().licence();

        var kept = ok(operator.upload("PUT", path + "licence", Map.of("kind", "licence", "expiresOn", "2999-12-31"), "file", "licence.pdf", licence));
        assertThat(kept.get("mediaType").asText()).isEqualTo("application/pdf");
        assertThat(kept.get("expiresOn").asText()).isEqualTo("2999-12-31");
        assertThat(ok(viewer.get(API + "tpps/" + id + "/documents")).get("items")).hasSize(1);
        var file = viewer.get(kept.get("href").asText());
        assertThat(file.bytes()).isEqualTo(licence);
        assertThat(file.header("Content-Disposition")).startsWith("attachment");

        var wrong = problem(operator.upload("PUT", path + "logo", Map.of("kind", "logo", "expiresOn", "2020-01-01"), "file", "logo.png", licence), 422, "invalid-document").get("fields");
        assertThat(wrong.get("file").asText()).contains("neither PNG nor JPEG nor SVG");
        assertThat(wrong.get("expiresOn").asText()).contains("2020-01-01");
        problem(operator.upload("PUT", path + "logo", Map.of("kind", "logo", "expiresOn", "soon"), "file", "logo.png", licence), 422, "invalid-document");
        assertThat(operator.call("DELETE", path + "licence", null).status()).isEqualTo(204);
        problem(viewer.get(path + "licence"), 404, "unknown-document");
        problem(operator.call("DELETE", path + "licence", null), 404, "unknown-document");
    }

    @Test
    void remembersForWhomARegistrationWasMade() {
        var tpp = aTpp();
        var kept = (ObjectNode) ok(viewer.get(API + "tpps/" + tpp));
        kept.putObject("parties").putObject("acme").put("kind", "customer").put("legalName", "Acme Ltd");
        ((ObjectNode) kept.at("/applications/main")).put("madeFor", "acme");
        assertThat(operator.call("PUT", API + "tpps/" + tpp, kept.toString()).status()).isEqualTo(200);

        var registration = awaitStatus(start(tpp, "AIS").id(), Status.DONE).registration();

        assertThat(ok(viewer.get(API + "registrations/" + registration)).get("madeFor").asText()).isEqualTo("acme");
        assertThat(admin().get("/registrations/" + registration).text()).contains("Made for", "acme");
    }
}
