package io.portolan.console;

import static io.portolan.console.Messages.say;

import io.portolan.access.Actors;
import io.portolan.leg.Outcome;
import io.portolan.leg.Value;
import io.portolan.refusal.Refused;
import io.portolan.worklist.AnswerByLetter;
import io.portolan.worklist.Dossier;
import io.portolan.worklist.Task;
import io.portolan.worklist.TaskGroups;
import io.portolan.worklist.Worklist;
import io.portolan.worklist.WorklistSettings;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Puts together all that the page of a task shows, whatever led there. */
@Component
class TaskScreen {

    private static final String MAIL_TO_READ = Outcome.Reason.MAIL_TO_READ.name();

    private final Worklist worklist;
    private final Dossier dossier;
    private final TaskGroups groups;
    private final WorklistSettings settings;
    private final Catalogue catalogue;
    private final UnprovenMails unproven;
    private final TermsSideBySide terms;
    private final RepairedLegs repaired;
    private final AnswerByLetter answerByLetter;
    private final AccountReveals accounts;
    private final AnswerReveals answers;
    private final SecretReveals secrets;
    private final TaskSpots spots;
    private final Actors actors;
    private final Clock clock;

    TaskScreen(Worklist worklist, Dossier dossier, TaskGroups groups, WorklistSettings settings, Catalogue catalogue, UnprovenMails unproven, TermsSideBySide terms,
            RepairedLegs repaired, AnswerByLetter answerByLetter, AccountReveals accounts, AnswerReveals answers, SecretReveals secrets, TaskSpots spots, Actors actors, Clock clock) {
        this.spots = spots;
        this.secrets = secrets;
        this.answers = answers;
        this.accounts = accounts;
        this.worklist = worklist;
        this.dossier = dossier;
        this.groups = groups;
        this.settings = settings;
        this.catalogue = catalogue;
        this.terms = terms;
        this.unproven = unproven;
        this.repaired = repaired;
        this.answerByLetter = answerByLetter;
        this.actors = actors;
        this.clock = clock;
    }

    /** The page as it is opened. */
    String show(String id, Model model) {
        return show(id, Map.of(), null, "", model);
    }

    /** The page with a letter to the bank, written so far, or looked at with its files; {@code wrong} says why it was not taken, or is null. */
    String letter(String id, AnswerByLetter.Letter letter, List<Value.File> attached, String wrong, Model model) {
        var task = found(id);
        model.addAttribute("letter", answerByLetter.envelope(task).map(envelope ->
                LetterView.of(envelope, task, dossier.attachments(id), letter, attached, wrong)).orElse(null));
        if (wrong != null && model.getAttribute("letter") == null) {
            model.addAttribute("wrong", wrong);
        }
        return show(id, model);
    }

    private Task found(String id) {
        return worklist.find(id).orElseThrow(() -> Refused.notFound("unknown-task", say("task.there-is-no-task", id)));
    }

    /** The page after one of its forms was refused, with what was typed; what is not there at all is refused by a page of its own. */
    String refused(String id, Map<String, String> typed, Refused refusal, String form, Model model, HttpServletResponse response) {
        if (refusal.kind() == Refused.Kind.NOT_FOUND) {
            throw refusal;
        }
        response.setStatus(refusal.kind().status());
        return show(id, typed, refusal, form, model);
    }

    private String show(String id, Map<String, String> typed, Refused refusal, String form, Model model) {
        var task = found(id);
        var now = clock.instant();
        var me = actors.current().name();
        var isOfTask = refusal != null && form.isEmpty();
        var reader = new TaskView.Reader(me, settings.zone(), form.isEmpty() ? typed : Map.of(), worklist.typedSecrets(task, me),
                isOfTask && refusal.kind() == Refused.Kind.INVALID ? refusal.about() : Map.of());
        model.addAttribute("task", TaskView.of(task, catalogue.bankName(task.bank()), reader, now));
        model.addAttribute("note", isOfTask ? typed.getOrDefault("note", "") : "");
        model.addAttribute("refusal", isOfTask ? said(refusal) : model.getAttribute("wrong"));
        model.addAttribute("evidence", catalogue.pieces(task.evidence(), now));
        model.addAttribute("unproven", task.kind() == Task.Kind.WAIT || MAIL_TO_READ.equals(task.reason()) ? unproven.of(task.onboarding()) : List.of());
        model.addAttribute("terms", terms.of(task, now).orElse(null));
        if (!model.containsAttribute("letter")) {
            answerByLetter.envelope(task).ifPresent(envelope ->
                    model.addAttribute("letter", LetterView.of(envelope, task, dossier.attachments(id), null, null, null)));
        }
        model.addAttribute("account", accounts.of(task, model).orElse(null));
        model.addAttribute("heldAnswer", answers.of(task, model));
        model.addAttribute("taskSecrets", secrets.of(task, model));
        model.addAttribute("spot", spots.of(task, now).orElse(null));
        model.addAttribute("isRepaired", repaired.isAskedAbout(task));
        var written = DossierView.of(dossier, task, now);
        model.addAttribute("dossier", written);
        model.addAttribute("news", task.state() == Task.State.OPEN ? new TaskNewsPage.NewsView(id, task.onboarding(), written.history().size(), null, List.of()) : null);
        model.addAttribute("form", isOfTask && task.state() != Task.State.OPEN && !typed.getOrDefault("note", "").isBlank()
                ? new FormView("comments", Map.of("text", typed.get("note")), say("task.your-note-was-not-kept"))
                : new FormView(form, typed, refusal == null || isOfTask ? null : refusal.getMessage()));
        if (task.state() == Task.State.OPEN) {
            model.addAttribute("groups", groups.all());
            model.addAttribute("people", worklist.people().stream().map(name -> new Person(name, Wording.actor(name))).toList());
            model.addAttribute("with", task.assignee());
        }
        return "task";
    }

    /** Why nothing was done, told to who was too late as to anybody else. */
    static String said(Refused refusal) {
        return switch (refusal.code()) {
            case "task-already-completed" -> say("task.was-faster", Wording.actor(refusal.about().get("completedBy")));
            case "task-superseded" -> say("task.went-on-without-it");
            default -> refusal.getMessage();
        };
    }

    /** Which of the smaller forms was refused, what was typed into it, and why. */
    record FormView(String name, Map<String, String> typed, String wrong) {

        /** What was typed into a field of this form. */
        public String typed(String form, String field) {
            return name.equals(form) ? typed.get(field) : null;
        }

        /** Why this form was refused, or null. */
        public String wrong(String form) {
            return name.equals(form) ? wrong : null;
        }
    }

    /** Somebody who may be given a task. */
    record Person(String name, String label) { }
}
