package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.journal.Evidence;
import io.portolan.journal.EvidenceStore;
import io.portolan.journal.Journal;
import io.portolan.onboarding.Onboarding.Status;
import io.portolan.portal.RealBrowser;
import io.portolan.simulator.harbour.DeveloperByHand;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeOptions;
import org.springframework.beans.factory.annotation.Autowired;

/** A picture holds no text to search, so it is laid beside an unmasked one of the same page, pixel by pixel. */
class MasksPicturesAtHarbourIT extends HarbourStory {

    @Autowired Journal journal;
    @Autowired EvidenceStore evidence;

    @Test
    void coversEachSecretOfTheCredentialsPageInOneColourAndNothingElse() throws Exception {
        RealBrowser.require();
        var kept = pictureOfTheCredentials(awaitStatus(start(aTpp()).id(), Status.DONE).id());
        var browser = new ChromeDriver(sameWindow());
        try {
            var developer = new DeveloperByHand(browser, BANK.portalUrl());
            developer.logIn(BANK.addresses().mailbox(), BANK.control().secrets().stream()
                    .filter(secret -> secret.kind().equals("portal-password")).findFirst().orElseThrow().value());
            developer.openApplication(BANK.control().applications().get(0).get("number").asText());
            developer.newSecret();
            var open = read(browser.getScreenshotAs(OutputType.BYTES));
            var secrets = List.of(box(browser, "api-key"), box(browser, "client-secret"));

            assertThat(kept.getWidth()).isEqualTo(open.getWidth());
            assertThat(kept.getHeight()).isEqualTo(open.getHeight());
            var painted = new HashSet<Integer>();
            for (var secret : secrets) {
                assertThat(colours(open, secret)).as("colours of the text in an open picture").hasSizeGreaterThan(2);
                assertThat(colours(kept, secret)).as("colours of the box").hasSize(1);
                painted.addAll(colours(kept, secret));
            }
            assertThat(painted).as("colour of what is covered, whatever it is").hasSize(1);
            assertThat(colours(kept, box(browser, "client-id"))).as("colours of what is no secret").hasSizeGreaterThan(2);
            assertThat(differenceBeside(secrets, kept, open)).as("share of other pixels that differ").isLessThan(0.005);
        } finally {
            browser.quit();
        }
    }

    private BufferedImage pictureOfTheCredentials(String onboarding) throws IOException {
        var done = journal.of(onboarding).stream().map(entry -> entry.act())
                .filter(act -> "collect-credentials".equals(act.leg()) && act.name().equals("leg-done")).findFirst().orElseThrow();
        var picture = done.evidence().stream().filter(id -> evidence.find(id).orElseThrow().kind() == Evidence.Kind.SCREENSHOT).findFirst();
        return read(evidence.body(picture.orElseThrow()).orElseThrow());
    }

    private static ChromeOptions sameWindow() {
        var options = new ChromeOptions();
        options.addArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--window-size=1280,1000", "--lang=en");
        return options;
    }

    private static Rectangle box(ChromeDriver browser, String id) {
        var at = browser.findElement(By.id(id)).getRect();
        return new Rectangle(at.x, at.y, at.width, at.height);
    }

    private static Set<Integer> colours(BufferedImage picture, Rectangle box) {
        var colours = new HashSet<Integer>();
        for (int x = box.x; x < box.x + box.width; x++) {
            for (int y = box.y; y < box.y + box.height; y++) {
                colours.add(picture.getRGB(x, y));
            }
        }
        return colours;
    }

    /** How much of the rest differs, a margin of a few pixels around the boxes left out. */
    private static double differenceBeside(List<Rectangle> boxes, BufferedImage one, BufferedImage other) {
        int compared = 0;
        int different = 0;
        for (int x = 0; x < one.getWidth(); x++) {
            for (int y = 0; y < one.getHeight(); y++) {
                int left = x;
                int top = y;
                if (boxes.stream().noneMatch(box -> left > box.x - 5 && left < box.x + box.width + 5 && top > box.y - 5 && top < box.y + box.height + 5)) {
                    compared++;
                    different += one.getRGB(x, y) == other.getRGB(x, y) ? 0 : 1;
                }
            }
        }
        return (double) different / compared;
    }

    private static BufferedImage read(byte[] png) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png));
    }
}
