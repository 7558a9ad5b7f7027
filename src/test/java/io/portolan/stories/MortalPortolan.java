package io.portolan.stories;

import io.portolan.DemoApplication;
import io.portolan.campaign.CampaignWish;
import io.portolan.campaign.StartCampaign;
import io.portolan.certificate.Certificates;
import io.portolan.demo.DemoProperties;
import io.portolan.demo.DemoTppMaker;
import io.portolan.demo.DemoWorld;
import io.portolan.onboarding.StartOnboarding;
import io.portolan.onboarding.StartRequest;
import io.portolan.simulator.DemoAuthority;
import io.portolan.simulator.World;
import io.portolan.simulator.WorldAddresses;
import io.portolan.tpp.Tpps;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.context.ApplicationContext;

/**
 * The demo beside banks in another JVM; arguments: the folder, the folder of the banks, more for Spring. A line on its standard
 * input begins with a new TPP at a bank: the TPP, the bank, and the point at which the program is to die then, or a dash; or a campaign
 * of the TPP of the demo at banks.
 */
final class MortalPortolan {

    /** How a line begins that asks for a campaign. */
    static final String CAMPAIGN = "campaign";

    private MortalPortolan() {
    }

    public static void main(String[] arguments) throws IOException {
        var world = new DemoWorld(WorldAddresses.kept(World.addresses(Path.of(arguments[1]))).orElseThrow(),
                DemoAuthority.keptIn(Path.of(arguments[1], "authority.p12"), Clock.systemUTC()));
        var settings = new ArrayList<>(Arrays.asList(arguments).subList(2, arguments.length));
        settings.add("--server.port=0");
        settings.add("--spring.main.sources=" + DeadlyConfiguration.class.getName());
        var context = DemoApplication.run(Path.of(arguments[0]), world, settings.toArray(String[]::new));
        var orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (var line = orders.readLine(); line != null; line = orders.readLine()) {
            begin(context, world, line.split(" "));
        }
    }

    private static void begin(ApplicationContext context, DemoWorld world, String[] order) {
        if (order[0].equals(CAMPAIGN)) {
            context.getBean(StartCampaign.class).with(new CampaignWish(DemoProperties.TPP, List.of(order[1].split(",")), null, "live", List.of("AIS"), null, 3600, 1000, null), "user:chaos");
            return;
        }
        new DemoTppMaker(context.getBean(Tpps.class), context.getBean(Certificates.class), world, order[0]).make();
        if (!order[2].equals("-")) {
            context.getBean(DeadlyConfiguration.Deadly.class).dieAt(KillPoint.parse(order[2]), order[1]);
        }
        context.getBean(StartOnboarding.class).with(new StartRequest(order[0], order[1], null, "production", null, List.of("AIS", "PIS"), null),
                "user:chaos");
    }
}
