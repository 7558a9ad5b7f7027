package io.portolan.console;

import static io.portolan.console.Messages.say;

import io.portolan.access.Actors;
import io.portolan.playbook.Environment;
import io.portolan.worklist.Task;
import io.portolan.worklist.TaskGroups;
import io.portolan.worklist.TasksOfToday;
import io.portolan.worklist.Worklist;
import io.portolan.worklist.Worklist.Filter;
import io.portolan.worklist.Worklist.FollowUp;
import io.portolan.worklist.Worklist.Order;
import io.portolan.worklist.WorklistSettings;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of what only people can do. */
@Controller
class TasksPage {

    private static final int ROWS = 50;

    private final Worklist worklist;
    private final TasksOfToday today;
    private final TaskGroups groups;
    private final WorklistSettings settings;
    private final Catalogue catalogue;
    private final WhereChoices where;
    private final Actors actors;
    private final Clock clock;

    TasksPage(Worklist worklist, TasksOfToday today, TaskGroups groups, WorklistSettings settings, Catalogue catalogue, WhereChoices where, Actors actors, Clock clock) {
        this.worklist = worklist;
        this.today = today;
        this.groups = groups;
        this.settings = settings;
        this.catalogue = catalogue;
        this.where = where;
        this.actors = actors;
        this.clock = clock;
    }

    /** A way to look at the list, with how many tasks it shows; null where nobody counts them. */
    record Tab(String word, String label, Long count, String empty) {

        /** How many, as far as they were counted. */
        public String shown() {
            return Counted.shown(count);
        }
    }

    /** A group, and whether the reader belongs to it. */
    record GroupChoice(String name, boolean isMine) { }

    /** What the list is filtered by, as its address has it. */
    record ListFilter(String show, String bank, String tpp, String kind, String q) {

        ListFilter {
            show = show == null ? "open" : show;
        }

        /** Whether fewer are shown than the tab has. */
        public boolean isSet() {
            return Stream.of(bank, tpp, kind, q).anyMatch(one -> Given.text(one) != null);
        }

        /** The list as it is filtered, as another tab shows it. */
        public String as(String tab) {
            return Address.of("/tasks").with("show", tab).with("bank", bank).with("tpp", tpp).with("kind", kind).with("q", q).written();
        }

        /** The page that follows. */
        public String next(String cursor) {
            return Address.of("/tasks").with("show", show).with("bank", bank).with("tpp", tpp).with("kind", kind).with("q", q).with("cursor", cursor).written();
        }

        Worklist.Where where() {
            return new Worklist.Where(Given.text(tpp), Given.text(bank), Given.word(Environment.Kind.class, kind));
        }
    }

    @GetMapping("/tasks")
    String list(@ModelAttribute("filter") ListFilter filter, @RequestParam(required = false) String cursor, Model model) {
        var me = actors.current().name();
        var mine = groups.of(me);
        var page = "today".equals(filter.show()) ? today.page(me, Given.text(filter.tpp()), cursor, ROWS) : worklist.list(asked(filter, me, mine), cursor, ROWS);
        var now = clock.instant();
        var tabs = tabs(worklist.counts(me, Counted.MOST), today.count(me, Given.text(filter.tpp()), Counted.MOST), mine);
        model.addAttribute("rows", page.items().stream()
                .map(task -> TaskView.line(task, catalogue.bankName(task.bank()), me, settings.zone(), now)).toList());
        model.addAttribute("tabs", tabs);
        model.addAttribute("tab", tabs.stream().filter(tab -> tab.word().equals(filter.show())).findFirst().orElse(tabs.get(0)));
        model.addAttribute("where", where.of(filter.bank(), filter.tpp(), filter.kind()));
        model.addAttribute("choices", groups.all().stream().map(name -> new GroupChoice(name, mine.contains(name))).toList());
        model.addAttribute("next", page.next() == null ? null : filter.next(page.next()));
        return "tasks";
    }

    private static Filter asked(ListFilter filter, String me, Set<String> mine) {
        var open = Task.State.OPEN;
        var where = filter.where();
        var q = Given.text(filter.q());
        return switch (filter.show()) {
            case "mine" -> new Filter(null, me, open, null, false, false, FollowUp.NOW, where, q, Order.DUE);
            case "groups" -> new Filter(null, null, open, mine, false, false, FollowUp.NOW, where, q, Order.DUE);
            case "unassigned" -> new Filter(null, null, open, null, true, false, FollowUp.NOW, where, q, Order.DUE);
            case "overdue" -> new Filter(null, null, open, null, false, true, FollowUp.ANY, where, q, Order.DUE);
            case "later" -> new Filter(null, null, open, null, false, false, FollowUp.LATER, where, q, Order.DUE);
            case "all" -> new Filter(null, null, null, null, false, false, FollowUp.ANY, where, q, Order.LATEST);
            default -> new Filter(null, null, open, null, false, false, FollowUp.ANY, where, q, Order.DUE);
        };
    }

    private static List<Tab> tabs(Worklist.Counts counts, long today, Set<String> mine) {
        return List.of(new Tab("open", say("task.open"), counts.open(), say("task.nothing-is-waiting-for-a")),
                new Tab("today", say("task.due-today"), today, say("task.nothing-of-yours-and-nothing")),
                new Tab("mine", say("task.mine-today"), counts.mine(), say("task.you-have-no-task-for")),
                new Tab("groups", say("task.my-groups"), counts.groups(), mine.isEmpty() ? say("task.you-belong-to-no-group-yet") : say("task.your-groups-have-no-task")),
                new Tab("unassigned", say("task.without-anybody"), counts.unassigned(), say("task.somebody-has-every-task")),
                new Tab("overdue", say("task.overdue"), counts.overdue(), say("task.nothing-is-overdue")),
                new Tab("later", say("task.put-off"), counts.later(), say("task.nothing-was-put-off-to")),
                new Tab("all", say("task.all-with-those-that-are"), null, say("task.there-was-no-task-yet")));
    }
}
