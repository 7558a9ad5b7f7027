package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.access.Role;
import io.portolan.registration.Registration;
import io.portolan.registration.Registrations;
import io.portolan.vault.SecretName;
import io.portolan.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A person hands a file in, sees what would become of it, and has it taken in. */
class ImportsRegistrationsByPageIT extends ApiStory {

    private static final String PAGE = "/registrations/import";
    private static final Pattern FILE = Pattern.compile("name=\"file\" value=\"([0-9a-f-]{36})\"");

    @Autowired Registrations registrations;
    @Autowired Vault vault;

    private static byte[] csv(String tpp, String bank) {
        return ("tpp;bank;environment;services;live-since;means;client-secret\r\n" + tpp + ";" + bank + ";sandbox;AIS;2024-05-02;portal;kept-from-all-eyes\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private Visitor.Answer look(Visitor person, byte[] file) {
        return person.upload("POST", PAGE, Map.of("_csrf", person.csrf(PAGE)), "file", "registrations.csv", file);
    }

    private boolean isTaken(String tpp) {
        return !registrations.page(new Registrations.Filter(tpp, null, null), null, 10).items().isEmpty();
    }

    @Test
    void asksBeforeAnythingIsDoneAndLinksWhatWasTakenIn() {
        var tpp = aTpp();
        var person = admin();

        var looked = look(person, csv(tpp, "xx-quay"));

        assertThat(looked.status()).isEqualTo(200);
        assertThat(looked.text()).contains("The file is fine", "1 to be taken in", "Take the registration in", "Quay Bank").doesNotContain("kept-from-all-eyes");
        assertThat(isTaken(tpp)).isFalse();
        var found = FILE.matcher(looked.text());
        assertThat(found.find()).isTrue();
        var file = found.group(1);
        assertThat(vault.holds(SecretName.of("adoption-file", file))).isTrue();
        assertThat(operator.form(PAGE + "/confirmation", Map.of("file", file)).status()).as("somebody else's").isEqualTo(422);
        assertThat(isTaken(tpp)).isFalse();

        assertThat(person.submit(PAGE, PAGE + "/confirmation", Map.of("file", file)).status()).isEqualTo(302);

        var taken = registrations.page(new Registrations.Filter(tpp, null, null), null, 10).items();
        assertThat(taken).singleElement().satisfies(registration -> assertThat(registration.method()).isEqualTo(Registration.Method.ADOPTED));
        assertThat(person.get(PAGE).text()).contains("1 taken in", "/registrations/" + taken.get(0).id()).doesNotContain("kept-from-all-eyes");
        assertThat(person.get("/registrations/" + taken.get(0).id()).text()).contains("2024-05-02", "by portal", "Taken in by").doesNotContain("kept-from-all-eyes");
        assertThat(vault.holds(SecretName.of("adoption-file", file))).isFalse();
        var twice = person.submit(PAGE, PAGE + "/confirmation", Map.of("file", file));
        assertThat(twice.status()).isEqualTo(422);
        assertThat(twice.text()).contains("This file is not here any more");
        assertThat(look(person, csv(tpp, "xx-quay")).text()).contains("0 to be taken in, 1 here already", "There is nothing to do");
    }

    @Test
    void saysWhatIsWrongInATable() {
        var tpp = aTpp();
        var person = admin();

        var looked = look(person, csv(tpp, "xx-quya"));

        assertThat(looked.status()).isEqualTo(422);
        assertThat(looked.text()).contains("Nothing was taken in", "There is no bank xx-quya.", "Did you mean xx-quay?").doesNotContain("kept-from-all-eyes");
        assertThat(look(person, new byte[0]).text()).contains("Choose a file.");
        assertThat(isTaken(tpp)).isFalse();
    }

    @Test
    void takesACredentialThatWasNotBroughtAlong() {
        var tpp = aTpp();
        var person = admin();
        var given = person.upload("POST", PAGE, Map.of("_csrf", person.csrf(PAGE)), "file", "registrations.csv", csv(tpp, "xx-quay")).text();
        var file = FILE.matcher(given);
        assertThat(file.find()).isTrue();
        person.submit(PAGE, PAGE + "/confirmation", Map.of("file", file.group(1)));
        var page = "/registrations/" + registrations.page(new Registrations.Filter(tpp, null, null), null, 10).items().get(0).id();

        assertThat(person.submit(page, page + "/credentials", Map.of("kind", "api-key", "value", "handed-in-by-hand", "expires", "2031-05-02")).status()).isEqualTo(302);
        assertThat(person.get(page).text()).contains("Kept: api-key.", "in the vault").doesNotContain("handed-in-by-hand");
        assertThat(ok(viewer.get(API + page.substring(1) + "/credentials")).get("items")).filteredOn(each -> each.get("name").asText().equals("api-key")).singleElement()
                .satisfies(each -> assertThat(each.get("expires").asText()).as("that day is whole, by the clocks of our people").isEqualTo("2031-05-02T22:00:00Z"));
        person.submit(page, page + "/credentials", Map.of("kind", "client-id", "name", "Client ID", "value", "c-4711", "expires", "2032-01-31", "reason", "They have <sent> it."));
        assertThat(person.get(page).text()).contains("lower-case letters, digits and hyphens", "value=\"Client ID\"", "value=\"2032-01-31\"", "value=\"They have &lt;sent&gt; it.\"").doesNotContain("c-4711");
        person.submit(page, page + "/credentials", Map.of("kind", "client-id"));
        assertThat(person.get(page).text()).contains("Enter its value.");
        assertThat(viewer.get(page).text()).contains("api-key").doesNotContain("Hand a credential in");
    }

    @Test
    void describesTheColumnsAndHandsAnExampleOut() {
        assertThat(viewer.get(PAGE).text()).contains("account-password", "goes to the vault", "The id of the bank.").doesNotContain("Look it through");
        var example = viewer.get(PAGE + "/example.csv");
        assertThat(example.header("Content-Type")).startsWith("text/csv");
        assertThat(example.text()).startsWith("tpp,bank,branch,environment");
        assertThat(viewer.get("/registrations").text()).contains("href=\"/registrations/import\"");
        assertThat(holding(Role.VIEWER).upload(PAGE, "file", "registrations.csv", csv("x", "y")).status()).isEqualTo(403);
    }
}
