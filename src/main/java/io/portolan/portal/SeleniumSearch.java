package io.portolan.portal;

import io.portolan.playbook.Target;
import io.portolan.playbook.Template;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;

/** Looks for elements on the page and in its frames. */
final class SeleniumSearch {

    private static final int DEEPEST = 6;
    private static final int MOST_LOOKS = 150;

    private final WebDriver driver;
    private boolean inFrame;

    SeleniumSearch(WebDriver driver) {
        this.driver = driver;
    }

    /** What a search has found: the answer of the page or frame that has it, and the address of the page itself. */
    record Found(String topUrl, Map<?, ?> answer) {

        boolean isElement() {
            return answer.get("element") instanceof WebElement;
        }
    }

    /** Searches; the driver is in the frame afterwards that has the answer. */
    Found find(Look look) {
        boolean isRead = look.use() == Look.Use.VALUE || look.use() == Look.Use.SIGN;
        return isRead ? afterTheClick(() -> found(look), Found::answer) : found(look);
    }

    /** What the page says of itself. */
    Map<?, ?> read(boolean inDetail) {
        return afterTheClick(() -> {
            toTop();
            return SeleniumScripts.READ.on(driver, inDetail);
        }, each -> each);
    }

    /** What a page shows until a click has brought what it brings is of before, and read by nobody; the scripts say for how long at most. */
    private static <T> T afterTheClick(Supplier<T> question, Function<T, Map<?, ?>> answer) {
        var found = question.get();
        for (int again = 0; again < MOST_LOOKS && Boolean.TRUE.equals(answer.apply(found).get("before")); again++) {
            Patience.aMoment();
            found = question.get();
        }
        return found;
    }

    private Found found(Look look) {
        toTop();
        var within = look.target().within();
        var answer = SeleniumScripts.FIND.on(driver, asked(look), within);
        var topUrl = SeleniumScripts.string(answer.get("url"));
        for (int depth = 0; answer.get("frame") instanceof WebElement frame && depth < DEEPEST; depth++) {
            within = within.subList((int) SeleniumScripts.number(answer.get("used")), within.size());
            driver.switchTo().frame(frame);
            inFrame = true;
            answer = SeleniumScripts.FIND.on(driver, asked(look), within);
        }
        return new Found(topUrl, answer);
    }

    /** All elements that fit these targets, in whatever row, on the page itself; for those within a frame, the whole frame. */
    List<WebElement> holdersOf(List<Target> targets) {
        return ofEvery(targets, "elements").filter(WebElement.class::isInstance).map(WebElement.class::cast).toList();
    }

    /** What all of these show. */
    List<String> valuesOf(List<Target> targets) {
        return ofEvery(targets, "values").map(SeleniumScripts::string).filter(value -> !value.isBlank()).distinct().toList();
    }

    private Stream<Object> ofEvery(List<Target> targets, String what) {
        if (targets.isEmpty()) {
            return Stream.empty();
        }
        toTop();
        var every = targets.stream().map(target -> {
            var asked = asked(Look.forUse(target, Look.Use.VALUE));
            asked.remove("row");
            return Map.of("sought", asked, "within", target.within());
        }).toList();
        return SeleniumScripts.list(SeleniumScripts.FIND.on(driver, Map.of("every", every), List.of()).get(what)).stream().map(Object.class::cast);
    }

    void toTop() {
        if (inFrame) {
            driver.switchTo().defaultContent();
            inFrame = false;
        }
    }

    /** Says that another window shows, in which we are in no frame. */
    void windowChanged() {
        inFrame = false;
    }

    private static Map<String, String> asked(Look look) {
        var target = look.target();
        var asked = new HashMap<String, String>();
        asked.put("label", text(target.label()));
        asked.put("role", target.role());
        asked.put("name", text(target.name()));
        asked.put("text", text(target.text()));
        asked.put("css", target.css());
        asked.put("row", text(target.inRow()));
        asked.put("use", look.use().name());
        asked.put("option", look.option());
        asked.values().removeIf(Objects::isNull);
        return asked;
    }

    private static String text(Template template) {
        return template == null ? null : template.written();
    }
}
