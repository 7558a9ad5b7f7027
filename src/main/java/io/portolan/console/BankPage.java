package io.portolan.console;

import static io.portolan.console.Messages.say;

import io.portolan.chart.RouteModels;
import io.portolan.onboarding.FindBanks;
import io.portolan.onboarding.Onboardings;
import io.portolan.playbook.NamedBank;
import io.portolan.playbook.Playbooks;
import io.portolan.refusal.Refused;
import io.portolan.registration.Registrations;
import io.portolan.rehearsal.Coverage;
import io.portolan.worklist.BankFolder;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What is known of one bank, how we stand with it, and the pictures of the ways in. */
@Controller
class BankPage {

    private static final int ROWS = 20;

    private final FindBanks find;
    private final Playbooks playbooks;
    private final Onboardings onboardings;
    private final Registrations registrations;
    private final RouteModels models;
    private final BankFolder folder;
    private final Coverage coverage;
    private final Catalogue catalogue;
    private final Clock clock;

    BankPage(FindBanks find, Playbooks playbooks, Onboardings onboardings, Registrations registrations, RouteModels models, BankFolder folder,
            Coverage coverage, Catalogue catalogue, Clock clock) {
        this.catalogue = catalogue;
        this.coverage = coverage;
        this.folder = folder;
        this.find = find;
        this.playbooks = playbooks;
        this.onboardings = onboardings;
        this.registrations = registrations;
        this.models = models;
        this.clock = clock;
    }

    /** Who has named a bank that stands in no file, and who has corrected it last, or null. */
    record NamedView(String by, TimeView at, String correctedBy, TimeView correctedAt) {

        static NamedView of(NamedBank named, Instant now) {
            return new NamedView(Wording.actor(named.namedBy()), TimeView.of(named.namedAt(), now), named.correctedBy() == null ? null : Wording.actor(named.correctedBy()),
                    TimeView.of(named.correctedAt(), now));
        }
    }

    @GetMapping("/banks/{id}")
    String one(@PathVariable String id, Model model) {
        return show(id, BankFolderView.Form.NONE, model);
    }

    /** The page with what was typed into a form that was not taken. */
    String show(String id, BankFolderView.Form form, Model model) {
        var found = find.one(id).orElseThrow(() -> Refused.notFound("unknown-bank", say("bank.there-is-no-bank", id)));
        var now = clock.instant();
        var isKnownOnly = found.known() != null;
        catalogue.named(id).ifPresent(named -> model.addAttribute("named", NamedView.of(named, now)));
        model.addAttribute("bank", isKnownOnly ? KnownBankView.of(found, catalogue::bankName) : BankView.of(found));
        if (!isKnownOnly) {
            model.addAttribute("trust", TrustView.of(found, coverage, now));
        }
        model.addAttribute("folder", BankFolderView.of(folder, id, form, now));
        model.addAttribute("problems", playbooks.problems().stream().filter(problem -> id.equals(problem.bank())).toList());
        model.addAttribute("registrations", registrations.page(new Registrations.Filter(null, id, null), null, ROWS).items().stream()
                .map(each -> RegistrationView.of(each, found.entry().name(), List.of(), Map.of(), List.of(), now)).toList());
        var begun = onboardings.page(new Onboardings.Filter(null, id, null, null), null, ROWS).items().stream()
                .map(each -> OnboardingView.of(each, found.entry().name(), now)).toList();
        model.addAttribute("onboardings", begun.stream().filter(each -> !each.isFinal()).toList());
        model.addAttribute("hasDraft", begun.stream().anyMatch(OnboardingView::isByHand));
        return isKnownOnly ? "bank-known" : "bank";
    }

    /** The way in as a model, which a browser draws. */
    @GetMapping("/banks/{id}/environments/{environment}/routes/{name}/diagram")
    ResponseEntity<String> diagram(@PathVariable String id, @PathVariable String environment, @PathVariable String name) {
        var playbook = playbooks.current(id).orElseThrow(() -> Refused.notFound("unknown-bank", say("bank.there-is-no-bank", id))).playbook();
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_XML).body(models.bpmn(playbook, environment, name));
    }
}
