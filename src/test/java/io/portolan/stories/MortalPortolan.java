package io.portolan.stories;

import io.portolan.DemoApplication;
import io.portolan.demo.DemoWorld;
import io.portolan.simulator.DemoAuthority;
import io.portolan.simulator.World;
import io.portolan.simulator.WorldAddresses;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;

/** The demo beside banks in another JVM; arguments: the folder, the folder of the banks, more for Spring. */
final class MortalPortolan {

    private MortalPortolan() {
    }

    public static void main(String[] arguments) {
        var world = new DemoWorld(WorldAddresses.kept(World.addresses(Path.of(arguments[1]))).orElseThrow(),
                DemoAuthority.keptIn(Path.of(arguments[1], "authority.p12"), Clock.systemUTC()));
        var settings = new ArrayList<>(Arrays.asList(arguments).subList(2, arguments.length));
        settings.add("--server.port=0");
        if (System.getProperty(DeadlyConfiguration.PROPERTY) != null) {
            settings.add("--spring.main.sources=" + DeadlyConfiguration.class.getName());
        }
        DemoApplication.run(Path.of(arguments[0]), world, settings.toArray(String[]::new));
    }
}
