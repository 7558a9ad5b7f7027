package io.portolan.portal;

import org.openqa.selenium.WebDriver;

/** A kind of browser that Selenium can drive; of all that Spring knows, the first that is there is taken. */
public interface SeleniumDrivers {

    /** Whether such a browser can be had. */
    boolean isAvailable();

    /** Whether this is Chromium, or a grid, where playbooks are at home. */
    boolean isChromium();

    /** Starts one; throws a WebDriverException where it does not start. */
    WebDriver open();
}
