package io.portolan;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.modulith.Modulithic;

/** Starts Portolan: one process that takes TPPs to proven API access at banks. */
@SpringBootApplication
@ConfigurationPropertiesScan
@Modulithic(systemName = "Portolan", sharedModules = {"refusal", "database"})
public class Portolan {

    /** Starts the application; settings come from the usual Spring Boot places. */
    public static void main(String[] arguments) {
        SpringApplication.run(Portolan.class, arguments);
    }
}
