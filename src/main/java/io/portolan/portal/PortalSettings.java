package io.portolan.portal;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How portals are worked.
 *
 * @param browsers how many browsers may be open at a time
 * @param patience for how long something on a page is waited for
 * @param keepWarm for how long the browser of an account stays open after a leg, for the next one
 * @param pageLoad after what time a page that is still loading counts as broken
 * @param gridUrl the address of a Selenium Grid to take browsers from, or null for this machine's own
 * @param browser which browser is taken
 * @param chromium the browser's program, where it is not found by itself
 * @param chromedriver its driver, where it is not found by itself
 * @param downloadBrowser whether Selenium Manager may fetch a browser where there is none
 * @param mailPatience for how long a step waits for a mail, such as one with a code
 */
@Validated
@ConfigurationProperties("portolan.portal")
public record PortalSettings(@DefaultValue("2") @Min(1) int browsers, @DefaultValue("10s") @NotNull Duration patience,
        @DefaultValue("30s") @NotNull Duration keepWarm, @DefaultValue("60s") @NotNull Duration pageLoad,
        @DefaultValue("true") boolean headless, URI gridUrl, @DefaultValue("auto") @NotNull Choice browser, Path chromium,
        Path chromedriver, @DefaultValue("true") boolean downloadBrowser, @DefaultValue("3m") @NotNull Duration mailPatience) {

    /** Which browser is taken: the first that is there, Chromium and nothing else, or none at all. */
    public enum Choice { AUTO, CHROMIUM, NONE }
}
