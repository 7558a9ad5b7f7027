package io.portolan.console;

import io.portolan.access.Actors;
import io.portolan.worklist.Task;
import io.portolan.worklist.Worklist;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of what only people can do. */
@Controller
class TasksPage {

    private static final int ROWS = 50;

    private final Worklist worklist;
    private final Catalogue catalogue;
    private final Actors actors;
    private final Clock clock;

    TasksPage(Worklist worklist, Catalogue catalogue, Actors actors, Clock clock) {
        this.worklist = worklist;
        this.catalogue = catalogue;
        this.actors = actors;
        this.clock = clock;
    }

    @GetMapping("/tasks")
    String list(@RequestParam(defaultValue = "open") String show, @RequestParam(required = false) String cursor, Model model) {
        var me = actors.current().name();
        var filter = switch (show) {
            case "mine" -> new Worklist.Filter(null, me, Task.State.OPEN);
            case "all" -> new Worklist.Filter(null, null, null);
            default -> new Worklist.Filter(null, null, Task.State.OPEN);
        };
        var page = worklist.page(filter, cursor, ROWS);
        var now = clock.instant();
        model.addAttribute("rows", page.items().stream().map(task -> TaskView.of(task, catalogue.bankName(task.bank()),
                List.of(), me, Map.of(), Map.of(), now)).toList());
        model.addAttribute("show", show);
        model.addAttribute("next", page.next());
        return "tasks";
    }
}
