package io.portolan.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookAddressTest {

    private final WebhookAddress addresses = new WebhookAddress(List.of("Intranet.example"));

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.8.8.8", "0.0.0.0", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "192.0.0.8", "198.18.0.1", "224.0.0.1",
        "255.255.255.255", "::1", "::", "fe80::1", "fc00::1", "fd12:3456::1", "ff02::1", "::ffff:10.0.0.1", "64:ff9b::a00:1", "2002:a00:1::"})
    void staysOutOfNetworksThatAreNotPublic(String address) throws UnknownHostException {
        assertThat(WebhookAddress.isPublic(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"93.184.216.34", "100.128.0.1", "172.32.0.1", "192.1.0.1", "198.20.0.1", "2606:2800:220:1::1"})
    void reachesTheInternet(String address) throws UnknownHostException {
        assertThat(WebhookAddress.isPublic(InetAddress.getByName(address))).isTrue();
    }

    @Test
    void letsOnlyNamedHostsOfOurOwnNetworkDoWithoutTls() {
        assertThat(addresses.wrong("http://intranet.example/in")).isNull();
        assertThat(addresses.barred(URI.create("http://INTRANET.example/in"))).isNull();
        assertThat(addresses.wrong("http://other.example/in")).contains("https://");
        assertThat(addresses.wrong("https://other.example/in")).isNull();
        assertThat(addresses.barred(URI.create("https://[::1]/"))).contains("not public");
        assertThat(addresses.wrong("https:///nothing")).contains("no address");
        assertThat(addresses.wrong("file:///etc/passwd")).isNotNull();
        assertThat(addresses.wrong("https://a b")).contains("no address");
        assertThat(addresses.wrong(null)).contains("missing");
    }

    @Test
    void isToldWithoutWhatMayBeASecretOfTheReceiver() {
        assertThat(WebhookAddress.told(" https://hooks.chat.example:8443/services/T0/B0/known-to-nobody?token=also-not ")).isEqualTo("https://hooks.chat.example");
    }
}
