package io.portolan.console;

import io.portolan.access.Actors;
import io.portolan.worklist.Worklist;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** How many tasks are open, for the frame of a page that follows what happens. */
@Controller
class OpenCountPage {

    private final Worklist worklist;
    private final Actors actors;

    OpenCountPage(Worklist worklist, Actors actors) {
        this.worklist = worklist;
        this.actors = actors;
    }

    @GetMapping("/tasks/open-count")
    String count(Model model) {
        model.addAttribute("openTasks", ConsoleAdvice.shown(worklist.counts(actors.current().name()).open()));
        return "live :: tasks(open=${openTasks})";
    }
}
