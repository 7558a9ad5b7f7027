package io.portolan.stories;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.portolan.DemoApplication;
import io.portolan.demo.DemoBank;
import io.portolan.simulator.DemoAuthority;
import io.portolan.simulator.HarbourAddresses;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;

/** The demo beside a bank in another JVM; arguments: the folder, the bank's folder, its addresses as JSON, more for Spring. */
final class MortalPortolan {

    private MortalPortolan() {
    }

    public static void main(String[] arguments) throws IOException {
        var bank = new DemoBank(new ObjectMapper().readValue(arguments[2], HarbourAddresses.class),
                DemoAuthority.keptIn(Path.of(arguments[1], "authority.p12"), Clock.systemUTC()));
        var settings = new ArrayList<>(Arrays.asList(arguments).subList(3, arguments.length));
        settings.add("--server.port=0");
        if (System.getProperty(DeadlyConfiguration.PROPERTY) != null) {
            settings.add("--spring.main.sources=" + DeadlyConfiguration.class.getName());
        }
        DemoApplication.run(Path.of(arguments[0]), bank, settings.toArray(String[]::new));
    }
}
