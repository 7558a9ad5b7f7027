package io.portolan.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.stream.Stream;
import org.openqa.selenium.os.ExecutableFinder;

/** Chromium, which a developer's machine may lack, but not one that sets {@code PORTOLAN_TESTS_NEED_CHROMIUM=true}. */
public final class RealBrowser {

    private RealBrowser() {
    }

    /** Skips the test where this machine has no Chromium or Chrome with its driver, or fails it where they have to be there. */
    public static void require() {
        var finder = new ExecutableFinder();
        require(finder.find("chromedriver") != null && Stream.of("chromium", "google-chrome", "chrome").anyMatch(name -> finder.find(name) != null));
    }

    /** Skips the test where there is no browser, or fails it where there has to be one. */
    static void require(boolean isThere) {
        require(isThere, "true".equals(System.getenv("PORTOLAN_TESTS_NEED_CHROMIUM")));
    }

    static void require(boolean isThere, boolean needed) {
        if (needed) {
            assertThat(isThere).as("Chromium is there").isTrue();
        }
        assumeTrue(isThere, "there is no Chromium here");
    }
}
