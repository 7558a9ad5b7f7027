package io.portolan.console;

import static io.portolan.console.Messages.say;

import io.portolan.refusal.Refused;
import io.portolan.worklist.Dossier;
import io.portolan.worklist.Task;
import io.portolan.worklist.Worklist;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What has happened to a task since somebody opened its page, told beside what they type and never in place of it. */
@Controller
class TaskNewsPage {

    private final Worklist worklist;
    private final Dossier dossier;
    private final Clock clock;

    TaskNewsPage(Worklist worklist, Dossier dossier, Clock clock) {
        this.worklist = worklist;
        this.dossier = dossier;
        this.clock = clock;
    }

    /**
     * The news of a task for whoever has seen so many acts of its history.
     *
     * @param over why nobody need answer it any more, or null while it is open
     */
    record NewsView(String id, String onboarding, int seen, String over, List<DossierView.HistoryLine> happened) {

        static NewsView of(Task task, List<Dossier.Event> history, int seen, Instant now) {
            var unseen = history.subList(Math.min(Math.max(seen, 0), history.size()), history.size());
            return new NewsView(task.id(), task.onboarding(), seen, over(task), unseen.stream().map(act -> DossierView.line(act, task, now)).toList());
        }

        private static String over(Task task) {
            return switch (task.state()) {
                case OPEN -> null;
                case COMPLETED -> say("task-news.finished", Wording.actor(task.completedBy()), TaskView.closed(task));
                case SUPERSEDED -> say("task-news.superseded");
            };
        }

        /** Whether nothing has happened. */
        public boolean isNone() {
            return over == null && happened.isEmpty();
        }
    }

    @GetMapping("/tasks/{id}/news")
    String news(@PathVariable String id, @RequestParam(defaultValue = "0") int seen, Model model) {
        var task = worklist.find(id).orElseThrow(() -> Refused.notFound("unknown-task", say("task.there-is-no-task", id)));
        model.addAttribute("news", NewsView.of(task, dossier.history(id), seen, clock.instant()));
        return "task-news :: news";
    }
}
