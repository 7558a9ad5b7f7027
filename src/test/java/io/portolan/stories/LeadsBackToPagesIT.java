package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.access.Role;
import java.util.TreeSet;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** Addresses that are no page: those of forms lead to the page that they are of, and what is not there is told with all links still at hand. */
class LeadsBackToPagesIT extends ApiStory {

    private final RouteTable table = RouteTable.read();

    @Test
    void leadsFromTheAddressOfAFormToAPage() {
        var person = admin();
        var wrong = new TreeSet<String>();
        for (var line : table.lines()) {
            var address = line.address();
            if (!line.method().equals("POST") || address.startsWith(API) || address.startsWith("/sign-") || table.of("GET", address).isPresent()) {
                continue;
            }
            var answer = person.get(address, "Accept", "text/html");
            var page = answer.status() == 302 ? answer.header("Location").replace("http://localhost:" + port, "") : "";
            if (page.isEmpty() || table.of("GET", page).isEmpty()) {
                wrong.add(line.route() + " leads to " + answer.status() + " " + page);
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void saysThatARoleMayNotOpenAPageAndNothingOfForms() {
        var name = "looks-on-" + UUID.randomUUID();
        var made = holding(Role.ADMIN).post(API + "users", "{\"name\": \"" + name + "\", \"roles\": [\"viewer\"]}", "Idempotency-Key", UUID.randomUUID().toString());
        var person = Visitor.signedIn(port, name, made.json().get("password").asText());
        var refused = person.get("/access/users", "Accept", "text/html");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text()).contains("Your role does not let you open this page").doesNotContain("open for too long");
    }

    @Test
    void showsAllLinksWhereThereIsNothing() {
        var person = admin();
        var nowhere = Jsoup.parse(person.get("/nowhere", "Accept", "text/html").text());

        assertThat(nowhere.select("h1").text()).isEqualTo("There is nothing here");
        assertThat(nowhere.select("header a").eachText()).contains("Journal", "Settings");
        assertThat(nowhere.select("header a").eachAttr("href")).containsAll(Jsoup.parse(person.get("/tpps").text()).select("header a").eachAttr("href"));
    }
}
