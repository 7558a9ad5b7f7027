package io.portolan.portal;

import io.portolan.playbook.Target;
import io.portolan.playbook.Template;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;

/** Looks for elements on the page and in its frames. */
final class SeleniumSearch {

    private static final int DEEPEST = 6;

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

    /** The elements of these targets on the page itself; for one within a frame, the whole frame. */
    List<WebElement> holdersOf(List<Target> targets) {
        var found = targets.stream().flatMap(target -> holderOf(target).stream()).toList();
        toTop();
        return found;
    }

    private List<WebElement> holderOf(Target target) {
        toTop();
        var answer = SeleniumScripts.FIND.on(driver, asked(Look.forUse(target, Look.Use.ANY)), target.within());
        return answer.get("frame") instanceof WebElement frame ? List.of(frame)
                : answer.get("element") instanceof WebElement element ? List.of(element) : List.of();
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
