package io.portolan.simulator;

import java.nio.file.Path;
import java.time.Clock;

/** A simulated bank in this JVM. */
public final class Harbour implements AutoCloseable {

    private final HarbourBank bank;
    private final HarbourAddresses addresses;
    private final HarbourControl control;

    private Harbour(HarbourBank bank, HarbourOptions options) {
        this.bank = bank;
        this.addresses = bank.addresses(options);
        this.control = addresses.control();
    }

    /** Opens the bank whose books are in this folder, or a new one. */
    public static Harbour start(Path folder, HarbourOptions options) {
        return new Harbour(new HarbourBank(folder, options, Clock.systemUTC()), options);
    }

    /** Where it is found. */
    public HarbourAddresses addresses() {
        return addresses;
    }

    /** Where its developer portal begins, without a slash at the end. */
    public String portalUrl() {
        return addresses.portalUrl();
    }

    /** Where its API begins, without a slash at the end. */
    public String apiUrl() {
        return addresses.apiUrl();
    }

    /** What steers it. */
    public HarbourControl control() {
        return control;
    }

    /** The authority that it trusts. */
    public DemoAuthority authority() {
        return bank.authority();
    }

    /** Its playbook with its real addresses, as YAML. */
    public String playbook() {
        return addresses.playbook();
    }

    @Override
    public void close() {
        bank.close();
    }
}
