package io.portolan.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.LinkedHashSet;
import org.openqa.selenium.NoSuchWindowException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WindowType;

/** The windows of a browser: the first one is its home, the others open and close as pages and people like. */
final class SeleniumWindows {

    private final WebDriver driver;
    private final Set<String> seen = new LinkedHashSet<>();

    SeleniumWindows(WebDriver driver) {
        this.driver = driver;
    }

    /** Turns to a window that has not been shown yet, else to the one that was opened before this one. */
    boolean turn() {
        var open = List.copyOf(driver.getWindowHandles());
        var here = here();
        if (here != null) {
            seen.add(here);
        }
        seen.retainAll(open);
        if (open.size() < 2 && here != null) {
            return false;
        }
        var fresh = open.stream().filter(each -> !seen.contains(each)).reduce((one, other) -> other);
        var before = open.indexOf(here) - 1;
        show(fresh.orElseGet(() -> open.get(before < 0 ? open.size() - 1 : before)));
        return true;
    }

    /** Turns to the last window that is left after one has closed itself; throws where none is. */
    void turnToWhatIsLeft() {
        var open = List.copyOf(driver.getWindowHandles());
        if (open.isEmpty()) {
            throw new NoSuchWindowException("no window is left");
        }
        show(open.get(open.size() - 1));
    }

    void closeOthers() {
        var open = new ArrayList<>(driver.getWindowHandles());
        var home = open.remove(0);
        for (var other : open) {
            driver.switchTo().window(other).close();
        }
        seen.clear();
        show(home);
    }

    /** Does something in a window of its own, which is closed again. */
    <T> T aside(java.util.function.Supplier<T> deed) {
        var here = driver.getWindowHandle();
        try {
            driver.switchTo().newWindow(WindowType.TAB);
            return deed.get();
        } finally {
            if (!driver.getWindowHandle().equals(here)) {
                driver.close();
                driver.switchTo().window(here);
            }
        }
    }

    private void show(String window) {
        driver.switchTo().window(window);
        seen.add(window);
    }

    private String here() {
        try {
            return driver.getWindowHandle();
        } catch (NoSuchWindowException e) {
            return null;
        }
    }
}
