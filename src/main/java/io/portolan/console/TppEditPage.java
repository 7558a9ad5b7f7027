package io.portolan.console;

import static io.portolan.console.Messages.say;

import io.portolan.access.Actors;
import io.portolan.refusal.Refused;
import io.portolan.tpp.EditTpps;
import io.portolan.tpp.TppDraft;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The form in which we write down who we are; rows come and go by buttons, and nothing is kept before it is all right. */
@Controller
class TppEditPage {

    private final EditTpps tpps;
    private final Actors actors;

    TppEditPage(EditTpps tpps, Actors actors) {
        this.tpps = tpps;
        this.actors = actors;
    }

    /** Something that is wrong, and where on the page it stands. */
    record Wrong(String fieldId, String sentence) { }

    @GetMapping("/tpps/new")
    String blank(Model model) {
        return show(null, TppForm.empty(), Map.of(), null, model);
    }

    @PostMapping("/tpps")
    String add(@RequestParam MultiValueMap<String, String> typed, Model model, HttpServletResponse response, RedirectAttributes flash) {
        return handled(null, typed, draft -> tpps.add(draft, actors.current().name()), model, response, flash);
    }

    @GetMapping("/tpps/{id}/edit")
    String edit(@PathVariable String id, Model model) {
        var kept = tpps.kept(id).orElseThrow(() -> Refused.notFound("unknown-tpp", say("tpp.there-is-no-tpp", id)));
        return show(id, TppForm.of(TppDraft.of(kept.tpp(), kept.version())), Map.of(), null, model);
    }

    @PostMapping("/tpps/{id}")
    String change(@PathVariable String id, @RequestParam MultiValueMap<String, String> typed, Model model, HttpServletResponse response, RedirectAttributes flash) {
        if (tpps.kept(id).isEmpty()) {
            throw Refused.notFound("unknown-tpp", say("tpp.there-is-no-tpp", id));
        }
        typed.set("id", id);
        return handled(id, typed, draft -> tpps.change(id, draft, actors.current().name()), model, response, flash);
    }

    /** What is done with a draft. */
    private interface Keep {
        EditTpps.Kept with(TppDraft draft);
    }

    private String handled(String id, MultiValueMap<String, String> typed, Keep keep, Model model, HttpServletResponse response, RedirectAttributes flash) {
        var form = TppForm.of(typed);
        if (typed.containsKey("drop")) {
            var row = form.value("drop");
            return show(id, form.minus(row), Map.of(), "add-" + row.replaceFirst("\\[.*", ""), model);
        }
        var closed = form.closedUp();
        if (TppForm.ROWS.contains(form.value("add"))) {
            var more = closed.plus(form.value("add"));
            return show(id, more, Map.of(), form.value("add") + "[" + (more.rows(form.value("add")) - 1) + "]", model);
        }
        try {
            var kept = keep.with(closed.draft());
            flash.addFlashAttribute("said", List.of(say("tpp.kept-2", kept.tpp().profile().legalName())));
            return "redirect:/tpps/" + kept.tpp().id();
        } catch (Refused refusal) {
            response.setStatus(refusal.kind().status());
            model.addAttribute("refusal", refusal.kind() == Refused.Kind.CONFLICT ? refusal.getMessage() : null);
            return show(id, closed, refusal.kind() == Refused.Kind.CONFLICT ? Map.of() : closed.named(refusal.about()), null, model);
        }
    }

    /** Shows the form; the focus is on the row or the button that is named, or on what is wrong. */
    private String show(String id, TppForm form, Map<String, String> wrong, String focus, Model model) {
        var sections = TppFields.of(form, wrong);
        var ids = sections.stream().flatMap(section -> section.groups().stream()).flatMap(group -> group.fields().stream()).map(TppFields.Field::id).toList();
        model.addAttribute("id", id);
        model.addAttribute("formTitle", id == null ? say("tpp.add-a-tpp") : say("tpp.change-2", id));
        model.addAttribute("typedId", form.value("id"));
        model.addAttribute("version", form.value("version"));
        model.addAttribute("sections", sections);
        model.addAttribute("idWrong", wrong.get("id"));
        model.addAttribute("wrong", wrong.entrySet().stream().map(each -> new Wrong(shown(TppFields.id(each.getKey()), ids), each.getValue()))
                .sorted(Comparator.comparingInt(each -> ids.indexOf(each.fieldId()))).toList());
        model.addAttribute("focus", focus);
        return "tpp-form";
    }

    /** What is said of no single field leads to the first of the form. */
    private static String shown(String id, List<String> ids) {
        return ids.contains(id) || id.equals(TppFields.id("id")) ? id : ids.get(0);
    }
}
