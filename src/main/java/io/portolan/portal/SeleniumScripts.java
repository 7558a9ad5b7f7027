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
    FIND, READ, BOXES;

    private final String source = text("dom") + text(name().toLowerCase(java.util.Locale.ROOT));

    /** Runs it on the current page or frame; every one of them answers with an object. */
    Map<?, ?> on(WebDriver driver, Object... arguments) {
        return ((JavascriptExecutor) driver).executeScript(source, arguments) instanceof Map<?, ?> map ? map : Map.of();
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

    private static String text(String name) {
        try (var in = SeleniumScripts.class.getResourceAsStream(name + ".js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8) + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
