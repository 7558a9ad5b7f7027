package io.portolan.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.simulator.DemoAuthority;
import io.portolan.simulator.DemoTpp;
import java.time.Clock;
import org.junit.jupiter.api.Test;

class ConnectionTest {

    @Test
    void readsWhatIsSpecialAboutConnections() {
        var authority = DemoAuthority.create("Bank's own", Clock.systemUTC());

        var connection = read("connection: {chain: leaf, trust: [" + quoted(authority.certificatePem()) + "]}").orThrow().environments().get("test").connection();

        assertThat(connection.chain()).isEqualTo(Connection.Chain.LEAF);
        assertThat(connection.authorities()).containsExactly(authority.certificate());
    }

    @Test
    void takesUsualConnectionsWhereNothingIsSaid() {
        assertThat(read("").orThrow().environments().get("test").connection()).isEqualTo(Connection.USUAL);
        assertThat(Connection.USUAL.chain()).isEqualTo(Connection.Chain.WHOLE);
    }

    @Test
    void trustsNothingThatIsNoCertificate() {
        assertThat(read("connection: {trust: [" + quoted("-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----") + "]}").problems())
                .singleElement().asString().contains("environments.test.connection.trust[0]", "no certificate in PEM");
    }

    @Test
    void holdsNoPrivateKey() {
        var authority = DemoAuthority.create("Bank's own", Clock.systemUTC());

        assertThat(read("connection: {trust: [" + quoted(authority.qwac(DemoTpp.example()).keyPem() + authority.certificatePem()) + "]}").problems())
                .anySatisfy(problem -> assertThat(problem.message()).contains("looks like a secret"));
    }

    private static Reading read(String connection) {
        var leg = "- {id: a, stage: sign-up, title: A, by: operator}\n";
        return SamplePlaybooks.READER.read("xx-small.yaml", SamplePlaybooks.withLegs(leg)
                .replace("hosts: [bank.example]", "hosts: [bank.example]\n    " + connection));
    }

    private static String quoted(String pem) {
        return '"' + pem.replace("\n", "\\n") + '"';
    }
}
