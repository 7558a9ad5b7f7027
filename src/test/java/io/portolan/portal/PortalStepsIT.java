package io.portolan.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.journal.Evidence;
import io.portolan.leg.Outcome.Reason;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Steps on pages as third parties make them, in Chromium. */
class PortalStepsIT extends StepsInChromium {

    @Test
    void choosesInAListThatOpensWhenItIsClicked() {
        assertDone(on(SAID + """
                <span id=l>Country</span><button id=b aria-labelledby=l aria-haspopup=listbox aria-expanded=false
                  onclick="setTimeout(() => { o.hidden = false; b.setAttribute('aria-expanded', true) }, 200)">Select…</button>
                <ul id=o role=listbox hidden><li role=option>Austria</li><li role=option onclick="pick(this)">Germany</li></ul>
                <script>function pick(li) { b.textContent = li.textContent; o.hidden = true; b.setAttribute('aria-expanded', false); %s }
                </script>""".formatted(WELL), "- choose: {label: Country, option: Germany}"));
    }

    @Test
    void choosesInAListThatFiltersWhatIsTyped() {
        assertDone(on(SAID + """
                <label for=c>Branch</label><input id=c role=combobox aria-expanded=false aria-controls=o autocomplete=off><ul id=o role=listbox></ul>
                <script>
                c.oninput = () => setTimeout(() => { c.setAttribute('aria-expanded', true); o.innerHTML = c.value.length < 3 ? ''
                  : ['North', 'Northern Isles', 'South'].filter(n => n.startsWith(c.value))
                    .map(n => '<li role=option onclick="pick(this)">' + n + '</li>').join('') }, 150);
                function pick(li) { if (li.textContent === 'North') { o.innerHTML = ''; c.setAttribute('aria-expanded', false); %s } }
                </script>""".formatted(WELL), "- choose: {label: Branch, option: North}"));
    }

    @Test
    void turnsOnSwitchesAndBoxesThatAreHiddenBehindTheirLabels() {
        assertDone(on(SAID + """
                <style>.box { position: absolute; opacity: 0; width: 1px; height: 1px }</style>
                <div role=switch tabindex=0 aria-checked=false aria-label="Use OAuth" id=s onclick="s.setAttribute('aria-checked', true); both()">o</div>
                <label><input class=box type=checkbox id=t onchange="both()"><span>I am licensed</span></label>
                <script>function both() { if (t.checked && s.getAttribute('aria-checked') === 'true') { %s } }</script>""".formatted(WELL), """
                - tick: {label: Use OAuth}
                - tick: {label: I am licensed}
                - tick: {label: I am licensed}"""));
    }

    @Test
    void fillsFieldsWhoseCaptionIsNoLabelWhoseNamesChangeAndThatAScriptControls() {
        assertDone(on("""
                <div class=row><div class=caption>Application name *</div><div><input id=a></div></div>
                <div class=row><div class=caption>Redirect URL</div><div><input id=r></div></div>
                <div id=e contenteditable=true aria-label=Description style="min-height: 20px; border: 1px solid">old</div>
                <label>Valid from <input id=d type=date></label>
                """ + SAID + """
                <script>
                for (const i of document.querySelectorAll('input')) i.name = 'f' + Math.random();
                let state = 'draft'; a.value = state;
                a.addEventListener('input', () => { state = a.value; setTimeout(() => a.value = state, 10) });
                setInterval(() => { if (a.value === 'Lantern' && r.value.endsWith('/cb') && e.textContent === 'Shows accounts'
                  && d.value === '2026-12-01') { %s } }, 50);
                </script>""".formatted(WELL), """
                - fill: {label: Application name, with: '{{application.name}}'}
                - fill: {label: Redirect URL, with: 'https://us.example/cb'}
                - fill: {label: Description, with: Shows accounts}
                - fill: {label: Valid from, with: '2026-12-01'}
                - wait-for: {text: all is well}"""));
    }

    @Test
    void worksInTheRowOfAText() {
        var card = "<div class=card><div class=head><h3>%s</h3></div><div class=foot><button onclick=\"%s\">Open</button></div></div>";
        var row = "<tr><td>%s</td><td><button aria-label='Kebab toggle' onclick=\"%s\">⋮</button></td></tr>";
        assertDone(on(SAID + card.formatted("Torch", "") + card.formatted("Lantern", "step.hidden = false") + card.formatted("Lamp", "")
                + "<table id=step hidden>" + row.formatted("Lamp", "") + row.formatted("Lantern", WELL.replace("'", "&apos;")) + "</table>", """
                - click: {role: button, name: Open, in-row: '{{application.name}}'}
                - click: {role: button, in-row: '{{application.name}}', within: '#step'}"""));
        assertAsks(on(SAID + card.formatted("Torch", WELL.replace("'", "&apos;")) + "<div class=card><div class=head><h3>Lantern</h3></div></div>",
                "- click: {role: button, name: Open, in-row: '{{application.name}}'}"), Reason.PAGE_CHANGED, "is not there");
    }

