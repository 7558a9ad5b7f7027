package io.portolan.demo;

import io.portolan.access.Role;
import io.portolan.access.Tokens;
import io.portolan.onboarding.Onboardings;
import io.portolan.onboarding.StartOnboarding;
import io.portolan.portal.SeleniumHtmlUnitDrivers;
import io.portolan.vault.Secret;
import io.portolan.worklist.Worklist;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/** What the demo adds to the application: the TPP, the token, the onboardings, and somebody who tells what happens. */
@TestConfiguration(proxyBeanMethods = false)
public class DemoConfiguration {

    /** Where there is no Chromium: it manages the simulated bank's classic pages. */
    @Bean
    SeleniumHtmlUnitDrivers htmlUnit() {
        return new SeleniumHtmlUnitDrivers();
    }

    @Bean
    DemoTppMaker demoTppMaker(io.portolan.tpp.Tpps tpps, io.portolan.certificate.Certificates certificates, DemoWorld world) {
        return new DemoTppMaker(tpps, certificates, world, DemoProperties.TPP);
    }

    /** Begins once the routes are deployed. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    ApplicationListener<ApplicationReadyEvent> demoStart(DemoTppMaker tpps, Tokens tokens, StartOnboarding startOnboarding,
            Onboardings onboardings, Worklist worklist, DemoWorld world, ServletWebServerApplicationContext server) {
        return ready -> {
            tpps.make();
            try (var token = Secret.of(DemoProperties.TOKEN)) {
                tokens.accept("demo", token, Set.of(Role.ADMIN), null);
            }
            var ids = new DemoOnboardings(onboardings, startOnboarding, System.out).begin(banks(server.getEnvironment(), world));
            var progress = new DemoProgress(onboardings, worklist, System.out, server.getWebServer().getPort(), world.addresses().mischiefSeed(),
                    DurationStyle.detectAndParse(server.getEnvironment().getProperty("portolan.demo.rest", "25s")));
            var isRunning = new AtomicBoolean(true);
            var telling = new Thread(() -> progress.run(ids, isRunning::get), "demo");
            telling.setDaemon(true);
            telling.start();
            server.addApplicationListener(endOf(telling, isRunning));
        };
    }

    /** Lets the telling end before the database does. */
    private static ApplicationListener<ContextClosedEvent> endOf(Thread telling, AtomicBoolean isRunning) {
        return new ApplicationListener<>() {
            @Override
            public void onApplicationEvent(ContextClosedEvent closed) {
                isRunning.set(false);
                try {
                    telling.join(2000);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        };
    }

    /** Those that the setting names, else all. */
    private static List<String> banks(Environment environment, DemoWorld world) {
        return environment.getProperty("portolan.demo.banks") == null
                ? world.addresses().banks().stream().flatMap(bank -> bank.playbookIds().stream()).toList()
                : List.of(environment.getProperty("portolan.demo.banks", String[].class));
    }
}
