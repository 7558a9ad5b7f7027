package io.portolan.chart;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** Draws BPMN models as SVG with bpmn-js in a browser, on white paper with a margin. */
final class Pictures implements AutoCloseable {

    private static final String VIEWER =
            "/META-INF/resources/webjars/bpmn-js/8.0.0/dist/bpmn-viewer.production.min.js";
    private static final String DRAW = """
            const done = arguments[arguments.length - 1];
            document.body.innerHTML = '<div id="paper" style="width: 2000px; height: 1500px"></div>';
            const viewer = new BpmnJS({container: '#paper'});
            viewer.importXML(arguments[0])
                .then(imported => imported.warnings.length ? Promise.reject(imported.warnings[0].message) : viewer.saveSVG())
                .then(saved => done(saved.svg), error => done('failed: ' + error));
            """;
    private static final Pattern SIZE = Pattern.compile(
            "width=\"[\\d.]+\" height=\"[\\d.]+\" viewBox=\"([-\\d.]+) ([-\\d.]+) ([-\\d.]+) ([-\\d.]+)\"");
    private static final Pattern RANDOM_PART = Pattern.compile("(sequenceflow-end|conditional-flow-marker|"
            + "conditional-default-flow-marker|messageflow-start|messageflow-end)-(white|#fff+)-(black|#000+)-[0-9a-z]+");
    private static final int MARGIN = 20;

    private final ChromeDriver browser;

    private Pictures(ChromeDriver browser) {
        this.browser = browser;
    }

    static Pictures open() {
        var options = new ChromeOptions();
        options.addArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage");
        onPath("chromium", "chromium-browser", "google-chrome").ifPresent(found -> options.setBinary(found.toFile()));
        var service = new ChromeDriverService.Builder();
        onPath("chromedriver").ifPresent(found -> service.usingDriverExecutable(found.toFile()));
        var browser = new ChromeDriver(service.build(), options);
        browser.executeScript(text(VIEWER));
        return new Pictures(browser);
    }

    /** The picture of a model; {@code name} keeps its ids apart from those of other pictures on a page. */
    String draw(String name, String bpmnXml) {
        var drawn = (String) browser.executeAsyncScript(DRAW, bpmnXml);
        var size = SIZE.matcher(drawn);
        if (!size.find()) {
            throw new IllegalStateException("no picture of " + name + ": " + drawn);
        }
        var x = rounded(size.group(1)) - MARGIN;
        var y = rounded(size.group(2)) - MARGIN;
        var width = rounded(size.group(3)) + 2 * MARGIN;
        var height = rounded(size.group(4)) + 2 * MARGIN;
        var paper = "width=\"%d\" height=\"%d\" viewBox=\"%d %d %d %d\"".formatted(width, height, x, y, width, height);
        var white = "><rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"white\"/>".formatted(x, y, width, height);
        var svg = drawn.substring(drawn.indexOf("<svg"), size.start()) + paper
                + drawn.substring(size.end()).replaceFirst(">", white);
        return RANDOM_PART.matcher(svg).replaceAll(name + "-$1") + "\n";
    }

    @Override
    public void close() {
        browser.quit();
    }

    private static long rounded(String number) {
        return Math.round(Double.parseDouble(number));
    }

    private static Optional<Path> onPath(String... names) {
        var folders = System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator);
        return Stream.of(names).flatMap(name -> Arrays.stream(folders).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable).findFirst();
    }

    private static String text(String resource) {
        try (InputStream stream = Pictures.class.getResourceAsStream(resource)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
