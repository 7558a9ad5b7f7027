package io.portolan.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Where a running bank and its mailbox are found; also what a bank in its own JVM prints when it is ready. */
public record HarbourAddresses(String portalUrl, String apiUrl, String controlUrl, String mailHost, int smtpPort,
        int imapPort, String mailbox, String mailboxPassword) {

    /** The playbook of the bank with its real addresses, as YAML. */
    public String playbook() {
        return text("xx-harbour.yaml")
                .replace("@portal-url@", portalUrl).replace("@portal-host@", URI.create(portalUrl).getAuthority())
                .replace("@api-url@", apiUrl).replace("@api-host@", URI.create(apiUrl).getAuthority());
    }

    /** The client of the bank's control address. */
    public HarbourControl control() {
        return new HarbourControl(controlUrl);
    }

    static String text(String resource) {
        return new String(bytes(resource), StandardCharsets.UTF_8);
    }

    static byte[] bytes(String resource) {
        try (var in = HarbourAddresses.class.getResourceAsStream("/simulator/" + resource)) {
            if (in == null) {
                throw new IllegalArgumentException("There is no " + resource);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
