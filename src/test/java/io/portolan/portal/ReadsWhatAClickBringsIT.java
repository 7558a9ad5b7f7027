package io.portolan.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.leg.Outcome.Reason;
import org.junit.jupiter.api.Test;

/** What a page still shows of before a click is neither a sign nor a value: another application's "Active" is not ours. */
class ReadsWhatAClickBringsIT extends StepsInChromium {

    private static final String NO_SIGN = "Nothing on the portal shows how this leg stands";
    private static final String SEARCH = "- click: {role: button, name: Search}";

    @Test
    void readsNoSignFromAListThatACallIsAboutToReplace() {
        pages.page("/rows", "").slow("/rows", 700);
        assertAsks(on("""
                <button onclick="fetch('/rows?q=ours').then(() => list.textContent = 'pending')">Search</button><p id=list>all is well</p>""",
                SEARCH), Reason.PAGE_CHANGED, NO_SIGN);
    }

    @Test
    void readsNoSignFromAListWhoseFormIsSentAMomentAfterTheClick() {
        pages.page("/found", "<p>pending</p>").slow("/found", 500);
        assertAsks(on("""
                <form action=/found><button onclick="event.preventDefault(); setTimeout(() => this.form.submit(), 200)">Search</button></form>
                <p>all is well</p>""", SEARCH), Reason.PAGE_CHANGED, NO_SIGN);
    }

    @Test
    void takesNoValueFromAListThatACallIsAboutToReplace() {
        pages.page("/rows", "").slow("/rows", 700);
        assertDone(on("""
                <button onclick="fetch('/rows?q=ours').then(() => list.innerHTML = '<p>all is well</p><code>key-of-ours</code>')">Search</button>
                <div id=list><code>key-of-another</code></div>""", SEARCH + "\n- capture: {as: api-key, css: code}", "", "{api-key: {secret: true}}"));
        assertThat(run.secrets()).containsEntry("api-key", "key-of-ours");
    }

    @Test
    void waitsNotForACallThatNeverEnds() {
        pages.hangs("/news");
        assertDone(on("""
                <button onclick="fetch('/news'); said.textContent = 'all is well'">Search</button><p id=said></p>""", SEARCH));
    }
}
