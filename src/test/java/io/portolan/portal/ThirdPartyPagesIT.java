package io.portolan.portal;

import static org.assertj.core.api.Assertions.assertThat;

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
}
