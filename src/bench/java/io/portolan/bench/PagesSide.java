package io.portolan.bench;

import io.portolan.Portolan;
import io.portolan.access.Role;
import io.portolan.access.Tokens;
import io.portolan.filled.FilledDatabase;
import io.portolan.filled.Ways;
import io.portolan.journal.Journal;
import io.portolan.playbook.Playbooks;
import io.portolan.vault.Secret;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;

/** The whole of Portolan, with years of work in its database. */
final class PagesSide {

    static final String PASSWORD = "for-this-benchmark-only";
    static final String TOKEN = "a-token-for-this-benchmark-only-0123456789";

    /** How many more tokens there are for machines; the name of one is {@link #TOKEN} and its number. */
    static final int TOKENS = 10;

    private PagesSide() {
    }

    /** Argument: the JDBC URL of an empty database. */
    public static void main(String[] arguments) throws IOException {
        var application = new SpringApplication(Portolan.class);
        application.addInitializers(new WithoutTests());
        try (var context = (ServletWebServerApplicationContext) application.run("--spring.datasource.url=" + arguments[0], "--server.port=0",
                "--portolan.vault.master-key=" + Base64.getEncoder().encodeToString(new byte[32]),
                "--portolan.access.admin-password=" + PASSWORD, "--portolan.access.calls.most=100000000",
                "--portolan.access.calls.most-of-strangers=100000000", "--logging.level.root=warn")) {
            Orders.serve(order -> switch (order[0]) {
                case "fill" -> List.of(fill(context, Integer.parseInt(order[1]), Integer.parseInt(order[2])));
                case "port" -> List.of((double) context.getWebServer().getPort());
                case "verify" -> List.of(context.getBean(Journal.class).verify(order[1]).intact() ? 1.0 : 0.0);
                default -> throw new IllegalArgumentException(order[0]);
            });
        }
    }

    /** How many seconds it takes to fill the database; then machines may call with a token, too. */
    private static double fill(ServletWebServerApplicationContext context, int onboardings, int tasks) {
        long from = System.nanoTime();
        var whole = FilledDatabase.Size.WHOLE;
        FilledDatabase.fill(context.getBean(DataSource.class), Ways.of(context.getBean(Playbooks.class)),
                new FilledDatabase.Size(onboardings, tasks, whole.tpps(), whole.users(), whole.campaigns()));
        accept(context, "bench", TOKEN);
        for (int number = 0; number < TOKENS; number++) {
            accept(context, "bench-" + number, TOKEN + number);
        }
        return Waiting.secondsSince(from);
    }

    private static void accept(ServletWebServerApplicationContext context, String name, String value) {
        try (var token = Secret.of(value)) {
            context.getBean(Tokens.class).accept(name, token, Set.of(Role.ADMIN), null);
        }
    }
}
