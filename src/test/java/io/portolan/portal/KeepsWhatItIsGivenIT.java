package io.portolan.portal;

import io.portolan.leg.Outcome.Reason;
import org.junit.jupiter.api.Test;

/** What a control of a page has taken after a step is what it was given, or a person is asked, in Chromium. */
class KeepsWhatItIsGivenIT extends StepsInChromium {

    private static final String KEPT_NOT = "does not keep what is put into it";

    @Test
    void choosesInAListWhoseHiddenOptionsAreChildrenOfItsOwnElement() {
        assertDone(on(SAID + """
                <x-select id=c label=Country><x-option value=at>Austria</x-option><x-option value=de>Germany</x-option></x-select>
                <button onclick="if (c.value === 'de') { %s }">Create</button>
                <script>
                customElements.define('x-option', class extends HTMLElement { connectedCallback() {
                  this.setAttribute('role', 'option'); this.attachShadow({mode: 'open'}).innerHTML = '<div><slot></slot></div>' } });
                customElements.define('x-select', class extends HTMLElement { connectedCallback() {
                  const root = this.attachShadow({mode: 'open'});
                  root.innerHTML = '<label id=l>' + this.getAttribute('label') + '</label><div id=a><input id=i readonly role=combobox aria-expanded=false '
                    + 'aria-controls=b aria-labelledby=l></div><div id=b role=listbox aria-labelledby=l aria-expanded=false hidden><slot></slot></div>';
                  const input = root.getElementById('i'), list = root.getElementById('b'), show = yes => {
                    list.hidden = !yes; [input, list].forEach(each => each.setAttribute('aria-expanded', yes)) };
                  root.getElementById('a').onmousedown = () => show(list.hidden);
                  list.onmouseup = event => { const option = event.target.closest('x-option'); this.value = option.getAttribute('value');
                    input.value = option.textContent; show(false) } } });
                </script>""".formatted(WELL), """
                - choose: {label: Country, option: Germany}
                - click: {role: button, name: Create}"""));
    }

    @Test
    void choosesWhatALongListDrawsOnlyWhenItIsScrolledTo() {
        assertDone(on(SAID + """
                <span id=t>Country</span><div id=c role=combobox tabindex=0 aria-labelledby=t aria-expanded=false aria-controls=l onclick="show(true)">Choose</div>
                <div id=l role=listbox hidden style="height: 100px; overflow-y: auto" onscroll="draw()"><div id=rows style="height: 4000px; position: relative"></div></div>
                <script>
                function show(yes) { l.hidden = !yes; c.setAttribute('aria-expanded', yes); draw() }
                function draw() { const first = Math.floor(l.scrollTop / 20); rows.innerHTML = '';
                  for (let i = first; i < first + 7 && i < 200; i++) { rows.insertAdjacentHTML('beforeend', '<div role=option style="position: absolute; top: '
                    + i * 20 + 'px; height: 20px" onclick="take(this)">Land ' + i + '</div>') } }
                function take(option) { c.textContent = option.textContent; show(false); if (c.textContent === 'Land 120') { %s } }
                </script>""".formatted(WELL), "- choose: {label: Country, option: Land 120}"));
    }

    @Test
    void asksAPersonWhereAListDoesNotTakeTheOption() {
        assertAsks(on(SAID + """
                <span id=t>Country</span><button id=c aria-labelledby=t aria-haspopup=listbox aria-expanded=false aria-controls=l onclick="show(true)">Choose</button>
                <ul id=l role=listbox hidden><li role=option onclick="show(false)">Austria</li><li role=option onclick="show(false)">Germany</li></ul>
                <script>function show(yes) { l.hidden = !yes; c.setAttribute('aria-expanded', yes) }</script>""",
                "- choose: {label: Country, option: Germany}"), Reason.PAGE_CHANGED, KEPT_NOT);
    }

    @Test
    void asksAPersonWhereAListTakesAnotherOption() {
        assertAsks(on("""
                <label for=c>Country</label><select id=c onchange="this.value = 'at'"><option value=at>Austria</option><option value=de>Germany</option></select>""",
                "- choose: {label: Country, option: Germany}"), Reason.PAGE_CHANGED, KEPT_NOT);
    }

    @Test
    void asksAPersonWhereABoxStaysUnticked() {
        assertAsks(on("<label><input type=checkbox onclick='return false'> I accept</label>", "- tick: {label: I accept}"),
                Reason.PAGE_CHANGED, KEPT_NOT);
    }

