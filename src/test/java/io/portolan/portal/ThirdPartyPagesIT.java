package io.portolan.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.leg.Outcome.Reason;
import org.junit.jupiter.api.Test;

/** Steps on pages that are built as those of software in the wild, in Chromium. */
class ThirdPartyPagesIT extends StepsInChromium {

    @Test
    void leavesNoPageThatStillTalksToItsServer() {
        pages.page("/first", "").slow("/first", 900).page("/second", "").page("/list", "all is well");
        assertDone(on("<button onclick=\"save()\">Save</button><script>const post = window.fetch; "
                + "async function save() { await post('/first', {method: 'POST'}); await post('/second', {method: 'POST', body: 'x'}) }</script>", """
                - click: {role: button, name: Save}
                - open: '{{environment.base-url}}/list'"""));
        assertThat(pages.received()).contains("/first ", "/second x");
    }

    @Test
    void takesTheValueBelowACaptionThatIsFollowedByAHint() {
        assertDone(on("""
                <div class=box><div><span>Token</span><br><span>Copy your token</span></div><div><span>tok-4711</span></div><button>Copy</button></div>
                <p>all is well</p>""", "- capture: {as: api-key, label: Copy your token}", "", "{api-key: {secret: true}}"));
        assertThat(run.secrets()).containsEntry("api-key", "tok-4711");
    }

    @Test
    void knowsFieldsWhoseCaptionsAreButtonsDeepInTheirOwnBoxes() {
        var caption = "<div class=menu><div class=activator><div class=label><button><span><b>%s</b></span><i></i><span class=spacer></span></button></div></div></div>";
        assertDone(on(("""
                <div class=grid><div class=field>%s<div class=interface><div class=input><input id=n></div></div></div>
                <div class=field>%s<div class=interface><div class=input><input id=l></div></div></div>
                <div class=field>%s<div class=interface><div class=input><input readonly value=tok-42></div></div></div></div>
                """ + SAID + "<script>setInterval(() => { if (n.value === 'Lantern' && l.value === 'Ledger') { " + WELL + " } }, 50)</script>")
                .formatted(caption.formatted("First Name"), caption.formatted("Last Name"), caption.formatted("Token")), """
                - fill: {label: First Name, with: '{{application.name}}'}
                - fill: {label: Last Name, with: Ledger}
                - capture: {as: api-key, label: Token}
                - wait-for: {text: all is well}""", "", "{api-key: {secret: true}}"));
        assertThat(run.secrets()).containsEntry("api-key", "tok-42");
    }

    @Test
    void choosesWhatIsSlottedIntoTheListsOfComponentsAndTicksBoxesThatOnlyTheirLabelsName() {
        assertDone(on(SAID + """
                <x-label>Country</x-label><x-select id=c><x-option>Austria</x-option><x-option id=g>Germany</x-option></x-select>
                <x-box id=web></x-box><label for=web>Web</label> <x-box id=app></x-box><label for=app>App</label>
                <script>
                customElements.define('x-label', class extends HTMLElement { connectedCallback() {
                  this.attachShadow({mode: 'open'}).innerHTML = '<label><slot></slot></label>' } });
                customElements.define('x-option', class extends HTMLElement { connectedCallback() {
                  this.attachShadow({mode: 'open'}).innerHTML = '<li role=option><slot></slot></li>';
                  this.onclick = () => { this.parentNode.choose(this.textContent) } } });
                customElements.define('x-select', class extends HTMLElement { connectedCallback() {
                  const root = this.attachShadow({mode: 'open'});
                  root.innerHTML = '<div role=combobox tabindex=0 aria-expanded=false aria-controls=l>Choose</div><ul id=l role=listbox hidden><slot></slot></ul>';
                  const box = root.firstChild, list = root.lastChild;
                  box.onclick = () => { list.hidden = !list.hidden; box.setAttribute('aria-expanded', !list.hidden) };
                  this.choose = what => { box.textContent = this.value = what; box.onclick() } } });
                customElements.define('x-box', class extends HTMLElement { static formAssociated = true;
                  constructor() { super(); this.attachInternals().role = 'radio'; this.style = 'display: inline-block; width: 20px; height: 20px; border: 1px solid';
                    this.onclick = () => { this.checked = true; if (this.id === 'app' && c.value === 'Germany') { %s } } } });
                </script>""".formatted(WELL), """
                - choose: {label: Country, option: Germany}
                - tick: {label: App}"""));
    }

    @Test
    void leavesAListThatStaysOpenBeforeItGoesOn() {
        assertDone(on(SAID + """
                <label for=s>Scopes</label><input id=s role=combobox aria-expanded=false aria-controls=l onclick="show(true)" onblur="show(false)">
                <div style="position: relative"><ul id=l role=listbox hidden style="position: absolute; inset: 0; height: 200px; background: white; margin: 0">
                <li role=option onmousedown="event.preventDefault(); s.value = 'payments'">payments</li></ul>
                <button onclick="if (s.value === 'payments') { %s }">Create</button></div>
                <script>function show(yes) { l.hidden = !yes; s.setAttribute('aria-expanded', yes) }</script>""".formatted(WELL), """
                - choose: {label: Scopes, option: payments}
                - click: {role: button, name: Create}"""));
    }

