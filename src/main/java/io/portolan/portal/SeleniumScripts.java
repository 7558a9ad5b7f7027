package io.portolan.portal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WebDriver;

/** The scripts that look at a page; one call of them answers all that a step has to know. */
enum SeleniumScripts {
    FIND("calls", "names", "captcha", "held", "parts", "ways", "find"), READ("calls", "names", "captcha", "read"), BOXES("boxes"), SCROLL("scroll"),
    SET("names", "set"), CHOOSER("chooser"), FETCH("fetch"), STOP("stop"), ARRIVED("arrived"), HIT("names", "held", "hit"), FOCUS("focus"), BESIDE("beside"),
    CALLS("calls", "calling"),
    HELD("names", "held", "holding"), LEFT("names", "held", "left"), ROLL("names", "captcha", "parts", "ways", "roll");

    private final String source;

    SeleniumScripts(String... parts) {
        var whole = new StringBuilder(text("dom"));
        for (var part : parts) {
            whole.append(text(part));
        }
        source = whole.toString();
    }

    /** What counts the calls of a page from its very beginning, before the page's own scripts. */
    static String fromTheBeginning() {
        return "(function () {\n" + text("calls") + "callsOf(window);\n})();";
    }

    /** Runs it on the current page or frame; every one of them answers with an object. */
    Map<?, ?> on(WebDriver driver, Object... arguments) {
        return ((JavascriptExecutor) driver).executeScript(source, arguments) instanceof Map<?, ?> map ? map : Map.of();
    }

    /** The same for one that answers later, by what is called at its end. */
    Map<?, ?> onceDone(WebDriver driver, Object... arguments) {
        return ((JavascriptExecutor) driver).executeAsyncScript(source, arguments) instanceof Map<?, ?> map ? map : Map.of();
    }

    /** What READ has answered, with what a dialog has said as part of the page. */
    static Page page(Map<?, ?> answer, String dialog) {
        var named = list(answer.get("outline")).stream().map(Map.class::cast)
                .map(each -> new Page.Named(string(each.get("kind")), string(each.get("name")))).toList();
        var text = string(answer.get("text"));
        return new Page(string(answer.get("url")), string(answer.get("title")), (int) number(answer.get("status")),
                dialog.isEmpty() ? text : text + "\n" + dialog, Boolean.TRUE.equals(answer.get("captcha")), named,
                list(answer.get("skeleton")).stream().map(Object::toString).toList());
    }

    static String string(Object value) {
        return value == null ? "" : value.toString();
    }

    static double number(Object value) {
        return value instanceof Number number ? number.doubleValue() : 0;
    }

    static List<?> list(Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    /** Without what only people read, since the whole script goes to the browser with each look. */
    private static String text(String name) {
        try (var in = SeleniumScripts.class.getResourceAsStream(name + ".js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?m)^\\s*//.*\\R|^\\s+", "") + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
