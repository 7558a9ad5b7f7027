package io.portolan.portal;

import java.util.List;
import java.util.Optional;
import org.openqa.selenium.WebDriverException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Opens browsers by Selenium, of the first kind that is there. */
@Component
class SeleniumBrowsers implements Browsers {

    private static final Logger LOG = LoggerFactory.getLogger(SeleniumBrowsers.class);

    private final Optional<SeleniumDrivers> drivers;
    private final PortalSettings settings;

    SeleniumBrowsers(List<SeleniumDrivers> kinds, PortalSettings settings) {
        this.settings = settings;
        this.drivers = settings.browser() == PortalSettings.Choice.NONE ? Optional.empty()
                : kinds.stream().filter(kind -> kind.isChromium() || settings.browser() == PortalSettings.Choice.AUTO)
                        .filter(SeleniumDrivers::isAvailable).findFirst();
    }

    @Override
    public boolean available() {
        return drivers.isPresent();
    }

    @Override
    public Browser open() {
        var kind = drivers.orElseThrow(() -> BrowserTrouble.gone("there is no browser"));
        try {
            var driver = kind.open();
            driver.manage().timeouts().pageLoadTimeout(settings.pageLoad()).scriptTimeout(settings.patience());
            return new SeleniumBrowser(driver);
        } catch (WebDriverException e) {
            LOG.warn("The browser does not start: {}", e.getRawMessage());
            throw BrowserTrouble.gone("the browser does not start");
        }
    }
}
