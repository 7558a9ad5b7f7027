package io.portolan.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.playbook.Target;
import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The browser that playbooks are played with, Chromium, and the one that stands in for it. */
@Tag("browser")
class SeleniumBrowserIT {

    enum Kind { CHROMIUM, HTML_UNIT }

    private static final Patience PATIENCE = new Patience(Duration.ofSeconds(5));
    private static final PortalSettings SETTINGS = new PortalSettings(2, Duration.ofSeconds(5), Duration.ofSeconds(5),
            Duration.ofSeconds(20), true, null, PortalSettings.Choice.AUTO, null, null, false, Duration.ofMillis(100));
    private static final Map<Kind, Browser> OPEN = new EnumMap<>(Kind.class);
    private static TestPages pages;

    @TempDir
    Path folder;

    @BeforeAll
    static void startPages() {
        pages = new TestPages();
    }

    @AfterAll
    static void close() {
        OPEN.values().forEach(Browser::close);
        OPEN.clear();
        pages.close();
    }

    private static Browser browser(Kind kind) {
        var chromium = new SeleniumChromium(SETTINGS);
        RealBrowser.require(kind == Kind.HTML_UNIT || chromium.isAvailable());
        return OPEN.computeIfAbsent(kind, each -> new SeleniumBrowsers(
                List.of(each == Kind.CHROMIUM ? chromium : new SeleniumHtmlUnitDrivers()), SETTINGS).open());
    }

    private static Browser showing(Kind kind, String body) {
        var browser = browser(kind);
        browser.open(pages.page("/page", body).url("/page"));
        return browser;
    }

    @ParameterizedTest
    @EnumSource
    void fillsAFormByItsLabels(Kind kind) throws Exception {
        Files.writeString(folder.resolve("logo.txt"), "the logo");
        var browser = showing(kind, """
                <form action="/sent" method="post">
                <label for=a>First name *</label><input id=a name=first value=old>
                <label>Surname <input name=last></label>
                <input aria-label="E-mail address" name=mail type=email><input name=town placeholder=Town>
                <span id=vat>VAT number:</span><input aria-labelledby=vat name=vat>
                <label for=c>Country</label><select id=c name=country><option value=cz>Czechia<option value=at>Austria</select>
                <fieldset><legend>Platform</legend><label><input type=radio name=platform value=w>Web</label>
                <label><input type=radio name=platform value=m>Mobile</label></fieldset>
                <label><input type=checkbox name=terms> I accept the terms</label>
                <label for=f>Logo</label><input id=f type=file>
                <button>Send</button></form>""");
        pages.page("/sent", "thank you");
        field(browser, "First name").type("Ada");
        field(browser, "surname").type("Lovelace");
        field(browser, "E-mail address").type("ada@example.org");
        field(browser, "Town").type("Wien");
        field(browser, "VAT number").type("ATU1");
        browser.find(new Look(label("Country"), Look.Use.OPTION, "Austria")).orElseThrow().click();
        browser.find(new Look(label("Platform"), Look.Use.OPTION, "Mobile")).orElseThrow().click();
        var terms = browser.find(Look.forUse(label("I accept the terms"), Look.Use.BOX)).orElseThrow();
        assertThat(terms.isOn()).isFalse();
        terms.click();
        assertThat(browser.find(Look.forUse(label("I accept the terms"), Look.Use.BOX)).orElseThrow().isOn()).isTrue();
        browser.find(Look.forUse(label("Logo"), Look.Use.FILE)).orElseThrow().upload(folder.resolve("logo.txt"));
        assertThat(browser.find(Look.forUse(label("Logo"), Look.Use.FILE)).orElseThrow().value()).endsWith("logo.txt");
        click(browser, role("button", "Send"));
        assertThat(PATIENCE.until(() -> Optional.of(browser.page()).filter(page -> page.text().contains("thank you")))).isPresent();
        assertThat(pages.received()).anySatisfy(sent -> assertThat(sent).isEqualTo("/sent first=Ada&last=Lovelace"
                + "&mail=ada%40example.org&town=Wien&vat=ATU1&country=at&platform=m&terms=on"));
    }

