package io.portolan.tpp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutboundAddressTest {

    @ParameterizedTest
    @ValueSource(strings = {"198.51.100.7", "198.51.100.0/28", "203.0.113.0/24", "2001:db8::1", "2001:db8::/48", "8.8.8.8/32", "2001:DB8:0:0:0:0:0:0/32"})
    void takesAddressesAndRanges(String address) {
        assertThat(OutboundAddress.wrong(address)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"example.com, no IP address", "198.51.100, no IP address", "198.51.100.256, no IP address", "1:2:3, no IP address", "198.51.100.7/, no IP address",
        "198.51.100.0/33, more than 32 bits", "2001:db8::/129, more than 128 bits", "198.51.100.7/28, does not begin its range", "2001:db8::1/64, does not begin its range",
        "0.0.0.0/0, wider", "10.1.2.3, private network", "192.168.1.0/24, private network", "127.0.0.1, private network", "169.254.1.1, private network",
        "100.64.0.1, private network", "fd00::1, private network", "::1, private network", "fe80::1, private network", "224.0.0.1, private network"})
    void saysWhatIsWrong(String address, String says) {
        assertThat(OutboundAddress.wrong(address)).hasValueSatisfying(what -> assertThat(what).contains(says));
    }
}
