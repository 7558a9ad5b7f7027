package io.portolan;

import io.portolan.demo.DemoBank;
import io.portolan.demo.DemoConfiguration;
import io.portolan.demo.DemoProperties;
import io.portolan.simulator.Harbour;
import io.portolan.simulator.HarbourOptions;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The demo: the whole application beside a simulated bank, onboarding a made-up TPP at it by itself. */
public final class DemoApplication {

    private DemoApplication() {
    }

    /** Starts the bank, then Portolan; everything is kept in the folder {@code data/demo} or the one that is given. */
    public static void main(String[] arguments) {
        var folder = Path.of(System.getProperty("portolan.demo.folder", "data/demo"));
        var bank = DemoBank.of(Harbour.start(folder.resolve("xx-harbour"),
                HarbourOptions.standard().approvingAfter(Duration.ofSeconds(6))));
        run(folder, bank, arguments);
    }

    /** Starts Portolan beside a bank that runs already. */
    public static ConfigurableApplicationContext run(Path folder, DemoBank bank, String... arguments) {
        var application = new SpringApplication(Portolan.class, DemoConfiguration.class);
        application.setDefaultProperties(DemoProperties.of(folder, bank));
        application.addInitializers(context -> context.getBeanFactory().registerSingleton("demoBank", bank));
        return application.run(arguments);
    }
}