    @ParameterizedTest
    @EnumSource
    void comparesTextAsAPersonSeesIt(Kind kind) {
        var browser = showing(kind, """
                <style>.up { text-transform: uppercase }</style><p hidden>Create   application</p>
                <button class=up onclick="document.title = 'pressed'">Create
                application</button><a href=#x>Create application now</a>""");
        click(browser, text("CREATE APPLICATION"));
        assertThat(browser.page().title()).isEqualTo("pressed");
        assertThat(browser.page().text()).doesNotContain("hidden");
        assertThat(browser.find(Look.forUse(role("link", "create application"), Look.Use.CLICK))).isPresent();
        assertThat(browser.find(Look.forUse(role("button", "Delete"), Look.Use.CLICK))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void takesTheFirstThatCanBeSeenAndPrefersTheExactName(Kind kind) {
        var browser = showing(kind, """
                <a href=#1 style="display:none">Open</a><a href=#2>Open all</a><a href=#3 id=it>Open</a>
                <button disabled>Save</button><div role=button id=save>Save</div>""");
        assertThat(find(browser, role("link", "Open")).href()).endsWith("#3");
        assertThat(find(browser, role("button", "Save")).value()).isEqualTo("Save");
        assertThat(browser.find(Look.forUse(role("button", "Save"), Look.Use.CLICK))).isPresent();
    }

    @ParameterizedTest
    @EnumSource
    void readsValuesBesideTheirCaptions(Kind kind) {
        var browser = showing(kind, """
                <dl><dt>Client ID</dt><dd> abc-1 </dd></dl><table><tr><th>API key</th><td><code>key-2</code></td></tr></table>
                <label for=s>Client secret</label><input id=s readonly value="sec-3">""");
        assertThat(value(browser, "Client ID")).isEqualTo("abc-1");
        assertThat(value(browser, "API key")).isEqualTo("key-2");
        assertThat(value(browser, "Client secret")).isEqualTo("sec-3");
    }

    @ParameterizedTest
    @EnumSource
    void worksWithinAFrame(Kind kind) {
        pages.page("/inner", "<label>Code <input id=code></label><button onclick=\"this.textContent='done'\">Go</button>");
        var browser = showing(kind, "<h1>Outer</h1><iframe id=inner src=/inner width=300 height=200></iframe>");
        var code = Targets.label("Code", "#inner");
        PATIENCE.until(() -> browser.find(Look.forUse(code, Look.Use.FIELD))).orElseThrow().type("4711");
        assertThat(browser.find(Look.forUse(code, Look.Use.VALUE)).orElseThrow().value()).isEqualTo("4711");
        assertThat(browser.find(Look.forUse(code, Look.Use.VALUE)).orElseThrow().frameUrl()).endsWith("/inner");
        assertThat(browser.page().text()).contains("Outer");
    }

    @ParameterizedTest
    @EnumSource
    void tellsStatusTitleAndNamesOfAPage(Kind kind) {
        pages.status("/broken", 503).page("/broken", "<h1>Maintenance</h1><button>Back</button>");
        var browser = browser(kind);
        browser.open(pages.url("/broken"));
        var page = browser.pageInDetail();
        assertThat(page.named()).contains(new Page.Named("heading", "Maintenance"), new Page.Named("button", "Back"));
        assertThat(page.skeleton()).contains("button").noneMatch(line -> line.contains("Back"));
        if (kind == Kind.CHROMIUM) {
            assertThat(page.isOutOfOrder()).isTrue();
        }
    }

    @Test
    void saysThatAnAddressCannotBeReached() {
        var gone = new TestPages();
        gone.close();
        assertThatThrownBy(() -> browser(Kind.CHROMIUM).open(gone.url("/"))).isInstanceOf(BrowserTrouble.class)
                .satisfies(e -> assertThat(((BrowserTrouble) e).getMessage()).doesNotContain("localhost"));
    }

    @ParameterizedTest
    @EnumSource
    void readsAnotherPageAndComesBack(Kind kind) {
        pages.page("/terms", "<p>You may do nothing.</p>");
        var browser = showing(kind, "<p>here</p>");
        assertThat(browser.textOf(pages.url("/terms"))).contains("You may do nothing.");
        assertThat(browser.page().text()).contains("here");
    }

    @Test
    void seesThroughShadowRoots() {
        var browser = showing(Kind.CHROMIUM, """
                <div id=host></div><script>
                const root = document.getElementById('host').attachShadow({mode: 'open'});
                root.innerHTML = '<label for=k>Redirect URL</label><input id=k><p>in the shadow</p><button>Save</button>';
                root.querySelector('button').onclick = () => document.title = root.querySelector('input').value;
                </script>""");
        field(browser, "Redirect URL").type("https://us.example/cb");
        click(browser, Targets.role("button", "Save", "#host"));
        assertThat(browser.page().title()).isEqualTo("https://us.example/cb");
        assertThat(browser.page().text()).contains("in the shadow");
    }

    @Test
    void waitsForASlowPageAndForWhatIsRedrawn() {
        var browser = showing(Kind.CHROMIUM, """
                <div id=box></div><script>
                setTimeout(() => document.getElementById('box').innerHTML = '<button>Old</button>', 200);
                setInterval(() => { const b = document.querySelector('button'); if (b && b.textContent !== 'pressed')
                  { const c = b.cloneNode(true); c.onclick = () => c.textContent = 'pressed'; b.replaceWith(c); } }, 150);
                </script>""");
        var button = PATIENCE.until(() -> browser.find(Look.forUse(role("button", "Old"), Look.Use.CLICK))).orElseThrow();
        button.click();
        assertThat(PATIENCE.until(() -> browser.find(Look.forUse(role("button", "pressed"), Look.Use.CLICK)))).isPresent();
    }

    @Test
    void answersADialogAsTheClickWasMeant() {
        var browser = showing(Kind.CHROMIUM, "<button onclick=\"document.title = confirm('Sure?') ? 'yes' : 'no'\">Create</button>");
        click(browser, role("button", "Create"));
        assertThat(PATIENCE.until(() -> Optional.of(browser.page().title()).filter("yes"::equals))).isPresent();
    }

    @Test
    void recognisesACaptcha() {
        assertThat(showing(Kind.CHROMIUM, "<div class=h-captcha data-sitekey=1></div>").page().captcha()).isTrue();
        assertThat(showing(Kind.CHROMIUM, "<p>no riddle</p>").page().captcha()).isFalse();
    }

    @Test
    void followsANewWindow() {
        pages.page("/second", "<button>Second</button>");
        var browser = showing(Kind.CHROMIUM, "<a href=/second target=_blank>Go</a>");
        click(browser, role("link", "Go"));
        assertThat(PATIENCE.until(() -> {
            browser.turnToAnotherWindow();
            return browser.find(Look.forUse(role("button", "Second"), Look.Use.CLICK));
        })).isPresent();
    }

    @Test
    void hidesSecretsFromPictures() throws Exception {
        var browser = showing(Kind.CHROMIUM, """
                <style>body { margin: 0; background: white } div, input { position: absolute; left: 10px; width: 200px; height: 40px;
                background: yellow; border: 0; padding: 0; font-size: 20px } </style>
                <div style="top: 10px">token sec<b>ret-4711</b></div><input type=password style="top: 110px" value=abc>
                <div id=pointed style="top: 210px">shown once</div><input style="top: 310px" value="x secret-4711 y">
                <div style="top: 410px">harmless</div>""");
        var picture = ImageIO.read(new ByteArrayInputStream(browser.maskedPicture(List.of("secret-4711"),
                List.of(Targets.css("#pointed"))).orElseThrow()));
        for (int top : new int[] {10, 110, 210, 310}) {
            for (int x = 10; x < 210; x++) {
                for (int y = top; y < top + 40; y++) {
                    assertThat(new Color(picture.getRGB(x, y))).isEqualTo(MaskedPicture.COLOUR);
                }
            }
        }
        assertThat(new Color(picture.getRGB(205, 445))).isEqualTo(Color.YELLOW);
    }

    @Test
    void takesNoPictureWhereItCannot() {
        assertThat(showing(Kind.HTML_UNIT, "<p>plain</p>").maskedPicture(List.of(), List.of())).isEmpty();
    }

    @Test
    void tellsThatTheBrowserIsGone() {
        var browser = new SeleniumBrowsers(List.of(new SeleniumChromium(SETTINGS)), SETTINGS).open();
        browser.close();
        assertThatThrownBy(browser::page).isInstanceOf(BrowserTrouble.class)
                .satisfies(e -> assertThat(((BrowserTrouble) e).isGone()).isTrue());
    }

    private static Element field(Browser browser, String label) {
        return browser.find(Look.forUse(label(label), Look.Use.FIELD)).orElseThrow();
    }

    private static String value(Browser browser, String label) {
        return browser.find(Look.forUse(label(label), Look.Use.VALUE)).orElseThrow().value();
    }

    private static Element find(Browser browser, Target target) {
        return browser.find(Look.forUse(target, Look.Use.CLICK)).orElseThrow();
    }

    private static void click(Browser browser, Target target) {
        find(browser, target).click();
    }

    private static Target label(String label) {
        return Targets.label(label);
    }

    private static Target role(String role, String name) {
        return Targets.role(role, name);
    }

    private static Target text(String text) {
        return Targets.text(text);
    }
}