    @Test
    void opensAListWhoseFieldIsHiddenOrDrawnOverByItsOwnWords() {
        assertDone(on(SAID + """
                <span id=p>Plan</span><div class=box onclick="if (event.target.tagName !== 'INPUT') { show('pl', 'pi', true) }"><div style="width: 1px; height: 1px; overflow: hidden">
                <input id=pi readonly role=combobox aria-labelledby=p aria-expanded=false style="width: 1px; height: 1px; border: 0; padding: 0"></div><div id=pt>none</div></div>
                <div id=pl role=listbox hidden><div role=option onclick="pt.textContent = 'Gold'; show('pl', 'pi', false)">Gold</div></div>
                <span id=r>Region</span><div class=box style="position: relative" onclick="show('rl', 'ri', true)"><input id=ri readonly role=combobox aria-labelledby=r
                aria-expanded=false aria-controls=rs><div id=rt style="position: absolute; inset: 0">none</div></div>
                <div id=rl hidden><div id=rs role=listbox style="width: 0; height: 0; overflow: hidden"><div role=option aria-label=Africa>af</div></div>
                <div onclick="rt.textContent = 'Asia'; show('rl', 'ri', false); if (pt.textContent === 'Gold') { %s }"><div>Asia</div></div></div>
                <script>function show(list, input, yes) { document.getElementById(list).hidden = !yes; document.getElementById(input).setAttribute('aria-expanded', yes) }</script>"""
                .formatted(WELL), """
                - choose: {label: Plan, option: Gold}
                - choose: {label: Region, option: Asia}"""));
    }

    @Test
    void choosesNothingInAnotherListThatIsStillClosing() {
        assertDone(on(SAID + """
                <span id=a>From</span><div id=ac role=combobox tabindex=0 aria-labelledby=a aria-expanded=false onclick="show('al', ac, true)">none</div>
                <span id=b>To</span><div id=bc role=combobox tabindex=0 aria-labelledby=b aria-expanded=false onclick="show('bl', bc, true)">none</div>
                <ul id=al role=listbox hidden><li role=option>Lisbon</li><li role=option>Prague</li></ul><ul id=bl role=listbox hidden><li role=option>Lisbon</li><li role=option>Prague</li></ul>
                <script>
                function show(list, control, yes) { control.setAttribute('aria-expanded', yes); setTimeout(() => { document.getElementById(list).hidden = !yes }, yes ? 0 : 400) }
                [[al, ac], [bl, bc]].forEach(([list, control]) => [...list.children].forEach(each => { each.onclick = () => { control.textContent = each.textContent;
                  show(list.id, control, false); if (ac.textContent === 'Lisbon' && bc.textContent === 'Prague') { %s } } }))
                </script>""".formatted(WELL), """
                - choose: {label: From, option: Lisbon}
                - choose: {label: To, option: Prague}"""));
    }

    @Test
    void seesThatAKeyIsGoneAndNotOnlyNotDrawnYet() {
        var rows = SAID + "<h1>API keys</h1><ul id=l></ul><button onclick='setTimeout(() => l.children[0].remove(), 300)'>Delete</button>"
                + "<script>setTimeout(() => { l.innerHTML = '<li>Lantern key</li><li>Ledger key</li>' }, 300)</script>";
        var expected = "- expect: {visible: {role: heading, name: API keys}, gone: {text: Lantern key}}";
        assertAsks(on(rows, expected), Reason.PAGE_CHANGED, "the text \"Lantern key\" is still there");
        assertDone(on(rows + "<p>all is well</p>", "- expect: {text: Ledger key}\n- click: {role: button, name: Delete}\n" + expected));
    }

    @Test
    void closesByItsKeyAListThatStaysOpenWhenItIsLeft() {
        assertDone(on(SAID + """
                <span id=s>Scopes</span><div id=box onclick="show(true)"><input id=c role=combobox readonly aria-labelledby=s aria-expanded=false aria-controls=l
                onkeydown="if (event.key === 'Escape') { show(false) }"><b id=chips></b></div>
                <div style="position: relative"><ul id=l role=listbox hidden style="position: absolute; inset: 0; height: 200px; background: white; margin: 0">
                <li role=option onclick="chips.textContent += 'payments '">payments</li></ul>
                <button onclick="if (chips.textContent === 'payments ') { %s }">Create</button></div>
                <script>function show(yes) { l.hidden = !yes; c.setAttribute('aria-expanded', yes) }</script>""".formatted(WELL), """
                - choose: {label: Scopes, option: payments}
                - click: {role: button, name: Create}"""));
    }
}
