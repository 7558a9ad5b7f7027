package io.portolan.console;

import static io.portolan.console.Messages.say;

import io.portolan.journal.Entry;
import io.portolan.journal.Journal;
import io.portolan.refusal.Refused;
import io.portolan.tpp.EditTpps;
import io.portolan.tpp.Tpp;
import io.portolan.tpp.TppDraft;
import io.portolan.tpp.TppProfile;
import io.portolan.tpp.Tpps;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Our TPPs, and who each of them is. */
@Controller
class TppsPage {

    private final Tpps tpps;
    private final EditTpps edit;
    private final Journal journal;
    private final TppDocumentForms documents;
    private final Clock clock;

    TppsPage(Tpps tpps, EditTpps edit, Journal journal, TppDocumentForms documents, Clock clock) {
        this.tpps = tpps;
        this.edit = edit;
        this.journal = journal;
        this.documents = documents;
        this.clock = clock;
    }

    /** A TPP as a row; one whom nobody can reach has no contact who is still there. */
    record TppLine(String id, String name, String country, String roles, String authority, String applications, boolean isUnreachable) { }

    /** A change, as the journal has it. */
    record ChangeLine(TimeView at, String actor, String act, String detail) { }

    @GetMapping("/tpps")
    String list(Model model) {
        model.addAttribute("rows", tpps.all().stream().map(this::line).toList());
        return "tpps";
    }

    @GetMapping("/tpps/{id}")
    String one(@PathVariable String id, Model model) {
        return show(id, Map.of(), Map.of(), model);
    }

    /** The page of a TPP, with what is wrong about a document that was handed in. */
    String show(String id, Map<String, String> typed, Map<String, String> wrong, Model model) {
        var kept = edit.kept(id).orElseThrow(() -> Refused.notFound("unknown-tpp", say("tpp.there-is-no-tpp", id)));
        var now = clock.instant();
        var sections = TppFields.of(TppForm.of(TppDraft.of(kept.tpp(), kept.version())), Map.of()).stream().filter(TppsPage::saysSomething).toList();
        var changes = journal.of(EditTpps.chain(id)).stream().map(this::line).collect(Collectors.toList());
        Collections.reverse(changes);
        model.addAttribute("tpp", line(kept.tpp()));
        model.addAttribute("changed", TimeView.of(kept.changedAt(), now));
        model.addAttribute("sections", sections);
        model.addAttribute("changes", changes);
        model.addAttribute("leaving", leaving(kept.tpp().profile()));
        documents.show(id, typed, wrong, model);
        return "tpp";
    }

    private static boolean saysSomething(TppFields.Section section) {
        return section.groups().stream().flatMap(group -> group.fields().stream()).anyMatch(field -> !field.said().isBlank());
    }

    private TppLine line(Tpp tpp) {
        var profile = tpp.profile();
        return new TppLine(tpp.id(), profile.legalName(), profile.country(), profile.roles().stream().map(Enum::name).collect(Collectors.joining(", ")), profile.authority(),
                String.join(", ", profile.applications().keySet()), profile.contact(TppProfile.Contact.Kind.BANKS, today()).isEmpty());
    }

    /** Who has left or is about to. */
    private List<String> leaving(TppProfile profile) {
        return profile.contacts().stream().filter(contact -> contact.until() != null).map(contact -> name(contact) + (contact.isThere(today()) ? say("tpp.leaves-on-2") : say("tpp.has-left-on"))
                + contact.until() + ".").toList();
    }

    private static String name(TppProfile.Contact contact) {
        var name = ((contact.firstName() == null ? "" : contact.firstName()) + " " + (contact.lastName() == null ? "" : contact.lastName())).strip();
        return name.isEmpty() ? contact.eMail() : name;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private ChangeLine line(Entry entry) {
        return new ChangeLine(TimeView.of(entry.at(), clock.instant()), Wording.actor(entry.act().actor()), Wording.sentence(entry.act().name()), entry.act().detail());
    }
}
