package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portolan.journal.Evidence;
import io.portolan.worklist.Task;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** What helps a person with a task, in a real browser and by keyboard alone: lines to step through, the spot in the diagram, pictures to look at closely. */
class ShowsTasksIT extends BrowserStory {

    private static final Duration SOON = Duration.ofSeconds(20);

    private Task handedOver() {
        var tpp = aTpp();
        ScriptedMeans.next(tpp, "collect-credentials", run -> {
            run.evidence(Evidence.Kind.SCREENSHOT, "image/png", picture());
            return CHANGED.apply(run);
        });
        return awaitTask(start(tpp, "AIS").id());
    }

    private static byte[] picture() {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(2400, 1800, BufferedImage.TYPE_BYTE_GRAY), "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static long width(String selector) {
        return ((Number) browser.executeScript("return document.querySelector(arguments[0]).clientWidth", selector)).longValue();
    }

    @Test
    void enlargesAPictureAndGoesNearerByKeys() {
        var task = handedOver();
        signIn();
        open("/tasks/" + task.id());

        browser.executeScript("document.querySelector('a.enlarge').focus()");
        press(Keys.ENTER);

        await().atMost(SOON).until(() -> "zoom-view".equals(focused().getDomAttribute("class")) && width("#enlarged img") > 0);
        assertThat(width("#enlarged img")).isEqualTo(width(".zoom-view"));
        press("1");
        assertThat(width("#enlarged img")).isEqualTo(2400);
        press("+");
        assertThat(width("#enlarged img")).isEqualTo(3000);
        assertThat(browser.findElement(By.cssSelector("#enlarged output")).getText()).isEqualTo("125 %");
        press("-", "-");
        assertThat(width("#enlarged img")).isEqualTo(1920);
        assertThat(wrong("an enlarged picture")).isEmpty();
        press("0");
        assertThat(width("#enlarged img")).isEqualTo(width(".zoom-view"));
        press(Keys.ESCAPE);
        assertThat(focused().getDomAttribute("class")).isEqualTo("enlarge");
    }

    @Test
    void marksTheSpotInTheDiagramAndSaysItInWords() {
        var task = handedOver();
        signIn();
        open("/tasks/" + task.id());

        browser.executeScript("document.querySelector('.diagram-spot').scrollIntoView()");
        await().atMost(SOON).until(() -> "yes".equals(browser.findElement(By.cssSelector(".diagram-spot")).getDomAttribute("data-drawn")));
        assertThat(browser.findElements(By.cssSelector(".diagram-spot .djs-shape.leg-spot")))
                .singleElement().satisfies(leg -> assertThat(leg.getDomAttribute("data-element-id")).isEqualTo("collect-credentials"));
        assertThat(browser.findElement(By.cssSelector("#spot-legs [aria-current=step]")).getText()).contains("Collect the credentials");
        assertThat(wrong("the spot of a task")).isEmpty();
    }

    @Test
    void goesFromPageToPageByTwoKeys() {
        signIn();
        open("/tasks");
        assertThat(browser.getCurrentUrl()).doesNotContain("?");

        press("g", "r");
        awaitPath("/registrations");
        press("g", "o");
        awaitPath("/onboardings");
        press("?");
        assertThat(browser.findElement(By.id("keys")).getText()).contains("d Dashboard", "t Tasks", "e Certificates");
        press(Keys.ESCAPE, "r");
        awaitPath("/onboardings");
    }

    @Test
    void stepsThroughTheListAndOpensALineByKeys() {
        handedOver();
        handedOver();
        signIn();
        open("/tasks");
        var lines = browser.findElements(By.cssSelector(".task-table tbody th a"));

        press("j");
        assertThat(focused()).isEqualTo(lines.get(0));
        press("j");
        assertThat(focused()).isEqualTo(lines.get(1));
        press("k");
        assertThat(focused()).isEqualTo(lines.get(0));
        press("j");
        var second = lines.get(1).getDomAttribute("href");
        press(Keys.ENTER);

        awaitPath(second);
    }
}
