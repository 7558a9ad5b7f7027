package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.portolan.account.PortalAccounts;
import io.portolan.registration.Registrations;
import io.portolan.stories.Visitor.Answer;
import io.portolan.tpp.Tpp;
import io.portolan.tpp.TppProfile;
import io.portolan.vault.SecretName;
import io.portolan.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is told twice, or of what is known already: nothing of it is lost in silence, and nothing fails because it has aged. */
class ImportsRegistrationsAgainIT extends ApiStory {

    private static final String IMPORT = API + "registrations/import";
    private static final String HEADER = "tpp,bank,environment,application,services,certificates,redirect-uris,account-login,account-password,account-totp,account-owner,client-secret,prove\n";
    private static final String SEED = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    @Autowired Registrations registrations;
    @Autowired PortalAccounts accounts;
    @Autowired Vault vault;

    private Answer send(String lines) {
        return operator.send(IMPORT, "text/csv", (HEADER + lines).getBytes(StandardCharsets.UTF_8));
    }

    private Answer tried(String lines) {
        return operator.send(IMPORT + "?dry-run=true", "text/csv", (HEADER + lines).getBytes(StandardCharsets.UTF_8));
    }

    private static String line(String tpp, String bank, String certificate, String account) {
        return tpp + "," + bank + ",sandbox,main,AIS," + certificate + ",https://tpp.example/callback," + account + ",secret-1,no\n";
    }

    private static String notes(JsonNode answer, int item) {
        return answer.at("/items/" + item + "/notes").toString();
    }

    private String held(SecretName name) {
        try (var secret = vault.reveal(name, Vault.Purpose.leg("story", "story")).orElseThrow()) {
            return secret.reveal(CharSequence::toString);
        }
    }

    @Test
    void findsWhatItTookInThoughItsCertificateIsUsedNoMore() {
        var tpp = aTpp();
        var qwac = certificates.of(tpp).get(0).id();
        var id = ok(send(line(tpp, "xx-quay", qwac, ",,,"))).at("/items/0/registration").asText();
        certificates.retire(qwac, "It has aged.", "user:story");

        var again = ok(send(line(tpp, "xx-quay", qwac, ",,,")));

        assertThat(again.get("taken").asInt()).isZero();
        assertThat(again.at("/items/0/registration").asText()).isEqualTo(id);
    }

    @Test
    void takesInAnAccountThatWasNotToldBefore() {
        var tpp = aTpp();
        ok(send(line(tpp, "xx-quay", "", ",,,")));
        var later = line(tpp, "xx-quay", "", tpp + "@tpp.example,pass-word-1," + SEED + ",Ada Example");

        var trial = ok(tried(later));
        assertThat(trial.at("/items/0/outcome").asText()).isEqualTo("there");
        assertThat(notes(trial, 0)).contains("quay-portal", "taken in");
        assertThat(accounts.of(tpp)).isEmpty();
        assertThat(notes(ok(send(later)), 0)).contains("quay-portal", "taken in");

        assertThat(accounts.of(tpp)).singleElement().satisfies(account -> {
            assertThat(account.login()).isEqualTo(tpp + "@tpp.example");
            assertThat(account.owner()).isEqualTo("Ada Example");
            assertThat(held(account.password())).isEqualTo("pass-word-1");
            assertThat(held(account.secondFactor())).isEqualTo(SEED);
        });
    }

    @Test
    void offersToTakeInAnAccountByThePage() {
        var tpp = aTpp();
        ok(send(line(tpp, "xx-quay", "", ",,,")));
        var person = admin();
        var file = (HEADER + line(tpp, "xx-quay", "", tpp + "@tpp.example,pass-word-1,,")).getBytes(StandardCharsets.UTF_8);
        var looked = person.upload("POST", "/registrations/import", Map.of("_csrf", person.csrf("/registrations/import")), "file", "registrations.csv", file).text();
        assertThat(looked).doesNotContain("There is nothing to do");
        var found = Pattern.compile("name=\"file\" value=\"([0-9a-f-]{36})\"").matcher(looked);
        assertThat(found.find()).isTrue();
        person.submit("/registrations/import", "/registrations/import/confirmation", Map.of("file", found.group(1)));
        assertThat(accounts.of(tpp)).hasSize(1);
    }

