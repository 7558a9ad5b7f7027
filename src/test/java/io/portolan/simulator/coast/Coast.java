package io.portolan.simulator.coast;

import io.portolan.simulator.World;
import io.portolan.simulator.World.BankMaker;
import io.portolan.simulator.WorldOptions;
import io.portolan.simulator.anchorage.AnchorageBank;
import io.portolan.simulator.breakwater.BreakwaterBank;
import io.portolan.simulator.foghorn.FoghornBank;
import io.portolan.simulator.harbour.HarbourBank;
import io.portolan.simulator.lighthouse.LighthouseBank;
import io.portolan.simulator.pier.PierBank;
import io.portolan.simulator.regatta.RegattaBank;
import io.portolan.simulator.shipyard.ShipyardBank;
import io.portolan.simulator.tideway.TidewayBank;
import java.nio.file.Path;
import java.util.List;

/** The world of all simulated banks; this is the one place that lists them. */
public final class Coast {

    private static final List<BankMaker> BANKS = List.of(
            HarbourBank::new,
            LighthouseBank::new,
            BreakwaterBank::new,
            AnchorageBank::new,
            PierBank::new,
            RegattaBank::new,
            ShipyardBank::new,
            TidewayBank::new,
            FoghornBank::new);

    private Coast() { }

    /** Opens all banks of this folder. */
    public static World open(Path folder, WorldOptions options) {
        return World.open(folder, options, BANKS);
    }
}
