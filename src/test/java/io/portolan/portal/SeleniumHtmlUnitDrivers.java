package io.portolan.portal;

import org.htmlunit.BrowserVersion;
import org.htmlunit.WebClient;
import org.htmlunit.javascript.SilentJavaScriptErrorListener;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.htmlunit.HtmlUnitDriver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;

/** HtmlUnit, for machines without a browser: it manages classic, server-rendered pages and takes no pictures. */
@Order(1000)
public class SeleniumHtmlUnitDrivers implements SeleniumDrivers {

    private static final Logger LOG = LoggerFactory.getLogger(SeleniumHtmlUnitDrivers.class);

    private boolean isTold;

    @Override
    public boolean isAvailable() {
        return true;
    }

    @Override
    public boolean isChromium() {
        return false;
    }

    @Override
    public synchronized WebDriver open() {
        if (!isTold) {
            isTold = true;
            LOG.warn("There is no Chromium here: HtmlUnit works the portals, without pictures; where a portal is too modern for it, a person is asked.");
        }
        return new HtmlUnitDriver(BrowserVersion.CHROME, true) {

            // What a portal's own scripts fail at is told by the task that follows, not by pages of stack traces.
            @Override
            protected WebClient modifyWebClient(WebClient client) {
                client.setJavaScriptErrorListener(new SilentJavaScriptErrorListener());
                return client;
            }
        };
    }
}
