package io.portolan.portal;

import io.portolan.playbook.Hosts;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.openqa.selenium.ElementNotInteractableException;
import org.openqa.selenium.JavascriptException;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.NoSuchWindowException;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.UnhandledAlertException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.interactions.MoveTargetOutOfBoundsException;

/** An element that Selenium has found; where the page has redrawn or covered it, it is sought again for a while. */
final class SeleniumElement implements Element {

    /** How often something that a page redraws is tried again, with pauses of 50 ms. */
    private static final int MOST_TRIES = 40;
    /** For so long something that is covered is tried again before others have to clear the way. */
    private static final long COVERED = TimeUnit.MILLISECONDS.toNanos(600);

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
    public boolean isExact() {
        return Boolean.TRUE.equals(found.get("exact"));
    }

    @Override
    public boolean isOpen() {
        return Boolean.TRUE.equals(found.get("open"));
    }

    @Override
    public boolean opens() {
        return Boolean.TRUE.equals(found.get("opens"));
    }

    @Override
    public boolean isBehindCaptcha() {
        return Boolean.TRUE.equals(found.get("captcha"));
    }

    @Override
    public String value() {
        return SeleniumScripts.string(found.get("value"));
    }

    @Override
    public String reading() {
        return found.get("reading") == null ? null : found.get("reading").toString();
    }

    @Override
    public String href() {
        return found.get("href") == null ? null : found.get("href").toString();
    }

    @Override
    public boolean isCommand() {
        return Boolean.TRUE.equals(found.get("command"));
    }

    @Override
    public boolean hasState() {
        return Boolean.TRUE.equals(found.get("state"));
    }

    @Override
    public List<String> codes() {
        return SeleniumScripts.list(found.get("codes")).stream().map(SeleniumScripts::string).toList();
    }

    /** The control itself, be it another element that is clicked in its place. */
    private WebElement control() {
        return (WebElement) found.get("inner");
    }

    private WebElement handle() {
        return (WebElement) found.get("element");
    }

    @Override
    public void type(CharSequence text) {
        act(each -> new SeleniumTyping(browser.driver(), each.handle())
                .type(text, SeleniumScripts.string(each.found.get("kind")), each.value().isEmpty()), false);
    }

    @Override
    public Optional<Held> held() {
        return browser.guarded(() -> new SeleniumTyping(browser.driver(), control()).held(SeleniumScripts.HELD));
    }

    @Override
    public Optional<Held> left() {
        return browser.guarded(() -> new SeleniumTyping(browser.driver(), control()).held(SeleniumScripts.LEFT));
    }

    @Override
    public void typeCode(CharSequence code) {
        var boxes = SeleniumScripts.list(found.get("boxes"));
        if (boxes.size() < code.length()) {
            type(code);
            return;
        }
        act(each -> {
            var inEach = SeleniumScripts.list(each.found.get("boxes"));
            for (int i = 0; i < code.length(); i++) {
                ((WebElement) inEach.get(i)).sendKeys(code.subSequence(i, i + 1));
            }
        }, false);
    }

    @Override
    public void click() {
        act(each -> each.handle().click(), true);
    }

    @Override
    public boolean roll() {
        try {
            return Boolean.TRUE.equals(SeleniumScripts.ROLL.on(browser.driver(), control()).get("moved"));
        } catch (StaleElementReferenceException gone) {
            return false;
        } catch (WebDriverException e) {
            throw SeleniumTrouble.of(e);
        }
    }

    @Override
    public void close(Closing how) {
        act(each -> new SeleniumTyping(browser.driver(), each.control()).close(how), false);
    }

    @Override
    public void upload(Path file) {
        act(each -> each.handle().sendKeys(file.toString()), false);
    }

    /** The same bank's host, and so checked already; the page itself may have come anew, with another address. */
    private boolean isAtTheSamePlace(SeleniumElement other) {
        return Hosts.place(other.topUrl).equals(Hosts.place(topUrl))
                && Hosts.place(other.frameUrl()).equals(Hosts.place(frameUrl()));
    }

    /** Only failures that leave the page untouched are tried again, so that nothing is clicked twice. */
    private void act(Consumer<SeleniumElement> act, boolean clicks) {
        var element = Optional.of(this);
        long coveredFrom = 0;
        for (int again = 0; ; again++) {
            try {
                if (element.isPresent()) {
                    act.accept(element.get());
                    return;
                }
            } catch (ElementNotInteractableException e) {
                if (clicks && clickedThroughSlots(element.get())) {
                    return;
                }
                coveredFrom = coveredFrom == 0 ? System.nanoTime() : coveredFrom;
            } catch (WebDriverException e) {
                if (SeleniumTrouble.isStale(e)) {
                    element = Optional.empty();
                } else if (isDoneAllTheSame(e, clicks)) {
                    return;
                }
            }
            if (coveredFrom != 0 && System.nanoTime() - coveredFrom > COVERED) {
                throw BrowserTrouble.covered();
            }
            if (again >= MOST_TRIES) {
                throw BrowserTrouble.page("what was to be used has gone from the page");
            }
            Patience.aMoment();
            element = browser.find(look).map(SeleniumElement.class::cast).filter(this::isAtTheSamePlace);
        }
    }

    /** What a click has led to may keep the driver from saying that it has clicked: a question, a window that closes, a page that loads for ever. */
    private boolean isDoneAllTheSame(WebDriverException e, boolean clicks) {
        try {
            if (e instanceof UnhandledAlertException) {
                browser.dialogs().answerOpen();
                return clicks;
            }
            if (clicks && e instanceof NoSuchWindowException) {
                browser.leaveClosedWindow();
                return true;
            }
            if (clicks && e instanceof TimeoutException slow) {
                browser.takeAsItIs(slow);
                return true;
            }
        } catch (WebDriverException gone) {
            throw SeleniumTrouble.of(gone);
        }
        throw SeleniumTrouble.of(e);
    }

    /** Out from under a bar at the edge of the window; then a click of the mouse where drivers do not see that nothing else is hit. */
    private boolean clickedThroughSlots(SeleniumElement element) {
        var driver = browser.driver();
        try {
            ((JavascriptExecutor) driver).executeScript("arguments[0].scrollIntoView({block: 'center'})", element.handle());
            if (SeleniumScripts.HIT.on(driver, element.handle()).get("reached") != Boolean.TRUE) {
                return false;
            }
            new Actions(driver).moveToElement(element.handle()).click().perform();
            return true;
        } catch (JavascriptException | StaleElementReferenceException | MoveTargetOutOfBoundsException e) {
            // It is sought again anyway.
            return false;
        }
    }
}
