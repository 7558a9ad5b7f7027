package io.portolan.portal;

import io.portolan.playbook.Target;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A browser without a browser: a handful of pages, made of texts and of elements that lead from one to the next. */
final class FakeBrowser implements Browser {

    private final Map<String, FakePage> pages = new LinkedHashMap<>();
    private final Consumer<String> told;
    private final List<String> done = new ArrayList<>();
    private final List<String> maskedTargets = new ArrayList<>();
    private final List<String> maskedSecrets = new ArrayList<>();
    private FakePage current = new FakePage("about:blank", "", 0, false);

    /** Tells what it does as it does it. */
    FakeBrowser(Consumer<String> told) {
        this.told = told;
    }

    FakePage page(String url, String text) {
        return add(new FakePage(url, text, 200, false));
    }

    FakePage add(FakePage page) {
        pages.put(page.url, page);
        return page;
    }

    List<String> done() {
        return done;
    }

    /** The labels of what was covered in pictures. */
    List<String> maskedTargets() {
        return maskedTargets;
    }

    /** The texts that were covered in pictures. */
    List<String> maskedSecrets() {
        return maskedSecrets;
    }

    private void tell(String deed) {
        done.add(deed);
        told.accept(deed);
    }

    @Override
    public void open(String url) {
        current = pages.getOrDefault(url, new FakePage(url, "Page not found", 404, false));
        tell("open " + url);
    }

    @Override
    public Page page() {
        return new Page(current.url, "Title", current.status, current.read(), current.captcha,
                current.values.keySet().stream().map(name -> new Page.Named("button", name)).toList(), List.of("button", "code"));
    }

    @Override
    public Page pageInDetail() {
        var page = page();
        return new Page(page.url(), page.title(), page.status(), page.text(), page.captcha(),
                Stream.concat(current.alerts.stream(), page.named().stream()).toList(), page.skeleton());
    }

    @Override
    public Optional<Element> find(Look look) {
        var name = look.wanted();
        return current.lookedAt(name).map(page -> new FakeElement(page, name, page.values.get(name)));
    }

    @Override
    public Miss why(Look look) {
        return Miss.NOT_THERE;
    }

    @Override
    public void turnToAnotherWindow() {
        // There is only one.
    }

    @Override
    public void closeOtherWindows() {
        // There is only one.
    }

    @Override
    public void scrollOn() {
        // Everything shows.
    }

    @Override
    public boolean isCalling() {
        return false;
    }

    @Override
    public void answerDialogs(boolean accept) {
        // There are none.
    }

    @Override
    public void holdFileChooser() {
        // There is none.
    }

    @Override
    public List<Path> downloads() {
        return List.of();
    }

    @Override
    public Optional<Document> document(String url) {
        return Optional.empty();
    }

    @Override
    public String textOf(String url) {
        return pages.get(url).text;
    }

    @Override
    public List<String> valuesOf(List<Target> targets) {
        return targets.stream().map(target -> target.label().written()).filter(current.values::containsKey).map(current.values::get).toList();
    }

    @Override
    public Optional<byte[]> maskedPicture(List<CharSequence> secrets, List<Target> secretTargets) {
        secretTargets.stream().map(target -> target.label().written()).forEach(maskedTargets::add);
        secrets.stream().map(CharSequence::toString).forEach(maskedSecrets::add);
        return Optional.of(new byte[] {1});
    }

    @Override
    public void close() {
        tell("close");
    }

    private final class FakeElement implements Element {

        private final FakePage page;
        private final String name;
        private final String value;

        FakeElement(FakePage page, String name, String value) {
            this.page = page;
            this.name = name;
            this.value = value;
        }

        @Override
        public String topUrl() {
            return page.url;
        }

        @Override
        public String frameUrl() {
            return page.url;
        }

        @Override
        public boolean isOn() {
            return done.contains("click " + name);
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
            return page.captcha;
        }

        @Override
        public void typeCode(CharSequence code) {
            type(code);
        }

        @Override
        public String value() {
            return value;
        }

        @Override
        public String href() {
            return page.leadsTo.get(name);
        }

        @Override
        public Optional<Held> held() {
            var shown = page.values.get(name);
            return Optional.of(new Held(shown, shown, List.of(), ""));
        }

        @Override
        public Optional<Held> left() {
            return held();
        }

        @Override
        public boolean roll() {
            return false;
        }

        @Override
        public boolean hasState() {
            return true;
        }

        @Override
        public void type(CharSequence text) {
            page.values.put(name, text.toString());
            tell("type " + name);
        }

        @Override
        public void click() {
            tell("click " + name);
            if (page.leadsTo.containsKey(name)) {
                current = pages.get(page.leadsTo.get(name));
            }
        }

        @Override
        public void close(Closing how) {
            // Nothing opens.
        }

        @Override
        public void upload(Path file) {
            tell("upload " + file.getFileName());
        }
    }
}
