package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.certificate.Certificate;
import io.portolan.certificate.IdentityUses;
import io.portolan.onboarding.Onboarding.Status;
import io.portolan.simulator.DemoAuthority;
import io.portolan.simulator.DemoTpp;
import java.net.URI;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Certificates as operators see, take in, request and choose them. */
class CertificatesPagesIT extends ApiStory {

    @Autowired IdentityUses uses;

    @Test
    void takesInACertificateAndShowsWhatIsOddAboutIt() {
        var tpp = aTpp();
        var person = admin();
        var issued = DemoAuthority.create("Page CA", Clock.systemUTC()).qwac(DemoTpp.numbered(77));
        var form = Map.of("tpp", tpp, "environment", "test", "kind", "", "label", "From the page", "chain", issued.chainPem(), "key", issued.keyPem());

        var wrong = person.submit("/certificates", "/certificates", Map.of("tpp", tpp, "environment", "live", "label", "From the page", "chain", issued.chainPem()));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("It cannot be taken in:", "neither name nor number is that of this TPP", "From the page");

        var taken = person.submit("/certificates", "/certificates", form);
        assertThat(taken.status()).as(taken.text()).isEqualTo(302);
        var page = person.get(path(taken)).text();
        assertThat(page).contains("From the page", "Findings", "ETSI TS 119 495, clause 5.2.1", "PSDDE-BAFIN-200077", "in the vault", "No bank has seen it yet")
                .doesNotContain("PRIVATE KEY");
        assertThat(person.get("/certificates?tpp=" + tpp).text()).contains("From the page", "RSA 2048", "Ends", "class=\"validity-bar\"", "aria-label=\"From ").doesNotContain("PRIVATE KEY");
        assertThat(person.submit("/certificates", "/certificates", form).status()).isEqualTo(409);
    }

    @Test
    void takesInWhatABankHandsOutForAnEnvironmentWhereNoOtherIsUsed() {
        var tpp = aTpp();
        var person = admin();
        var issued = DemoAuthority.create("Lending CA", Clock.systemUTC()).qwac(DemoTpp.numbered(78));
        assertThat(person.get("/certificates").text()).containsOnlyOnce("xx-lent-papers/sandbox alone");

        var taken = person.submit("/certificates", "/certificates", Map.of("tpp", tpp, "environment", "xx-lent-papers/sandbox", "bank", "", "kind", "QWAC",
                "chain", issued.chainPem(), "key", issued.keyPem()));

        assertThat(taken.status()).as(taken.text()).isEqualTo(302);
        assertThat(certificates.inUse(tpp, Certificate.Kind.QWAC, "xx-lent-papers/sandbox")).map(Certificate::bank).contains("xx-lent-papers");
    }

    @Test
    void choosesRetiresAndTellsWhoHasIt() {
        var tpp = aTpp();
        var person = admin();
        var own = certificates.of(tpp).get(0);
        var page = "/certificates/" + own.id();
        awaitStatus(startAt(tpp, "xx-jetty", "AIS").id(), Status.DONE);

        assertThat(person.submit(page, page + "/choice", Map.of("bank", "xx-quay")).status()).isEqualTo(302);
        assertThat(certificates.inUse(tpp, Certificate.Kind.QWAC, "test", "xx-quay")).contains(own);
        assertThat(person.get(page).text()).contains("Chosen for", "Take back");
        assertThat(person.submit(page, page + "/choice/forgotten", Map.of("bank", "xx-quay")).status()).isEqualTo(302);
        assertThat(person.submit(page, page + "/retirement", Map.of("reason", "Replaced.")).status()).isEqualTo(302);
        assertThat(person.get(page).text()).contains("Retired");
        assertThat(certificates.inUse(tpp, Certificate.Kind.QWAC, "test")).isEmpty();
        assertThat(person.get("/redirect-uris?tpp=" + tpp).text()).contains("https://tpp.example/callback");
        assertThat(person.get("/certificates/nothing").status()).isEqualTo(404);
    }

    @Test
    void tellsOfAKeyThatTwoCertificatesShareWhoHasEither() {
        var tpp = aTpp();
        var person = admin();
        var own = certificates.of(tpp).get(0);
        var chain = own.chain().stream().map(each -> "-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder().encodeToString(der(each)) + "\n-----END CERTIFICATE-----\n").collect(Collectors.joining());
        var other = path(person.submit("/certificates", "/certificates", Map.of("tpp", tpp, "environment", "xx-lent-papers/sandbox", "bank", "", "kind", "QWAC", "chain", chain)));
        uses.certificate(new IdentityUses.Place("of-the-first", tpp, "xx-quay", "sandbox"), own.id(), IdentityUses.Manner.TLS);

        assertThat(certificates.find(other.substring("/certificates/".length())).orElseThrow()).returns(own.keySha256(), Certificate::keySha256).returns(true, Certificate::hasKey);
        assertThat(person.get(other).text()).contains("another of its key", "/onboardings/of-the-first").doesNotContain("No bank has seen it yet");
        assertThat(person.get("/certificates/" + own.id()).text()).contains("this one", "/onboardings/of-the-first");
        var byApi = API + "tpps/" + tpp + other + "/uses";
        assertThat(ok(operator.get(byApi + "?key=true")).get("items")).hasSize(1).allSatisfy(use -> assertThat(use.get("certificate").asText()).isEqualTo(own.id()));
        assertThat(ok(operator.get(byApi)).get("items")).isEmpty();
    }

    private static byte[] der(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void makesARequest() {
        var tpp = aTpp();
        var person = admin();
        var form = Map.of("tpp", tpp, "environment", "live", "kind", "QWAC", "keyType", "EC P-256", "commonName", "no domain");
        var wrong = person.submit("/certificates", "/certificates/requests", form);
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("is a domain name of ours", "no domain");

        var made = person.submit("/certificates", "/certificates/requests", Map.of("tpp", tpp, "environment", "live", "kind", "QSEALC", "keyType", "EC P-256"));
        assertThat(made.status()).as(made.text()).isEqualTo(302);
        assertThat(person.get(path(made)).text()).contains("BEGIN CERTIFICATE REQUEST", "EC P-256", "not yet").doesNotContain("PRIVATE KEY");
        assertThat(person.get(path(made) + "/file").text()).startsWith("-----BEGIN CERTIFICATE REQUEST-----");
    }

    /** The address of a redirect without its host. */
    private static String path(Visitor.Answer answer) {
        return URI.create(answer.header("Location")).getPath();
    }
}
