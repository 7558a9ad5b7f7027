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
import org.openqa.selenium.Keys;
import org.openqa.selenium.NoSuchElementException;
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
    /** Longer texts are set at once: typing them would take longer than a page has patience. */
    private static final int LONGEST_TYPED = 400;
    private static final List<String> NOT_TYPED = List.of("input:date", "input:time", "input:month", "input:week",
            "input:datetime-local", "input:color", "input:range");

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
    public boolean isBehindCaptcha() {
        return Boolean.TRUE.equals(found.get("captcha"));
    }

    @Override
    public String value() {
        return SeleniumScripts.string(found.get("value"));
    }

    @Override
    public String href() {
        return found.get("href") == null ? null : found.get("href").toString();
    }

    private WebElement handle() {
        return (WebElement) found.get("element");
    }

    @Override
    public void type(CharSequence text) {
        var kind = SeleniumScripts.string(found.get("kind"));
        boolean breaksLines = text.toString().indexOf('\n') >= 0;
        if (NOT_TYPED.contains(kind) || text.length() > LONGEST_TYPED || breaksLines) {
            act(each -> SeleniumScripts.SET.on(browser.driver(), each.handle(), text.toString()), false);
            return;
        }
        act(each -> {
            var field = each.handle();
            if (!each.value().isEmpty()) {
                field.clear();
            }
            if (text.length() > 0) {
                field.sendKeys(text);
            }
            each.correct(text);
        }, false);
    }

    /** A field that a page's script controls may keep what stood there, or lose letters of a fast typist. */
    private void correct(CharSequence text) {
        if (isKept(text)) {
            return;
        }
        handle().sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.DELETE);
        if (text.length() > 0) {
            handle().sendKeys(text);
        }
        if (!isKept(text)) {
            SeleniumScripts.SET.on(browser.driver(), handle(), text.toString());
        }
    }

    /** A mask may have put its own signs between the letters. */
    private boolean isKept(CharSequence text) {
        try {
            var shown = handle().getDomProperty("true".equals(handle().getDomProperty("isContentEditable")) ? "innerText" : "value");
            return shown == null || letters(shown).contains(letters(text)) && letters(shown).length() <= letters(text).length() + 4;
        } catch (StaleElementReferenceException | JavascriptException e) {
            // Redrawn with what was typed, or on to another page, as some fields do by themselves.
            return true;
        }
    }

    private static String letters(CharSequence text) {
        return text.toString().replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(java.util.Locale.ROOT);
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
    public void leave() {
        act(each -> each.handle().sendKeys(Keys.TAB), false);
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
            } catch (StaleElementReferenceException | NoSuchElementException e) {
                element = Optional.empty();
            } catch (ElementNotInteractableException e) {
                if (clicks && clickedThroughSlots(element.get())) {
                    return;
                }
                coveredFrom = coveredFrom == 0 ? System.nanoTime() : coveredFrom;
            } catch (WebDriverException e) {
                if (isDoneAllTheSame(e, clicks)) {
                    return;
                }
            }
            if (coveredFrom != 0 && System.nanoTime() - coveredFrom > COVERED) {
                throw BrowserTrouble.covered();
            }
            if (again >= MOST_TRIES) {
                throw BrowserTrouble.page("what was to be used has gone from the page");
            }
            SeleniumBrowser.pause();
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
