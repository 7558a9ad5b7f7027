package io.portolan.console;

import static io.portolan.console.Messages.say;

import io.portolan.access.Actors;
import io.portolan.onboarding.MovePlaybook;
import io.portolan.onboarding.PersonAnswer;
import io.portolan.refusal.Refused;
import io.portolan.worklist.Task;
import io.portolan.worklist.TaskGroups;
import io.portolan.worklist.Worklist;
import io.portolan.worklist.WorklistSettings;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who deals with a task and by when, as a person changes it. */
@Controller
class TaskActs {

    /** Until when a task that is due on a day has to be done. */
    private static final int END_OF_DAY = 18;

    private final Worklist worklist;
    private final TaskGroups groups;
    private final WorklistSettings settings;
    private final TaskScreen screen;
    private final MovePlaybook movePlaybook;
    private final Actors actors;

    TaskActs(Worklist worklist, TaskGroups groups, WorklistSettings settings, TaskScreen screen, MovePlaybook movePlaybook,
            Actors actors) {
        this.worklist = worklist;
        this.groups = groups;
        this.settings = settings;
        this.screen = screen;
        this.movePlaybook = movePlaybook;
        this.actors = actors;
    }

    @PostMapping("/tasks/{id}/claim")
    String claim(@PathVariable String id, RedirectAttributes flash) {
        return unlessTooLate(id, flash, () -> {
            worklist.claim(id, actors.current().name());
            flash.addFlashAttribute("isTaken", true);
        });
    }

    /** Where somebody else was faster, the page of the task says so. */
    private static String unlessTooLate(String id, RedirectAttributes flash, Runnable act) {
        try {
            act.run();
        } catch (Refused late) {
            if (late.kind() != Refused.Kind.CONFLICT) {
                throw late;
            }
            flash.addFlashAttribute("said", List.of(TaskScreen.said(late)));
        }
        return "redirect:/tasks/" + id;
    }

    /** Has the leg of the task done by the repaired playbook, and tries it again where the task offers that. */
    @PostMapping("/tasks/{id}/repair")
    String repair(@PathVariable String id, RedirectAttributes flash) {
        var me = actors.current().name();
        var task = worklist.find(id).orElseThrow(() -> Refused.notFound("unknown-task", say("task.there-is-no-task", id)));
        if (task.state() != Task.State.OPEN || task.kind() != Task.Kind.LEG) {
            throw Refused.conflict("task-closed", say("task.nobody-is-asked-about-this"), Map.of("onboarding", task.onboarding()));
        }
        movePlaybook.mend(task.onboarding(), task.leg(), null, me);
        var mended = worklist.find(id).orElseThrow();
        if (mended.onlyWithNote().contains(PersonAnswer.AGAIN)) {
            flash.addFlashAttribute("said", List.of(say("task.the-repaired-playbook-is-used")));
            return "redirect:/tasks/" + id;
        }
        if (mended.outcomes().contains(PersonAnswer.AGAIN)) {
            worklist.complete(id, new Worklist.Completion(PersonAnswer.AGAIN, Map.of(), say("task.by-the-repaired-playbook")), me);
        }
        flash.addFlashAttribute("said", List.of(say("task.this-leg-alone-is-done")));
        return "redirect:/onboardings/" + task.onboarding();
    }

    @PostMapping("/tasks/{id}/release")
    String release(@PathVariable String id, RedirectAttributes flash) {
        return unlessTooLate(id, flash, () -> worklist.release(id, actors.current().name()));
    }

    @PostMapping("/tasks/{id}/handling")
    String handle(@PathVariable String id, @RequestParam String assignee, @RequestParam String group,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate due,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate followUp,
            @RequestParam Map<String, String> form, Model model, HttpServletResponse response, RedirectAttributes flash) {
        try {
            var before = worklist.find(id).orElseThrow(() -> Refused.notFound("unknown-task", say("task.there-is-no-task", id)));
            worklist.change(id, new Worklist.Change(
                    changed(before.dueAt(), due, due == null ? null : due.atTime(END_OF_DAY, 0).atZone(settings.zone()).toInstant()),
                    changed(before.followUpAt(), followUp, settings.beginning(followUp)),
                    group.strip().equals(before.group()) ? null : Optional.of(group.strip()),
                    assignee.isEmpty() ? before.assignee() == null ? null : Optional.empty() : Optional.of(assignee)), actors.current().name());
            flash.addFlashAttribute("said", List.of(say("task.changed")));
            return "redirect:/tasks/" + id;
        } catch (Refused refusal) {
            return screen.refused(id, form, refusal, "handling", model, response);
        }
    }

    /** Null where the day is the one that it was. */
    private Optional<Instant> changed(Instant before, LocalDate day, Instant now) {
        var same = before == null ? day == null : LocalDate.ofInstant(before, settings.zone()).equals(day);
        return same ? null : Optional.ofNullable(now);
    }

    @PostMapping("/tasks/groups")
    String join(@RequestParam(defaultValue = "") Set<String> mine, @RequestParam(defaultValue = "") String another, RedirectAttributes flash) {
        var all = new HashSet<>(mine);
        if (!another.isBlank()) {
            all.add(another.strip());
        }
        groups.join(actors.current().name(), all);
        flash.addFlashAttribute("said", List.of(all.isEmpty() ? say("task.you-belong-to-no-group") : say("task.your-groups-2", String.join(", ", all.stream().sorted().toList()))));
        return "redirect:/tasks?show=groups";
    }
}
