package io.portolan.demo;

import io.portolan.simulator.DemoAuthority;
import io.portolan.simulator.Harbour;
import io.portolan.simulator.HarbourAddresses;
import io.portolan.simulator.HarbourProcess;

/** The bank of the demo, in this JVM or in one of its own: where it is found, and the authority that it trusts. */
public record DemoBank(HarbourAddresses addresses, DemoAuthority authority) {

    /** A bank in this JVM. */
    public static DemoBank of(Harbour bank) {
        return new DemoBank(bank.addresses(), bank.authority());
    }

    /** A bank in a JVM of its own. */
    public static DemoBank of(HarbourProcess bank) {
        return new DemoBank(bank.addresses(), bank.authority());
    }
}
