package io.portolan.portal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openqa.selenium.JavascriptException;
import org.openqa.selenium.Keys;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/** Types into a field, sees what the field has made of it, and closes what it has opened. */
final class SeleniumTyping {

    /** Longer texts are set at once: typing them would take longer than a page has patience. */
    private static final int LONGEST_TYPED = 400;
    private static final List<String> NOT_TYPED = List.of("input:date", "input:time", "input:month", "input:week",
            "input:datetime-local", "input:color", "input:range");

    private final WebDriver driver;
    private final WebElement field;

    SeleniumTyping(WebDriver driver, WebElement field) {
        this.driver = driver;
        this.field = field;
    }

    /** Types this in place of what stands there. */
    void type(CharSequence text, String kind, boolean isEmpty) {
        boolean breaksLines = text.toString().indexOf('\n') >= 0;
        if (NOT_TYPED.contains(kind) || text.length() > LONGEST_TYPED || breaksLines) {
            set(text);
            return;
        }
        if (!isEmpty) {
            field.clear();
        }
        if (text.length() > 0) {
            field.sendKeys(text);
        }
        correct(text);
    }

    /** A field that a page's script controls may keep what stood there, or lose letters of a fast typist. */
    private void correct(CharSequence text) {
        if (isKept(text)) {
            return;
        }
        field.sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.DELETE);
        if (text.length() > 0) {
            field.sendKeys(text);
        }
        if (!isKept(text)) {
            set(text);
        }
    }

    /** Does what may close the list or calendar that the field has opened. */
    void close(Element.Closing how) {
        if (how == Element.Closing.BESIDE) {
            clickBeside();
            return;
        }
        SeleniumScripts.FOCUS.on(driver, field);
        driver.switchTo().activeElement().sendKeys(how == Element.Closing.TAB ? Keys.TAB : Keys.ESCAPE);
    }

    private void clickBeside() {
        var point = SeleniumScripts.BESIDE.on(driver, field);
        if (!point.isEmpty()) {
            new Actions(driver).moveToLocation((int) SeleniumScripts.number(point.get("x")), (int) SeleniumScripts.number(point.get("y")))
                    .click().perform();
        }
    }

    private void set(CharSequence text) {
        SeleniumScripts.SET.on(driver, field, text.toString());
    }

    private boolean isKept(CharSequence text) {
        return held(SeleniumScripts.HELD).map(held -> held.keeps(text)).orElse(true);
    }

    /** What the field holds, as this script tells; nothing where it was redrawn with what was typed, or led on to another page by itself. */
    Optional<Held> held(SeleniumScripts script) {
        try {
            Map<?, ?> held = script.on(driver, field);
            return Optional.of(new Held(SeleniumScripts.string(held.get("own")), SeleniumScripts.string(held.get("around")),
                    SeleniumScripts.list(held.get("values")).stream().map(SeleniumScripts::string).toList(),
                    SeleniumScripts.string(held.get("pictures"))));
        } catch (StaleElementReferenceException | NoSuchElementException | JavascriptException e) {
            return Optional.empty();
        }
    }
}
