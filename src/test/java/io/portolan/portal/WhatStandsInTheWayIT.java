package io.portolan.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.leg.Outcome.Reason;
import io.portolan.leg.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Dialogs, covers, windows, captchas and other things that come between a playbook and its page, in Chromium. */
class WhatStandsInTheWayIT extends StepsInChromium {

    @Test
    void takesTheButtonOfTheDialogThatIsOpen() {
        assertDone(on("""
                <main><button onclick="box.showModal()">Create</button></main>
                <dialog id=box><h2>New</h2><label>Name <input id=n></label><button onclick="if (n.value) { %s; box.close() }">Create</button></dialog>
                """.formatted(WELL.replace("\"", "&quot;")) + SAID, """
                - click: {role: button, name: Create}
                - fill: {label: Name, with: Lantern}
                - click: {role: button, name: Create}"""));
    }

    @Test
    void waitsForAButtonThatIsEnabledLateAndForTheExactName() {
        assertDone(on("""
                <div id=bar><button>Save as draft</button><button id=s disabled onclick="%s">Save</button></div>
                <script>setTimeout(() => s.disabled = false, 700)</script>
                """.formatted(WELL) + SAID, "- click: {role: button, name: Save}"));
        assertDone(on("""
                <div id=bar><button>Send later</button></div><script>
                setTimeout(() => bar.insertAdjacentHTML('beforeend', '<button id=s>Send</button>') || (s.onclick = () => { %s }), 250)</script>
                """.formatted(WELL) + SAID, "- click: {role: button, name: Send}"));
    }

    @Test
    void clicksAwayWhatStandsInTheWay() {
        assertDone(on("""
                <button onclick="%s">Create</button>
                <div id=banner style="position: fixed; inset: 0; background: #eee">We use cookies <button onclick="banner.remove()">Accept all</button></div>
                """.formatted(WELL) + SAID, "- click: {role: button, name: Create}", """
                portal:
                  name: steps
                  dismiss: [{role: button, name: Accept all}, {role: button, name: Close news}]""", ""));
    }

    @Test
    void saysWhatIsCoveredForEver() {
        assertAsks(on("<button>Create</button><div style='position: fixed; inset: 0'>spinner</div>", "- click: {role: button, name: Create}"),
                Reason.PAGE_CHANGED, "is covered by something else");
    }

    @Test
    void followsWindowsAndComesBackWhenTheyCloseThemselves() {
        pages.page("/consent", "<h1>Consent</h1><button onclick=\"opener.document.getElementById('said').textContent = 'all is well';"
                + " close()\">Allow</button>");
        assertDone(on(SAID + "<a href=/consent target=_blank rel=opener>Connect</a> <button>Home</button>", """
                - click: {role: link, name: Connect}
                - click: {role: button, name: Allow}
                - click: {role: button, name: Home}"""));
    }

    @Test
    void answersQuestionsOfTheBrowserAsThePlaybookSays() {
        var page = SAID + "<button onclick=\"if (confirm('Also subscribe to news?') === %s) { " + WELL.replace("\"", "'") + " }\">Create</button>";
        assertDone(on(page.formatted("false"), "- click: {role: button, name: Create, dialog: dismiss}"));
        assertDone(on(page.formatted("true"), "- click: {role: button, name: Create, dialog: accept}"));
        assertDone(on("<button onclick=\"alert('Saved, all is well')\">Save</button>", "- click: {role: button, name: Save}"));
    }

    @Test
    void asksAPersonWhereTermsHaveChanged() {
        pages.page("/terms", "<p>Version 1: you may do nothing.</p>");
        var page = "<a href=/terms>Terms</a> <label><input type=checkbox> I accept</label><p>all is well</p>";
        var steps = "- accept-terms: {label: I accept, document: {role: link, name: Terms}}";
        assertDone(on(page, steps));
        assertDone(on(page, steps));
        pages.page("/terms", "<p>Version 2: you may do even less.</p>");
        var asked = on(page, steps);
        assertAsks(asked, Reason.ASKED_BY_PLAYBOOK, "terms have changed");
        assertAsks(on(page, steps), Reason.ASKED_BY_PLAYBOOK, "terms have changed");
        answered = ((Outcome.NeedsPerson) asked).detail();
        assertDone(on(page, steps));
        answered = null;
        assertDone(on(page, steps));
        assertAsks(on(page, "- accept-terms: {label: I accept, document: {css: a}, known: " + "0".repeat(64) + "}"),
                Reason.ASKED_BY_PLAYBOOK, "terms have changed");
    }

