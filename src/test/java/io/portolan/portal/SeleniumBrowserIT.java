package io.portolan.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.playbook.Target;
import io.portolan.playbook.Template;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is on a page, found and used as a person would. */
@Tag("browser")
class SeleniumBrowserIT extends OpenBrowsers {

    @TempDir
    Path folder;

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

    @ParameterizedTest
    @EnumSource
    void tellsWhatAllElementsShowThatFitInWhateverRow(Kind kind) {
        var browser = showing(kind, """
                <table><tr><td>Ours</td><td><code class=k>key-1</code></td></tr><tr><td>Theirs</td><td><code class=k>key-2</code></td></tr></table>
                <div id=part><input class=k value=key-3></div>""");
        var ours = new Target(null, null, null, null, "code.k", List.of(), new Template("Ours"));
        assertThat(browser.valuesOf(List.of(ours))).containsExactly("key-1", "key-2");
        assertThat(browser.valuesOf(List.of(new Target(null, null, null, null, ".k", List.of("#part"), null)))).containsExactly("key-3");
    }
}
