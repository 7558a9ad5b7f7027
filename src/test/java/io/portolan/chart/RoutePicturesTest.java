package io.portolan.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.playbook.PlaybookReader;
import io.portolan.simulator.BankAddresses;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.List;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Keeps the pictures of the documents those of today's models; {@code -Dupdate} draws them anew, which takes a browser. */
class RoutePicturesTest {

    private static final Path DOCS = Path.of("docs");
    /** The simulated bank at addresses where nobody is: a model does not hold them. */
    private static final BankAddresses HARBOUR = new BankAddresses("xx-harbour", "https://portal.harbour.example",
            "https://api.harbour.example", "", List.of("xx-harbour"));

    @Test
    void showsTodaysModels() throws IOException {
        var models = models();
        if (Boolean.getBoolean("update")) {
            draw(models);
        }
        for (var model : models.entrySet()) {
            assertThat(DOCS.resolve(model.getKey() + ".svg")).as("draw it with -Dtest=RoutePicturesTest -Dupdate")
                    .content().startsWith(caption(model.getKey(), model.getValue()));
        }
    }

    private static void draw(Map<String, String> models) throws IOException {
        try (var pictures = Pictures.open()) {
            for (var model : models.entrySet()) {
                var picture = caption(model.getKey(), model.getValue()) + pictures.draw(model.getKey(), model.getValue());
                Files.writeString(DOCS.resolve(model.getKey() + ".svg"), picture);
            }
        }
    }

    private static Map<String, String> models() throws IOException {
        var models = new TreeMap<String, String>();
        models.put("perform-leg", Files.readString(Path.of("bpmn/perform-leg.bpmn")));
        var playbook = new PlaybookReader(Clock.systemUTC()).read("xx-harbour.yaml", HARBOUR.playbook()).orThrow();
        var route = playbook.environments().get("production").route("default").orElseThrow();
        models.put("onboard-xx-harbour", RouteChart.compile(playbook, "production", route).bpmnXml());
        return models;
    }

    private static String caption(String name, String bpmnXml) {
        return "<!-- %s, model %s, drawn with bpmn-js (https://bpmn.io) -->\n".formatted(name, hash(bpmnXml));
    }

    private static String hash(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8))).substring(0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
