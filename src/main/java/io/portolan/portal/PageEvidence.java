package io.portolan.portal;

import io.portolan.journal.Evidence;
import io.portolan.leg.LegRun;
import io.portolan.playbook.Hosts;
import io.portolan.playbook.Step;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what the page showed at the end of a leg, as picture and text, without any secret, be it one that a later leg takes or that stands
 * in another application's row; where one might be on the page that we cannot point at, only its outline.
 */
final class PageEvidence {

    private static final Logger LOG = LoggerFactory.getLogger(PageEvidence.class);

    private final LegRun run;
    private final Browser browser;
    private final RunPlaces places;
    private final LooseSecrets secrets;

    PageEvidence(LegRun run, Browser browser, RunPlaces places, LooseSecrets secrets) {
        this.run = run;
        this.browser = browser;
        this.places = places;
        this.secrets = secrets;
    }

    /** Keeps it; {@code last} is the step that was taken last, or null. A person is told what the page is made of. */
    void keep(Step last, boolean needsPerson) {
        keepsTexts(last, needsPerson);
    }

    private boolean keepsTexts(Step last, boolean needsPerson) {
        var page = browser.pageInDetail();
        if (secrets.mayShow(last)) {
            text("At " + Hosts.named(page.url()) + ", without texts, since a secret may be among them:\n"
                    + String.join("\n", page.skeleton()));
            return false;
        }
        browser.maskedPicture(places.secrets(), secrets.targets())
                .ifPresent(picture -> run.evidence(Evidence.Kind.SCREENSHOT, "image/png", picture));
        text(places.masked(page.title() + "\n\n" + page.text()));
        if (needsPerson) {
            outline(page);
        }
        return true;
    }

    /** Keeps what the page shows right after the act, and says what it calls out if that can be no secret; a browser that fails at it has done its work. */
    String ofTheAct() {
        try {
            return keepsTexts(null, false) ? browser.pageInDetail().alerts() : "";
        } catch (BrowserTrouble trouble) {
            LOG.info("No evidence of the page after the act could be taken: {}", trouble.getMessage());
            return "";
        }
    }

    /** Headings, landmarks, fields, buttons and links, for the person who has to see what has changed. */
    private void outline(Page page) {
        var lines = page.named().stream().map(each -> each.kind() + (each.name().isEmpty() ? "" : ": " + each.name())).toList();
        run.evidence(Evidence.Kind.OUTLINE, "text/plain",
                places.masked(String.join("\n", lines)).getBytes(StandardCharsets.UTF_8));
    }

    private void text(String text) {
        run.evidence(Evidence.Kind.PAGE_TEXT, "text/plain", text.getBytes(StandardCharsets.UTF_8));
    }
}
