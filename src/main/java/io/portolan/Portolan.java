package io.portolan;

import io.portolan.tool.PlaybookTool;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.modulith.Modulithic;

/** Starts Portolan: one process that takes TPPs to proven API access at banks. */
@SpringBootApplication
@ConfigurationPropertiesScan
@Modulithic(systemName = "Portolan", sharedModules = {"refusal", "database"})
public class Portolan {

    /** Starts the application, whose settings come from the usual Spring Boot places, or with {@code playbook} one of the tools. */
    public static void main(String[] arguments) {
        if (PlaybookTool.isCalled(arguments)) {
            System.exit(PlaybookTool.run(Clock.systemUTC(), printer(FileDescriptor.out), printer(FileDescriptor.err), arguments));
        }
        SpringApplication.run(Portolan.class, arguments);
    }

    /** What the tools say is UTF-8 wherever it goes, as the models and playbooks among it say of themselves. */
    private static PrintWriter printer(FileDescriptor where) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(where), StandardCharsets.UTF_8), true);
    }
}
