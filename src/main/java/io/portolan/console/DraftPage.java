package io.portolan.console;

import io.portolan.onboarding.DraftOfPlaybook;
import io.portolan.onboarding.Onboardings;
import io.portolan.refusal.Refused;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The draft of a playbook, made of what people recorded by hand: to look at, to copy and to save. */
@Controller
class DraftPage {

    static final MediaType YAML = new MediaType("application", "yaml", StandardCharsets.UTF_8);

    private static final int ROWS = 20;

    private final DraftOfPlaybook drafts;
    private final Onboardings onboardings;
    private final Catalogue catalogue;
    private final Clock clock;

    DraftPage(DraftOfPlaybook drafts, Onboardings onboardings, Catalogue catalogue, Clock clock) {
        this.drafts = drafts;
        this.onboardings = onboardings;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /**
     * A draft.
     *
     * @param onboarding the one it was asked from, or null for the newest
     * @param decisions what a person has to decide before it is used
     */
    record DraftView(String bank, String name, String onboarding, List<String> decisions, List<CodeLine> lines) { }

    @GetMapping("/banks/{id}/draft")
    String show(@PathVariable String id, @RequestParam(required = false) String onboarding, Model model) {
        var name = catalogue.bankName(id);
        var now = clock.instant();
        model.addAttribute("by", onboardings.page(new Onboardings.Filter(null, id, null, null), null, ROWS).items().stream()
                .map(each -> OnboardingView.of(each, name, now)).filter(OnboardingView::isByHand).toList());
        model.addAttribute("draft", view(id, name, onboarding));
        return "draft";
    }

    private DraftView view(String bank, String name, String onboarding) {
        try {
            var text = drafts.of(bank, onboarding);
            var decisions = text.lines().takeWhile(line -> line.startsWith("#")).filter(line -> line.startsWith("# - ")).map(line -> line.substring(4)).toList();
            return new DraftView(bank, name, onboarding, decisions, CodeLine.of(text));
        } catch (Refused nothing) {
            if (!nothing.code().equals("nothing-recorded") || catalogue.isUnknown(bank)) {
                throw nothing;
            }
            return new DraftView(bank, name, onboarding, List.of(), List.of());
        }
    }

    @GetMapping("/banks/{id}/draft.yaml")
    ResponseEntity<String> save(@PathVariable String id, @RequestParam(required = false) String onboarding) {
        return saved(id + ".yaml", YAML, drafts.of(id, onboarding));
    }

    /** A text that the browser saves under this name and does not show. */
    static ResponseEntity<String> saved(String name, MediaType type, String text) {
        return ResponseEntity.ok().contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name).build().toString()).body(text);
    }
}
