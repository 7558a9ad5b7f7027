package io.portolan.simulator.harbour;

import io.portolan.simulator.BankControl;
import io.portolan.simulator.DemoAuthority;
import io.portolan.simulator.World;
import io.portolan.simulator.WorldAddresses;
import io.portolan.simulator.WorldOptions;
import java.nio.file.Path;
import java.util.List;

/** Harbour Bank in this JVM, usually as the only bank of its world. */
public final class Harbour implements AutoCloseable {

    private final World world;
    private final HarbourBank bank;

    private Harbour(World world) {
        this.world = world;
        this.bank = (HarbourBank) world.bank("xx-harbour");
    }

    /** Opens the world of this folder, or a new one. */
    public static Harbour start(Path folder, WorldOptions options) {
        return new Harbour(World.open(folder, options, List.of(HarbourBank::new)));
    }

    /** Harbour Bank of a world that is open already. */
    public static Harbour in(World world) {
        return new Harbour(world);
    }

    /** Its world. */
    public World world() {
        return world;
    }

    /** Where the world is found. */
    public WorldAddresses addresses() {
        return world.addresses();
    }

    /** Where its developer portal begins, without a slash at the end. */
    public String portalUrl() {
        return bank.portalUrl();
    }

    /** Where its API begins, without a slash at the end. */
    public String apiUrl() {
        return bank.apiUrl();
    }

    /** What steers it. */
    public BankControl control() {
        return bank.control();
    }

    /** The authority that it trusts. */
    public DemoAuthority authority() {
        return world.authority();
    }

    /** Its playbook with its real addresses, as YAML. */
    public String playbook() {
        return bank.addresses().playbook();
    }

    @Override
    public void close() {
        world.close();
    }
}
