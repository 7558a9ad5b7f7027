package io.portolan.portal;

import org.htmlunit.BrowserVersion;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.htmlunit.HtmlUnitDriver;
import org.springframework.core.annotation.Order;

/** HtmlUnit, for machines without a browser: it manages classic, server-rendered pages and takes no pictures. */
@Order(1000)
public class SeleniumHtmlUnitDrivers implements SeleniumDrivers {

    @Override
    public boolean isAvailable() {
        return true;
    }

    @Override
    public boolean isChromium() {
        return false;
    }

    @Override
    public WebDriver open() {
        return new HtmlUnitDriver(BrowserVersion.CHROME, true);
    }
}
