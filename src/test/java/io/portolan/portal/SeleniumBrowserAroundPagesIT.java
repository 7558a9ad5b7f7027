package io.portolan.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pages as wholes: how they come, follow each other, show in pictures, and go. */
@Tag("browser")
class SeleniumBrowserAroundPagesIT extends OpenBrowsers {

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
    void waitsForASlowPageAndForWhatIsRedrawn() {
        var browser = showing(Kind.CHROMIUM, """
                <div id=box></div><script>
                setTimeout(() => document.getElementById('box').innerHTML = '<button onclick="this.textContent = `pressed`">Old</button>', 200);
                setInterval(() => { const b = document.querySelector('button'); if (b) { b.replaceWith(b.cloneNode(true)); } }, 150);
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
}