    @Test
    void guessesNotWhatIsMeantWhereSeveralFit() {
        assertAsks(on("<button onclick=\"%s\">Create</button> <button>Create</button>".formatted(WELL.replace("'", "&apos;")) + SAID,
                "- click: {role: button, name: Create}"), Reason.PAGE_CHANGED, "is there more than once");
        assertThat(run.pieces()).anySatisfy(piece -> {
            assertThat(piece.kind()).isEqualTo(Evidence.Kind.OUTLINE);
            assertThat(new String(piece.body(), StandardCharsets.UTF_8)).contains("button: Create");
        });
        assertDone(on("<a href=#x>Terms</a><div><a href=#x>Terms</a></div><p>all is well</p>", "- click: {role: link, name: Terms}"));
    }

    @Test
    void handsFilesToAFieldThatOnlyAButtonOpens() {
        assertDone(on(SAID + """
                <button id=b>Upload certificate</button><script>
                b.onclick = () => { const f = document.createElement('input'); f.type = 'file';
                  f.onchange = async () => { if (await f.files[0].text() === 'the logo') { %s } }; f.click(); };
                </script>""".formatted(WELL), """
                - upload: {role: button, name: Upload certificate, file: '{{application.logo}}'}
                - wait-for: {text: all is well}"""));
        assertDone(on(SAID + """
                <div id=zone>Drop your logo here or <button onclick="f.click()">browse</button></div><input id=f type=file hidden>
                <script>f.onchange = () => { %s }</script>""".formatted(WELL),
                "- upload: {label: Drop your logo here or browse, file: '{{application.logo}}'}"));
    }

    @Test
    void looksIntoFramesAndShadowRootsByItself() {
        pages.page("/outer", "<iframe src=/inner width=500 height=300></iframe>");
        pages.page("/inner", """
                <x-field></x-field><script>
                customElements.define('x-field', class extends HTMLElement { connectedCallback() {
                  const root = this.attachShadow({mode: 'open'});
                  root.innerHTML = '<x-button><span slot=label>Create</span></x-button>';
                } });
                customElements.define('x-button', class extends HTMLElement { connectedCallback() {
                  const root = this.attachShadow({mode: 'open'});
                  root.innerHTML = '<button><slot name=label></slot></button>';
                  root.querySelector('button').onclick = () => document.body.append('all is well');
                } });
                </script>""");
        assertDone(on("<iframe src=/outer width=600 height=400></iframe>", "- click: {role: button, name: CREATE}"));
        assertDone(on("<iframe id=one src=/outer width=600 height=400></iframe>", "- click: {css: button, within: ['#one', iframe, x-field]}"));
    }

    @Test
    void scrollsOnForWhatShowsOnlyThen() {
        assertDone(on("""
                <div id=list style="height: 200px; overflow: auto"></div><script>
                let n = 0; const more = () => { for (let i = 0; i < 10; i++) list.insertAdjacentHTML('beforeend',
                  '<p style="height: 40px">' + (++n === 25 ? '<button>Lantern</button>' : 'row ' + n) + '</p>');
                  list.querySelectorAll('button').forEach(b => b.onclick = () => { %s }) };
                more(); list.onscroll = () => { if (list.scrollTop + 250 > list.scrollHeight && n < 60) more() };
                </script>""".formatted(WELL) + SAID, "- click: {role: button, name: Lantern}"));
    }

    @Test
    void takesSecretsFromWhereverAPageHoldsThem() {
        assertDone(on("""
                <label>Client secret <input type=password readonly value=from-a-field></label>
                <div><span>API key</span><div><code>from-code</code><button>Copy</button></div></div>
                <p id=t>Your key is: from-a-text.</p>
                <div><b>Old secret</b><span id=o>stale</span></div><script>setTimeout(() => o.textContent = 'renewed', 150)</script>
                <p>all is well</p>""", """
                - capture: {as: client-secret, label: Client secret}
                - capture: {as: api-key, label: API key}
                - capture: {as: subscription-key, css: '#t', pattern: 'is: ([a-z-]+)'}
                - capture: {as: application-token, label: Old secret}""", "",
                "{client-secret: {secret: true}, api-key: {secret: true}, subscription-key: {secret: true}, application-token: {secret: true}}"));
        assertThat(run.secrets()).containsEntry("client-secret", "from-a-field").containsEntry("api-key", "from-code")
                .containsEntry("subscription-key", "from-a-text").containsEntry("application-token", "renewed");
    }

