package io.portolan.portal;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** An element of a portal that is rehearsed: it takes and keeps whatever is done to it. */
record RehearsedElement(RehearsedBrowser browser, String what, String value) implements Element {

    private static final String ON = "on";

    @Override
    public String topUrl() {
        return browser.url();
    }

    @Override
    public String frameUrl() {
        return browser.url();
    }

    @Override
    public boolean isOn() {
        return ON.equals(browser.held().get(what));
    }

    @Override
    public boolean isExact() {
        return true;
    }

    @Override
    public boolean isOpen() {
        return false;
    }

    @Override
    public boolean isBehindCaptcha() {
        return false;
    }

    @Override
    public boolean hasState() {
        return true;
    }

    @Override
    public String href() {
        return null;
    }

    @Override
    public Optional<Held> held() {
        var shown = browser.held().getOrDefault(what, "");
        return Optional.of(new Held(shown, shown, List.of(), ""));
    }

    @Override
    public Optional<Held> left() {
        return held();
    }

    @Override
    public void type(CharSequence text) {
        browser.held().put(what, text.toString());
        browser.act(what);
    }

    @Override
    public void typeCode(CharSequence code) {
        type(code);
    }

    @Override
    public void click() {
        browser.held().put(what, ON);
        browser.act(what);
    }

    @Override
    public boolean roll() {
        return false;
    }

    @Override
    public void close(Closing how) {
        // nothing opens
    }

    @Override
    public void upload(Path file) {
        browser.act(what);
    }

    /** Names nothing that was typed into it. */
    @Override
    public String toString() {
        return what;
    }
}
