package io.portolan.portal;

import static io.portolan.portal.SeleniumScripts.string;

import io.portolan.playbook.Target;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.openqa.selenium.JavascriptException;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.NoSuchFrameException;
import org.openqa.selenium.NoSuchWindowException;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.UnhandledAlertException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;

/** A browser that Selenium drives; it looks at pages by one script per step, so that a step costs as few calls as can be. */
final class SeleniumBrowser implements Browser {

    /** For so long a page that still loads is not acted on; then it is taken as it is. */
    private static final Duration LOADING = Duration.ofMillis(1500);
    private static final long MOST_BYTES = 10_000_000;
    private static final Page NOTHING = new Page("about:blank", "", 0, "", false, List.of(), List.of());

    private final WebDriver driver;
    private final SeleniumSearch search;
    private final SeleniumWindows windows;
    private final SeleniumDialogs dialogs;
    private long loadingSince;

    SeleniumBrowser(WebDriver driver) {
        this.driver = driver;
        this.search = new SeleniumSearch(driver);
        this.windows = new SeleniumWindows(driver);
        this.dialogs = new SeleniumDialogs(driver);
    }

    @Override
    public void open(String url) {
        guarded(() -> {
            search.toTop();
            dialogs.forget();
            try {
                driver.get(url);
                SeleniumScripts.ARRIVED.on(driver);
            } catch (TimeoutException e) {
                takeAsItIs(e);
            } catch (UnhandledAlertException e) {
                dialogs.answerOpen();
            }
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
            return Optional.of(SeleniumScripts.page(search.read(inDetail), dialogs.said()));
        }).orElse(NOTHING);
    }

    @Override
    public Optional<Element> find(Look look) {
        return onPage(() -> {
            var found = search.find(look);
            boolean isTooEarly = look.use() != Look.Use.VALUE && look.use() != Look.Use.SIGN && look.use() != Look.Use.ANY
                    && isStillLoading(Boolean.TRUE.equals(found.answer().get("loading")));
            return found.isElement() && !isTooEarly
                    ? Optional.<Element>of(new SeleniumElement(this, look, found.topUrl(), found.answer())) : Optional.empty();
        });
    }

    private boolean isStillLoading(boolean loading) {
        loadingSince = !loading ? 0 : loadingSince == 0 ? System.nanoTime() : loadingSince;
        return loading && System.nanoTime() - loadingSince < LOADING.toNanos();
    }

    @Override
    public Miss why(Look look) {
        return onPage(() -> {
            var answer = search.find(look).answer();
            return Optional.of(answer.get("several") != null ? Miss.SEVERAL
                    : Boolean.TRUE.equals(answer.get("disabled")) ? Miss.DISABLED : Miss.NOT_THERE);
        }).orElse(Miss.NOT_THERE);
    }

    @Override
    public void turnToAnotherWindow() {
        guarded(() -> {
            if (windows.turn()) {
                search.windowChanged();
            }
            return null;
        });
    }

    @Override
    public void closeOtherWindows() {
        guarded(() -> {
            windows.closeOthers();
            search.windowChanged();
            return null;
        });
    }

    @Override
    public void scrollOn() {
        onPage(() -> {
            search.toTop();
            return Optional.of(SeleniumScripts.SCROLL.on(driver));
        });
    }

    @Override
    public boolean isCalling() {
        return onPage(() -> {
            search.toTop();
            return Optional.of(SeleniumScripts.CALLS.on(driver).get("open") instanceof Number open && open.intValue() > 0);
        }).orElse(false);
    }

    @Override
    public void answerDialogs(boolean accept) {
        dialogs.answer(accept);
        dialogs.forget();
    }

    @Override
    public void holdFileChooser() {
        onPage(() -> {
            search.toTop();
            return Optional.of(SeleniumScripts.CHOOSER.on(driver));
        });
    }

    @Override
    public List<Path> downloads() {
        return driver instanceof SeleniumDownloads folder ? folder.complete() : List.of();
    }

    @Override
    public String textOf(String url) {
        return guarded(() -> {
            search.toTop();
            return windows.aside(() -> {
                driver.get(url);
                return page().text();
            });
        });
    }

    @Override
    public Optional<Document> document(String url) {
        return onPage(() -> {
            search.toTop();
            var answer = SeleniumScripts.FETCH.onceDone(driver, url, MOST_BYTES);
            return answer.get("content") == null ? Optional.empty() : Optional.of(new Document(string(answer.get("type")),
                    Base64.getDecoder().decode(string(answer.get("content")))));
        });
    }

    @Override
    public List<String> valuesOf(List<Target> targets) {
        return guarded(() -> search.valuesOf(targets));
    }

    @Override
    public Optional<byte[]> maskedPicture(List<CharSequence> secrets, List<Target> secretTargets) {
        var values = secrets.stream().map(CharSequence::toString).toList();
        return guarded(() -> new SeleniumCamera(driver).masked(values, () -> search.holdersOf(secretTargets)));
    }

    WebDriver driver() {
        return driver;
    }

    SeleniumDialogs dialogs() {
        return dialogs;
    }

    /** A window that has closed itself leaves us in the one before. */
    void leaveClosedWindow() {
        windows.turnToWhatIsLeft();
        search.windowChanged();
    }

    /** A page that never stops loading is used once it shows anything; throws what it is given where it does not. */
    void takeAsItIs(TimeoutException slow) {
        search.toTop();
        if (SeleniumScripts.STOP.on(driver).get("shows") != Boolean.TRUE) {
            throw slow;
        }
    }

    /** A page that is just being replaced shows nothing: that is no failure, it is asked again. */
    private <T> Optional<T> onPage(Supplier<Optional<T>> question) {
        return guarded(() -> {
            try {
                return question.get();
            } catch (UnhandledAlertException e) {
                dialogs.answerOpen();
                return Optional.empty();
            } catch (JavascriptException | StaleElementReferenceException | NoSuchFrameException | NoSuchElementException e) {
                return Optional.empty();
            }
        });
    }

    <T> T guarded(Supplier<T> deed) {
        try {
            try {
                return deed.get();
            } catch (NoSuchWindowException closed) {
                leaveClosedWindow();
                return deed.get();
            }
        } catch (WebDriverException e) {
            throw SeleniumTrouble.of(e);
        }
    }

    @Override
    public void close() {
        try {
            driver.quit();
        } catch (WebDriverException e) {
            // It was gone already, and its process with it.
            search.windowChanged();
        }
    }
}