    @Test
    void keepsDownloadsAsEvidenceOrAsTheSecretThatTheyAre() {
        var file = "<a download=\"%s\" href=\"data:text/plain,%s\">Download</a> <p>all is well</p>";
        assertDone(on(file.formatted("contract.txt", "the%20contract"), "- download: {role: link, name: Download}"));
        assertThat(run.pieces()).anySatisfy(piece -> {
            assertThat(piece.kind()).isEqualTo(Evidence.Kind.DOWNLOAD);
            assertThat(new String(piece.body(), StandardCharsets.UTF_8)).isEqualTo("the contract");
        });
        assertDone(on(file.formatted("secret.txt", "shown-once-4711"), "- download: {role: link, name: Download, as: client-secret}", "",
                "{client-secret: {secret: true}}"));
        assertThat(run.secrets()).containsEntry("client-secret", "shown-once-4711");
        assertThat(run.pieces()).noneMatch(piece -> piece.kind() == Evidence.Kind.DOWNLOAD
                && new String(piece.body(), StandardCharsets.UTF_8).contains("4711"));
    }

    @Test
    void entersACodeIntoBoxesOfOneCharacter() {
        assertDone(on(SAID + """
                <fieldset><legend>Code</legend><input maxlength=1><input maxlength=1><input maxlength=1><input maxlength=1></fieldset>
                <script>const b = [...document.querySelectorAll('input')];
                b.forEach((e, i) => e.oninput = () => { if (i < 3) b[i + 1].focus(); if (b.map(x => x.value).join('') === '4711') { %s } })
                </script>""".formatted(WELL), "- enter-code: {label: Code, code: '4711'}"));
    }

    @Test
    void readsWholeWordsOffAnElementAndNotTheNameOfItsIcon() {
        var look = SAID + "<p>%s</p><button onclick=\"%s\">Go on</button>";
        var steps = "- wait-for: {visible: {text: Active}}\n- click: {role: button, name: Go on}";
        assertDone(on(look.formatted("Neaktív</p><p><span><i class=material-icons>check_circle</i>ACTIVE</span>", WELL), steps));
        assertDone(on(look.formatted("Inactive</p><p>It is active.", WELL), steps));
        assertDone(on(look.formatted("<span class=material-icons>check</span>Active", WELL), steps.replace("visible: {text: Active}", "text: Active")));
    }

    @Test
    void findsNoSignInWordsThatOnlyHoldIt() {
        assertAsks(on(SAID + "<p>Inactive</p><p>non-active</p>", "- wait-for: {visible: {text: Active}}"), Reason.PAGE_CHANGED, "Active");
        assertAsks(on(SAID + "<h1>Inactive</h1>", "- wait-for: {visible: {role: heading, name: Active}}"), Reason.PAGE_CHANGED, "Active");
    }

    @Test
    void coversTheSecretsOfOtherApplicationsToo() {
        assertDone(on(SAID + """
                <h1>Keys</h1><table><tr><td>Lantern</td><td><code class=k>k3y-of-lantern</code></td></tr>
                <tr><td>Other app</td><td><code class=k>k3y-of-another</code></td></tr></table>
                <iframe srcdoc="<p>More</p><code class=k>k3y-in-a-frame</code><a href=/>k3y-in-a-frame</a>"></iframe>
                <button aria-label="Copy k3y-of-another" onclick="%s">Copy</button>""".formatted(WELL), """
                - capture: {as: api-key, css: code.k, in-row: Lantern}
                - click: {role: button, name: Copy}""", "", "{api-key: {secret: true}}"));
        assertThat(run.secrets()).containsEntry("api-key", "k3y-of-lantern");
        assertThat(run.pieces()).filteredOn(piece -> piece.kind() != Evidence.Kind.SCREENSHOT).isNotEmpty().allSatisfy(piece ->
                assertThat(new String(piece.body(), StandardCharsets.UTF_8)).contains("Keys").doesNotContain("k3y-"));
    }
}
