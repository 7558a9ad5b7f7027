package io.portolan.bankapi;

import io.portolan.certificate.Certificate;
import io.portolan.certificate.Certificates;
import io.portolan.playbook.Connection;
import io.portolan.vault.InMemoryVault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.util.unit.DataSize;

/** What calls banks, put together by hand. */
final class SampleCallers {

    static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

    private SampleCallers() {
    }

    static BankApiSettings settings(Path trusted, Duration begin, Duration whole, BankApiSettings.Proxy proxy) {
        return new BankApiSettings(begin, begin, whole, DataSize.ofMegabytes(1), Duration.ofHours(1), LOOK_AGAIN, List.of(trusted), proxy);
    }

    static Caller caller(Certificates certificates, BankApiSettings settings, Clock clock) {
        var proxy = new ProxyRoute(settings, new InMemoryVault());
        return new HttpCaller(new BankConnections(certificates, settings, proxy, clock), proxy, settings);
    }

    static Call get(String address, Certificate certificate, Connection connection) {
        return new Call("GET", URI.create(address), Map.of("Accept", "application/json"), null, certificate, connection, false, "GET " + address);
    }

    static Call get(String address, Certificate certificate) {
        return get(address, certificate, Connection.USUAL);
    }

    static Call post(String address, String body, Certificate certificate) {
        return new Call("POST", URI.create(address), Map.of("Content-Type", "application/json"), body, certificate, Connection.USUAL, false, "POST " + address);
    }
}