    @Test
    void comparesTermsThatThePageItselfShows() {
        var page = "<p>It is <time>%s</time></p><section id=own-terms>%s</section><label><input type=checkbox> I agree</label><p>all is well</p>";
        var steps = "- accept-terms: {label: I agree, document: {css: '#own-terms'}}";
        assertDone(on(page.formatted("10:00", "<h2>Our terms</h2> <p>You pay <b>nothing</b>.</p>"), steps));
        assertDone(on(page.formatted("10:01", "<h2>Our  terms</h2><p>You pay\n<b>nothing</b>.</p>"), steps));
        assertAsks(on(page.formatted("10:02", "<h2>Our terms</h2><p>You pay a fee.</p>"), steps), Reason.ASKED_BY_PLAYBOOK, "terms have changed");
        for (var version : List.of("<h3>One</h3>You pay %s in version <code>7</code>", "<h3>Two</h3>You pay %s<textarea readonly>for all</textarea>",
                "<h3>Three</h3>You pay for this:<textarea readonly>%s</textarea>in <code>EUR</code>")) {
            steps = steps.replace("own-terms", "own-terms, #other");
            assertDone(on(page.formatted("10:03", version.formatted("nothing")), steps));
            assertDone(on(page.formatted("10:04", version.formatted("nothing")), steps));
            assertAsks(on(page.formatted("10:05", version.formatted("a fee")), steps), Reason.ASKED_BY_PLAYBOOK, "terms have changed");
        }
    }

    @Test
    void acceptsNoTermsUnreadThatOnlyAScriptShows() {
        var rest = "<label><input type=checkbox> I agree</label><p>all is well</p>";
        assertAsks(on("<button>Our terms</button>" + rest, "- accept-terms: {label: I agree, document: {role: button, name: Our terms}}"),
                Reason.ASKED_BY_PLAYBOOK, "cannot be read");
        for (var shown : List.of("<div id=shown><iframe srcdoc='You pay nothing.'></iframe>Our terms</div>",
                "<a id=shown href='#' onclick='return false'>Our terms</a>", "<a id=shown href='https://elsewhere.example/terms'>Our terms</a>")) {
            assertAsks(on(shown + rest, "- accept-terms: {label: I agree, document: {css: '#shown'}}"),
                    Reason.ASKED_BY_PLAYBOOK, "cannot be read");
        }
    }

    @Test
    void handsTheLegOverWhereACaptchaWaits() {
        assertAsks(on("<label>Name <input></label><label><input type=checkbox> I'm not a robot</label><button>Send</button>", """
                - fill: {label: Name, with: x}
                - click: {role: button, name: Send}"""), Reason.CAPTCHA, "captcha");
    }

    @Test
    void usesAPageThatNeverStopsLoading() {
        pages.hangs("/never.png");
        assertDone(on("<button onclick=\"%s\">Go</button><img src=/never.png>".formatted(WELL) + SAID, "- click: {role: button, name: Go}"));
        pages.hangs("/never");
        assertThat(on("<p>x</p>", "- open: '{{environment.base-url}}/never'")).isInstanceOf(Outcome.Fault.class);
        assertDone(on("<p>all is well</p>", "- expect: {text: all is well}"));
    }

    @Test
    void triesAgainLaterWhereThePortalIsOutOfService() {
        assertThat(on("<h1>Scheduled maintenance</h1>Please come back later.", "- click: {role: button, name: Go}"))
                .isInstanceOf(Outcome.Fault.class);
    }
}
