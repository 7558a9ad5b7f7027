package io.portolan.portal;

import static io.portolan.portal.SeleniumScripts.list;
import static io.portolan.portal.SeleniumScripts.number;
import static io.portolan.portal.SeleniumScripts.string;

import io.portolan.playbook.Target;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.openqa.selenium.JavascriptException;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.NoSuchFrameException;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.TakesScreenshot;
import org.openqa.selenium.UnhandledAlertException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;

/** A browser that Selenium drives; it looks at pages by one script per step, so that a step costs as few calls as can be. */
final class SeleniumBrowser implements Browser {

    /** How often something that a page redraws or covers is tried again, with pauses of 50 ms. */
    static final int MOST_TRIES = 40;
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final int STILL_TRIES = 4;
    private static final Page NOTHING = new Page("about:blank", "", 0, "", false, List.of(), List.of());

    private final WebDriver driver;
    private boolean inFrame;

    SeleniumBrowser(WebDriver driver) {
        this.driver = driver;
    }

    @Override
    public void open(String url) {
        guarded(() -> {
            toTop();
            driver.get(url);
            return null;
        });
    }

    @Override
    public Page page() {
        return read(false);
    }

    @Override
    public Page pageInDetail() {
        return read(true);
    }

    private Page read(boolean inDetail) {
        return onPage(() -> {
            toTop();
            var answer = SeleniumScripts.READ.on(driver, inDetail);
            var named = list(answer.get("outline")).stream().map(Map.class::cast)
                    .map(each -> new Page.Named(string(each.get("kind")), string(each.get("name")))).toList();
            return Optional.of(new Page(string(answer.get("url")), string(answer.get("title")),
                    (int) number(answer.get("status")), string(answer.get("text")),
                    Boolean.TRUE.equals(answer.get("captcha")), named,
                    list(answer.get("skeleton")).stream().map(Object::toString).toList()));
        }).orElse(NOTHING);
    }

    @Override
    public Optional<Element> find(Look look) {
        return onPage(() -> {
            toTop();
            var answer = SeleniumScripts.FIND.on(driver, asked(look, true));
            var topUrl = string(answer.get("url"));
            if (answer.get("frame") instanceof WebElement frame) {
                driver.switchTo().frame(frame);
                inFrame = true;
                answer = SeleniumScripts.FIND.on(driver, asked(look, false));
            }
            return answer.get("element") instanceof WebElement
                    ? Optional.of(new SeleniumElement(this, look, topUrl, answer)) : Optional.empty();
        });
    }

    @Override
    public void followNewWindow() {
        guarded(() -> {
            var windows = new ArrayList<>(driver.getWindowHandles());
            if (windows.size() > 1 && !windows.get(windows.size() - 1).equals(driver.getWindowHandle())) {
                driver.switchTo().window(windows.get(windows.size() - 1));
                inFrame = false;
            }
            return null;
        });
    }

    @Override
    public String textOf(String url) {
        return guarded(() -> {
            toTop();
            var here = driver.getWindowHandle();
            try {
                driver.switchTo().newWindow(WindowType.TAB);
                driver.get(url);
                return page().text();
            } finally {
                if (!driver.getWindowHandle().equals(here)) {
                    driver.close();
                    driver.switchTo().window(here);
                }
            }
        });
    }

    @Override
    public Optional<byte[]> maskedPicture(List<CharSequence> secrets, List<Target> secretTargets) {
        if (!(driver instanceof TakesScreenshot camera)) {
            return Optional.empty();
        }
        var values = secrets.stream().map(CharSequence::toString).toList();
        return guarded(() -> {
            for (int i = 0; i < STILL_TRIES; i++) {
                var before = SeleniumScripts.BOXES.on(driver, values, elements(secretTargets));
                var picture = camera.getScreenshotAs(OutputType.BYTES);
                var after = SeleniumScripts.BOXES.on(driver, values, elements(secretTargets));
                if (before.equals(after) && !before.isEmpty()) {
                    return Optional.of(MaskedPicture.of(picture, boxes(before), number(before.get("scale"))));
                }
                pause();
            }
            return Optional.empty();
        });
    }

    /** The elements that hold secrets; for one within a frame, the whole frame. */
    private List<WebElement> elements(List<Target> targets) {
        toTop();
        var found = new ArrayList<WebElement>();
        for (var target : targets) {
            var answer = SeleniumScripts.FIND.on(driver, asked(Look.forUse(target, Look.Use.VALUE), true));
            if (answer.get("frame") instanceof WebElement frame) {
                found.add(frame);
            } else if (answer.get("element") instanceof WebElement element) {
                found.add(element);
            }
        }
        return found;
    }

    private static List<Box> boxes(Map<?, ?> answer) {
        return list(answer.get("boxes")).stream().map(SeleniumScripts::list)
                .map(box -> new Box(number(box.get(0)), number(box.get(1)), number(box.get(2)), number(box.get(3)))).toList();
    }

    private static Map<String, String> asked(Look look, boolean withHolder) {
        var target = look.target();
        var asked = new HashMap<String, String>();
        asked.put("label", target.label());
        asked.put("role", target.role());
        asked.put("name", target.name());
        asked.put("text", target.text());
        asked.put("css", target.css());
        asked.put("within", withHolder ? target.within() : null);
        asked.put("use", look.use().name());
        asked.put("option", look.option());
        asked.values().removeIf(Objects::isNull);
        return asked;
    }

    void pause() {
        LockSupport.parkNanos(PAUSE.toNanos());
    }

    private void toTop() {
        if (inFrame) {
            driver.switchTo().defaultContent();
            inFrame = false;
        }
    }

    /** A page that is just being replaced shows nothing: that is no failure, it is asked again. */
    private <T> Optional<T> onPage(Supplier<Optional<T>> question) {
        return guarded(() -> {
            try {
                return question.get();
            } catch (JavascriptException | StaleElementReferenceException | NoSuchFrameException | NoSuchElementException
                    | UnhandledAlertException e) {
                return Optional.empty();
            }
        });
    }

    private interface Deed<T> {

        T done() throws IOException;
    }

    private static <T> T guarded(Deed<T> deed) {
        try {
            return deed.done();
        } catch (WebDriverException e) {
            throw SeleniumTrouble.of(e);
        } catch (IOException e) {
            throw BrowserTrouble.page("a picture of the page could not be read");
        }
    }

    @Override
    public void close() {
        try {
            driver.quit();
        } catch (WebDriverException e) {
            // It was gone already, and its process with it.
            inFrame = false;
        }
    }
}
