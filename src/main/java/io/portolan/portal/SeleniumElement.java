package io.portolan.portal;

import io.portolan.playbook.Hosts;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.openqa.selenium.ElementNotInteractableException;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;

/** An element that Selenium has found; where the page has redrawn or covered it, it is sought again for a while. */
final class SeleniumElement implements Element {

    private final SeleniumBrowser browser;
    private final Look look;
    private final String topUrl;
    private final Map<?, ?> found;

    SeleniumElement(SeleniumBrowser browser, Look look, String topUrl, Map<?, ?> found) {
        this.browser = browser;
        this.look = look;
        this.topUrl = topUrl;
        this.found = found;
    }

    @Override
    public String topUrl() {
        return topUrl;
    }

    @Override
    public String frameUrl() {
        return SeleniumScripts.string(found.get("url"));
    }

    @Override
    public boolean isOn() {
        return Boolean.TRUE.equals(found.get("on"));
    }

    @Override
    public String value() {
        return SeleniumScripts.string(found.get("value"));
    }

    @Override
    public String href() {
        return found.get("href") == null ? null : found.get("href").toString();
    }

    WebElement handle() {
        return (WebElement) found.get("element");
    }

    @Override
    public void type(CharSequence text) {
        act(element -> {
            if (!value().isEmpty()) {
                element.clear();
            }
            if (text.length() > 0) {
                element.sendKeys(text);
            }
        });
    }

    @Override
    public void click() {
        act(WebElement::click);
    }

    @Override
    public void upload(Path file) {
        act(element -> element.sendKeys(file.toString()));
    }

    /** The same bank's host, and so checked already; the page itself may have come anew, with another address. */
    private boolean isAtTheSamePlace(SeleniumElement other) {
        return Hosts.place(other.topUrl).equals(Hosts.place(topUrl))
                && Hosts.place(other.frameUrl()).equals(Hosts.place(frameUrl()));
    }

    /** Only failures that leave the page untouched are tried again, so that nothing is clicked twice. */
    private void act(Consumer<WebElement> act) {
        var element = Optional.of(this);
        for (int again = 0; ; again++) {
            try {
                if (element.isPresent()) {
                    act.accept(element.get().handle());
                    return;
                }
            } catch (StaleElementReferenceException | ElementNotInteractableException | NoSuchElementException e) {
                if (again >= SeleniumBrowser.MOST_TRIES) {
                    throw SeleniumTrouble.of(e);
                }
            } catch (WebDriverException e) {
                throw SeleniumTrouble.of(e);
            }
            if (again >= SeleniumBrowser.MOST_TRIES) {
                throw BrowserTrouble.page("what was to be used has gone from the page");
            }
            browser.pause();
            element = browser.find(look).map(SeleniumElement.class::cast).filter(this::isAtTheSamePlace);
        }
    }
}
