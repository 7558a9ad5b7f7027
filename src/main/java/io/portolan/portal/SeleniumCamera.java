package io.portolan.portal;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.TakesScreenshot;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;

/** Takes pictures of a window in which nothing secret shows: what is to be hidden must not have moved meanwhile. */
final class SeleniumCamera {

    private static final int STILL_TRIES = 4;

    private final WebDriver driver;

    SeleniumCamera(WebDriver driver) {
        this.driver = driver;
    }

    /** A picture without these texts and elements; empty where the page does not keep still, or no picture can be taken. */
    Optional<byte[]> masked(List<String> secrets, Supplier<List<WebElement>> elements) {
        if (!(driver instanceof TakesScreenshot camera)) {
            return Optional.empty();
        }
        try {
            for (int i = 0; i < STILL_TRIES; i++) {
                var before = SeleniumScripts.BOXES.on(driver, secrets, elements.get());
                var picture = camera.getScreenshotAs(OutputType.BYTES);
                var after = SeleniumScripts.BOXES.on(driver, secrets, elements.get());
                if (before.equals(after) && !before.isEmpty()) {
                    return Optional.of(MaskedPicture.of(picture, boxes(before), SeleniumScripts.number(before.get("scale"))));
                }
                Patience.aMoment();
            }
            return Optional.empty();
        } catch (IOException e) {
            throw BrowserTrouble.page("a picture of the page could not be read");
        }
    }

    private static List<Box> boxes(Map<?, ?> answer) {
        return SeleniumScripts.list(answer.get("boxes")).stream().map(SeleniumScripts::list)
                .map(box -> new Box(SeleniumScripts.number(box.get(0)), SeleniumScripts.number(box.get(1)),
                        SeleniumScripts.number(box.get(2)), SeleniumScripts.number(box.get(3)))).toList();
    }
}
