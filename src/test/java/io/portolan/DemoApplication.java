package io.portolan;

import io.portolan.demo.DemoWorld;
import io.portolan.demo.DemoConfiguration;
import io.portolan.demo.DemoProperties;
import io.portolan.simulator.WorldOptions;
import io.portolan.simulator.coast.Coast;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The demo: the whole application beside the simulated banks, onboarding a made-up TPP at each by itself. */
public final class DemoApplication {

    private DemoApplication() {
    }

    /** Starts the banks, then Portolan; everything is kept in the folder {@code data/demo} or the one that is given. */
    public static void main(String[] arguments) {
        var folder = Path.of(System.getProperty("portolan.demo.folder", "data/demo"));
        var world = DemoWorld.of(Coast.open(folder.resolve("world"), WorldOptions.standard().approvingAfter(Duration.ofSeconds(6))
                .misbehaving(Long.getLong("portolan.demo.mischief", 42))));
        run(folder, world, arguments);
    }

    /** Starts Portolan beside banks that run already. */
    public static ConfigurableApplicationContext run(Path folder, DemoWorld world, String... arguments) {
        var application = new SpringApplication(Portolan.class, DemoConfiguration.class);
        application.setDefaultProperties(DemoProperties.of(folder, world));
        application.addInitializers(context -> context.getBeanFactory().registerSingleton("demoWorld", world));
        return application.run(arguments);
    }
}