    @Test
    void asksAPersonWhereAFieldDropsWhatWasTypedOnceItIsLeft() {
        assertAsks(on("<label>Owner <input onblur=\"this.value = ''\"></label><button>Create</button>", """
                - fill: {label: Owner, with: Ada}
                - click: {role: button, name: Create}"""), Reason.PAGE_CHANGED, KEPT_NOT);
        assertAsks(on("<label>Owner <input onblur=\"this.value = this.value.slice(0, 5)\"></label>", "- fill: {label: Owner, with: Lantern Payments}"),
                Reason.PAGE_CHANGED, KEPT_NOT);
    }

    @Test
    void takesItThatFieldsFormatWhatWasTyped() {
        assertDone(on("""
                <label>From <input onblur="this.value = 'Nov 22, 2026'"></label> <label>IBAN <input onblur="this.value = 'DE02 1203 0000'"></label>
                <label>Fee <input onblur="this.value = '1,000.00'"></label> <label>Phone <input onblur="this.value = '170 1234'"></label>
                <label>Site <input onblur="this.value = 'lantern.example/'"></label><p>all is well</p>""", """
                - fill: {label: From, with: 2026-11-22}
                - fill: {label: IBAN, with: de0212030000}
                - fill: {label: Fee, with: '1000'}
                - fill: {label: Phone, with: +49 170 1234}
                - fill: {label: Site, with: 'https://lantern.example/'}"""));
    }

    @Test
    void closesACalendarThatStaysOpenAndTakesTheDayOnlyThen() {
        assertDone(on(SAID + """
                <p>From the day</p><label>Valid from <input id=d role=combobox aria-haspopup=dialog aria-expanded=false oninput="setTimeout(() => show(true), 100)"
                onkeydown="if (event.key === 'Escape') { d.value = ''; show(false) }"></label>
                <div style="position: relative"><div id=c role=dialog aria-label=Calendar hidden style="position: absolute; inset: 0; height: 300px; background: white">July</div>
                <button onclick="if (day === '2026-12-24') { %s }">Create</button></div>
                <script>let day = ''; function show(yes) { c.hidden = !yes; d.setAttribute('aria-expanded', yes) }
                document.addEventListener('click', event => { if (!c.contains(event.target) && event.target !== d && !c.hidden) { day = d.value; show(false) } })</script>"""
                .formatted(WELL), """
                - fill: {label: Valid from, with: 2026-12-24}
                - click: {role: button, name: Create}"""));
    }

    /** As pages draw lists that are of no kind: nothing says that it opens, and the next button of the form is another's. */
    private static final String DRAWN = SAID + """
            <style>.dd > div:first-child, .dd > div > div { cursor: pointer } .dd > div:last-of-type { display: none } .dd.open > div:last-of-type { display: block }</style>
            <form onsubmit="event.preventDefault(); if (k.querySelector('input').value === '%s') { said.textContent = 'all is well' }">
            <div class=row><span>Kind of institution</span><div class=dd id=k><div>Please select</div><div><div>Bank</div><div>Payment institution</div></div>
            <input type=hidden></div></div>
            <div class=row><label>Number <input></label></div><button>Continue</button></form>
            <script>k.firstElementChild.onclick = () => k.classList.toggle('open')
            k.querySelectorAll('.dd > div > div').forEach(option => option.onclick = () => { %s; k.classList.remove('open') })</script>""";

    @Test
    void choosesInAListThatIsDrawnOfPlainParts() {
        assertDone(on(DRAWN.formatted("Payment institution", "k.firstElementChild.textContent = option.textContent; k.querySelector('input').value = option.textContent"), """
                - choose: {label: Kind of institution, option: Payment institution}
                - click: {role: button, name: Continue}"""));
    }

    @Test
    void asksAPersonWhereADrawnListDoesNotTakeTheOption() {
        assertAsks(on(DRAWN.formatted("", ""), "- choose: {label: Kind of institution, option: Payment institution}"), Reason.PAGE_CHANGED, KEPT_NOT);
    }

    @Test
    void takesNoButtonOfTheFormForAList() {
        assertAsks(on(DRAWN.formatted("", "").replace("cursor: pointer", "color: black"), "- choose: {label: Kind of institution, option: Payment institution}"),
                Reason.PAGE_CHANGED, "Kind of institution");
        assertAsks(on(SAID + """
                <form onsubmit="event.preventDefault(); said.textContent = 'all is well'"><span>Kind</span><div>Please select</div>
                <label>Number <input></label><button>Continue</button></form>""", "- choose: {label: Kind, option: Bank}"), Reason.PAGE_CHANGED, "Kind");
    }
}