    @Test
    void saysWhatOfAnAccountItDidNotTakeIn() {
        var tpp = aTpp();
        var known = tpp + "@tpp.example,pass-word-1,,";
        ok(send(line(tpp, "xx-quay", "", known)));
        var seed = line(tpp, "xx-quay", "", tpp + "@tpp.example,pass-word-2," + SEED + ",Grace Example");

        var there = ok(send(seed));
        assertThat(notes(there, 0)).contains("known already", "account-password", "account-totp", "account-owner").doesNotContain("pass-word-2", SEED);
        assertThat(held(accounts.of(tpp).get(0).password())).isEqualTo("pass-word-1");
        var elsewhere = ok(send(line(tpp, "xx-quay", "", "else@tpp.example,pass-word-3,,")));
        assertThat(elsewhere.at("/items/0/outcome").asText()).isEqualTo("there");
        assertThat(notes(elsewhere, 0)).contains("another log-in").doesNotContain("pass-word-3");
    }

    @Test
    void putsTogetherWhatLinesTellOfOneAccount() {
        var one = aTpp();
        var first = line(one, "xx-quay", "", one + "@tpp.example,pass-word-1,,Ada Example");
        var second = line(one, "xx-quay", "", one + "@tpp.example,," + SEED + ",Grace Example").replace(",sandbox,main,", ",sandbox,second,");
        tpps.save(withSecondApplication(one), "user:story");

        var taken = ok(send(first + second));

        assertThat(accounts.of(one)).singleElement().satisfies(account -> {
            assertThat(held(account.password())).isEqualTo("pass-word-1");
            assertThat(account.secondFactor()).isNotNull();
            assertThat(account.owner()).isEqualTo("Ada Example");
        });
        assertThat(notes(taken, 1)).contains("account-owner", "line 2");
    }

    private Tpp withSecondApplication(String tpp) {
        var profile = tpps.find(tpp).orElseThrow().profile();
        var applications = new LinkedHashMap<>(profile.applications());
        applications.put("second", applications.get("main"));
        return new Tpp(tpp, new TppProfile(profile.legalName(), profile.tradingName(), profile.legalForm(), profile.country(), profile.address(), profile.website(),
                profile.registerNumber(), profile.vatNumber(), profile.lei(), profile.authority(), profile.licenceNumber(), profile.roles(), profile.passportedTo(),
                profile.contacts(), applications, profile.details()));
    }

    @Test
    void knowsWhereOursIsInUseThoughNoProofHasBegun() {
        var tpp = aTpp();
        var qwac = certificates.of(tpp).get(0).id();

        var id = ok(send(line(tpp, "xx-quay", qwac, ",,,"))).at("/items/0/registration").asText();

        assertThat(ok(viewer.get(API + "tpps/" + tpp + "/certificates/" + qwac + "/uses")).at("/items/0/registration").asText()).isEqualTo(id);
        assertThat(ok(viewer.get(API + "tpps/" + tpp + "/redirect-uri-uses?uri=https://tpp.example/callback")).at("/items/0/registration").asText()).isEqualTo(id);
        assertThat(viewer.get("/certificates/" + qwac).text()).contains("/registrations/" + id);
        assertThat(viewer.get("/redirect-uris?tpp=" + tpp).text()).contains("/registrations/" + id);
    }

    @Test
    void takesAsMuchAsItPromisesWithAKeyAndWithout() {
        var large = HEADER + (("x".repeat(20) + ",xx-quay,sandbox,main,AIS,,,," + "y".repeat(15_000) + ",,,,\n")).repeat(400);
        var tooLarge = "x".repeat(10 * 1024 * 1024 + 1).getBytes(StandardCharsets.UTF_8);
        var far = "x".repeat(30 * 1024 * 1024).getBytes(StandardCharsets.UTF_8);
        for (var headers : new String[][] {{}, {"Idempotency-Key", UUID.randomUUID().toString()}}) {
            problem(operator.send(IMPORT + "?dry-run=true", "text/csv", large.getBytes(StandardCharsets.UTF_8), headers), 422, "import-not-taken");
            assertThat(problem(operator.send(IMPORT, "text/csv", tooLarge, headers), 413, "body-too-large").get("detail").asText()).contains("10 MB");
            problem(operator.send(IMPORT, "text/csv", far, headers), 413, "body-too-large");
        }
    }
}
