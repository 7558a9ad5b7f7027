package io.portolan.demo;

import io.portolan.simulator.DemoAuthority;
import io.portolan.simulator.World;
import io.portolan.simulator.WorldAddresses;
import io.portolan.simulator.coast.CoastProcess;

/** The banks of the demo, in this JVM or in one of their own: where they are found, and the authority that they trust. */
public record DemoWorld(WorldAddresses addresses, DemoAuthority authority) {

    /** Banks in this JVM. */
    public static DemoWorld of(World world) {
        return new DemoWorld(world.addresses(), world.authority());
    }

    /** Banks in a JVM of their own. */
    public static DemoWorld of(CoastProcess world) {
        return new DemoWorld(world.addresses(), world.authority());
    }
}
