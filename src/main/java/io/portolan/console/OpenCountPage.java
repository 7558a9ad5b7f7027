package io.portolan.console;

import io.portolan.worklist.Worklist;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** How many tasks are open, for the frame of a page that follows what happens. */
@Controller
class OpenCountPage {

    private final Worklist worklist;

    OpenCountPage(Worklist worklist) {
        this.worklist = worklist;
    }

    @GetMapping("/tasks/open-count")
    String count(Model model) {
        model.addAttribute("openTasks", ConsoleAdvice.openTasks(worklist));
        return "live :: tasks(open=${openTasks})";
    }
}
