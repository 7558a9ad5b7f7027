package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.simulator.DemoTpp;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Who we are, as people write it down on a page. */
class TppsPagesIT extends ApiStory {

    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d*)\"");

    @Test
    void addsATppAndSaysBesideEachFieldWhatIsWrong() {
        var person = admin();
        var id = "page-" + UUID.randomUUID().toString().substring(0, 8);
        var form = new HashMap<>(Map.of("id", id, "legalName", "Beacon GmbH", "country", "DE", "vatNumber", "DE1", "contacts[0].kind", "banks", "contacts[0].eMail", "ada",
                "applications[0].label", "main", "applications[0].name", "Beacon", "applications[0].redirectUris.live", "http://beacon.example/cb", "contacts[1].kind", ""));

        var wrong = person.submit("/tpps/new", "/tpps", form);

        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("Nothing was kept yet", "href=\"#f-vatNumber\"", "href=\"#f-contacts-0-eMail\"", "href=\"#f-applications-0-redirectUris-live\"",
                "&quot;DE1&quot; does not have the form of its country: DE and 9 digits", "is no e-mail address: one alone", "http://beacon.example/cb is not with https", "Beacon GmbH")
                .containsPattern("id=\"f-vatNumber\"[^>]*aria-invalid=\"true\"").containsPattern("id=\"f-vatNumber\"[^>]*aria-describedby=\"f-vatNumber-hint\"");
        assertThat(person.get("/tpps/" + id).status()).isEqualTo(404);

        form.putAll(Map.of("vatNumber", "DE123456788", "contacts[0].eMail", "ada@beacon.example", "applications[0].redirectUris.live", "https://beacon.example/cb"));
        assertThat(person.submit("/tpps/new", "/tpps", form).status()).isEqualTo(302);
        assertThat(person.get("/tpps/" + id).text()).contains("Beacon GmbH", "DE123456788", "https://beacon.example/cb", "ada@beacon.example", "TPP added", "by", "admin");
        assertThat(person.get("/tpps").text()).contains("Beacon GmbH");
        assertThat(person.submit("/tpps/new", "/tpps", form).status()).isEqualTo(409);
    }

    @Test
    void addsAndTakesAwayRowsBeforeAnythingIsKept() {
        var person = admin();
        var page = "/tpps/" + aTpp() + "/edit";
        var typed = Map.of("legalName", "Typed only", "contacts[0].eMail", "a@b.example", "add", "contacts");

        var more = person.submit(page, page.replace("/edit", ""), typed);

        assertThat(more.status()).isEqualTo(200);
        assertThat(more.text()).contains("Typed only", "Contact 2", "a@b.example").containsPattern("id=\"f-contacts-1-kind\"[^>]*autofocus");
        var less = person.submit(page, page.replace("/edit", ""), Map.of("contacts[0].eMail", "a@b.example", "contacts[1].eMail", "c@d.example", "drop", "contacts[0]"));
        assertThat(less.text()).contains("Contact 1", "c@d.example").doesNotContain("Contact 2", "a@b.example").containsPattern("id=\"add-contacts\"[^>]*autofocus");
        assertThat(person.get(page).text()).doesNotContain("Typed only");
    }

    @Test
    void losesNoChangeOfSomebodyElse() {
        var person = admin();
        var tpp = aTpp();
        var found = VERSION.matcher(person.get("/tpps/" + tpp + "/edit").text());
        assertThat(found.find()).isTrue();
        var form = new HashMap<>(Map.of("version", found.group(1), "legalName", "First", "country", "DE"));
        assertThat(person.submit("/tpps/" + tpp + "/edit", "/tpps/" + tpp, form).status()).isEqualTo(302);

        form.put("legalName", "Second");
        var refused = person.submit("/tpps/" + tpp + "/edit", "/tpps/" + tpp, form);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("Somebody else has changed", "Second");
        assertThat(person.get("/tpps/" + tpp).text()).contains("First", "legalName: &quot;Example TPP " + tpp + "&quot; became &quot;First&quot;").doesNotContain("Second");
    }

    @Test
    void keepsAndShowsDocuments() {
        var person = admin();
        var tpp = aTpp();
        var page = "/tpps/" + tpp;
        var csrf = person.csrf(page);

        var wrong = person.upload("POST", page + "/documents", Map.of("_csrf", csrf, "name", "Logo!", "kind", "LOGO"), "file", "logo.png", DemoTpp.example().licence());
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("It cannot be kept", "href=\"#document-file\"", "neither PNG nor JPEG nor SVG", "href=\"#document-name\"");

        assertThat(person.upload("POST", page + "/documents", Map.of("_csrf", csrf, "name", "logo", "kind", "LOGO"), "file", "lantern.png", DemoTpp.example().logo()).status()).isEqualTo(302);
        assertThat(person.upload("POST", page + "/documents", Map.of("_csrf", csrf, "name", "licence", "kind", "LICENCE", "expiresOn", "2999-12-31"), "file", "licence.pdf",
                DemoTpp.example().licence()).status()).isEqualTo(302);
        assertThat(person.get(page).text()).contains("lantern.png", "image/png", "licence.pdf", "2999-12-31", "Good", page + "/documents/logo/picture");
        assertThat(person.get(page + "/documents/logo/picture").header("Content-Security-Policy")).startsWith("sandbox");
        assertThat(person.get(page + "/documents/licence").header("Content-Disposition")).startsWith("attachment");
        assertThat(person.get(page + "/documents/licence/picture").status()).isEqualTo(404);

        assertThat(person.submit(page, page + "/documents/licence/removal", Map.of()).status()).isEqualTo(302);
        assertThat(person.get(page).text()).contains("TPP document removed").doesNotContain("licence.pdf</a>");
    }
}
