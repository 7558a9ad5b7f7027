package io.portolan.stories;

import com.fasterxml.jackson.databind.JsonNode;
import io.portolan.simulator.BankControl;
import io.portolan.simulator.DemoTpp;
import io.portolan.simulator.WorldAddresses;
import io.portolan.simulator.breakwater.PersonAtBreakwater;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.StreamSupport;
import org.openqa.selenium.htmlunit.HtmlUnitDriver;

/** Does what these banks leave to people, and remembers what it has done when it is asked again after a kill; anything else stays a task. */
final class ChaosPerson implements AutoCloseable {

    private static final String PASSWORD = "Mole-und-Molch-26";

    private final WorldAddresses world;
    private final Path folder;
    private final HtmlUnitDriver browser = new HtmlUnitDriver(false);
    private Map<String, String> enrolment;
    private Map<String, String> credentials;
    private boolean hasAnswered;
    private boolean isIn;

    ChaosPerson(WorldAddresses world, Path folder) {
        this.world = world;
        this.folder = folder;
    }

    /** Does an open task, where it is one of those that come up without a kill, too; says whether it was. */
    boolean helps(DemoApi api, String bank, String onboarding) {
        for (var task : api.get("/tasks?state=open&onboarding=" + onboarding).get("items")) {
            if (helps(api, bank + " " + task.path("leg").asText(), api.get("/tasks/" + task.get("id").asText()))) {
                return true;
            }
        }
        return bank.equals("xx-foghorn") && letsIn(api, onboarding);
    }

    /** Nobody waits until the bank's next working day: it lets us in today, and says so. */
    private boolean letsIn(DemoApi api, String onboarding) {
        boolean waits = StreamSupport.stream(api.get("/onboardings/" + onboarding).get("legs").spliterator(), false)
                .anyMatch(leg -> leg.get("id").asText().equals("verify-access") && leg.get("state").asText().equals("waiting"));
        if (isIn || !waits) {
            return false;
        }
        world.bank("xx-foghorn").control().ask("/effective", Map.of());
        api.post("/onboardings/" + onboarding + "/bank-answer", Map.of("answer", "approved", "services", List.of("AIS"),
                "note", "it works today already", "effectiveFrom", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString()));
        isIn = true;
        return true;
    }

    private boolean helps(DemoApi api, String where, JsonNode task) {
        var path = "/tasks/" + task.get("id").asText() + "/completion";
        switch (where) {
            case "xx-breakwater enrol" -> api.post(path, Map.of("outcome", "done", "values", enrolled()));
            case "xx-breakwater collect-credentials" -> api.post(path, Map.of("outcome", "done", "values", collected()));
            case "xx-foghorn approval" -> {
                if (!task.get("kind").asText().equals("rejection")) {
                    return false;
                }
                api.post(path, Map.of("outcome", "again", "values", Map.of(), "note", "confirmed the redirect URI"));
            }
            case "xx-tideway register" -> {
                if (!task.get("question").asText().startsWith("The bank asks")) {
                    return false;
                }
                answer();
                api.post(path, Map.of("outcome", "handed-in", "values", Map.of(), "note", "answered by mail"));
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private Map<String, String> enrolled() {
        if (enrolment == null) {
            try {
                var licence = Files.write(folder.resolve("licence.pdf"), DemoTpp.example().licence());
                enrolment = Map.of("portal-password", PASSWORD, "enrolment-number",
                        atBreakwater().signUp("Lantern Payments GmbH", world.mailbox(), "BAFIN-100200", PASSWORD, licence));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return enrolment;
    }

    private Map<String, String> collected() {
        if (credentials == null) {
            var person = atBreakwater();
            person.logIn(world.mailbox(), PASSWORD);
            credentials = Map.of("client-id", person.clientId(), "client-secret", person.clientSecret());
        }
        return credentials;
    }

    private PersonAtBreakwater atBreakwater() {
        return new PersonAtBreakwater(browser, world.bank("xx-breakwater").portalUrl(), control("xx-breakwater"));
    }

    private BankControl control(String bank) {
        return world.bank(bank).control();
    }

    private void answer() {
        if (hasAnswered) {
            return;
        }
        var server = new Properties();
        server.put("mail.smtp.host", world.mailHost());
        server.put("mail.smtp.port", String.valueOf(world.smtpPort()));
        try {
            var message = new MimeMessage(Session.getInstance(server));
            message.setFrom(new InternetAddress(world.mailbox()));
            message.setRecipient(Message.RecipientType.TO, new InternetAddress("psd2@tideway.example"));
            message.setSubject("Re: Registration [TW-000001]");
            message.setText("About a thousand.");
            Transport.send(message);
            hasAnswered = true;
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        browser.quit();
    }
}
