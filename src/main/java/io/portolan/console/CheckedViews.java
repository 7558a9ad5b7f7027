package io.portolan.console;

import io.portolan.chart.RouteModels;
import io.portolan.playbook.CheckPlaybook;
import io.portolan.playbook.Explanation;
import io.portolan.playbook.Playbook;
import io.portolan.playbook.Problem;
import io.portolan.playbook.RouteInWords;
import io.portolan.recording.RecordingDraft;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.springframework.stereotype.Component;

/** Puts together what there is to see of a playbook that was checked. */
@Component
class CheckedViews {

    /** More lines than the longest playbook has; a page with all of a text that is no playbook would be of no use. */
    private static final int MOST_LINES = 3000;
    private static final int MOST_PROBLEMS = 300;

    private final RouteModels models;

    CheckedViews(RouteModels models) {
        this.models = models;
    }

    /**
     * What came of a check.
     *
     * @param bank the id of the bank where it is a playbook that can be read, else null
     * @param more how many problems are not shown
     * @param decisions what a draft leaves to be decided
     * @param text all of it, or empty where it is too long to be shown
     */
    record CheckedView(String file, String bank, List<ProblemLine> problems, int more, List<Decision> decisions, List<CodeLine> lines, String text, List<RouteLine> routes,
            List<RouteInWords.Part> afterwards) { }

    /** Something wrong; {@code isHere} says whether it is in this text. */
    record ProblemLine(int line, int column, String path, String message, String suggestion, String file, boolean isHere) { }

    /** Something to be decided. */
    record Decision(int line, String what) { }

    /** A route in plain sentences, and its model. */
    record RouteLine(int number, String environment, String route, String model, List<LegLine> legs, List<RouteInWords.Part> parts) { }

    /** A leg, as the picture needs it. */
    record LegLine(String id, String title, String means, String meansLabel) { }

    CheckedView of(CheckPlaybook.Checked checked, List<RecordingDraft.Decision> decisions) {
        var notes = new HashMap<Integer, List<String>>();
        checked.problems().stream().filter(problem -> isHere(problem, checked)).forEach(problem -> notes.computeIfAbsent(problem.line(), line -> new ArrayList<>()).add(problem.message()));
        var lines = CodeLine.of(checked.text(), notes);
        var told = checked.playbook().map(playbook -> Explanation.of(playbook, null, null));
        return new CheckedView(checked.file(), checked.playbook().map(Playbook::bank).orElse(null), checked.problems().stream().limit(MOST_PROBLEMS).map(problem -> line(problem, checked)).toList(),
                Math.max(0, checked.problems().size() - MOST_PROBLEMS), decisions.stream().map(each -> new Decision(each.line(), each.what())).toList(),
                lines.size() > MOST_LINES ? lines.subList(0, MOST_LINES) : lines, lines.size() > MOST_LINES ? "" : checked.text(),
                checked.playbook().map(playbook -> routes(playbook, told.get().routes())).orElse(List.of()), told.map(Explanation::afterwards).orElse(List.of()));
    }

    private static boolean isHere(Problem problem, CheckPlaybook.Checked checked) {
        return problem.file().equals(checked.file());
    }

    private static ProblemLine line(Problem problem, CheckPlaybook.Checked checked) {
        return new ProblemLine(problem.line(), problem.column(), problem.path(), problem.message(), problem.suggestion(), problem.file(), isHere(problem, checked));
    }

    private List<RouteLine> routes(Playbook playbook, List<Explanation.OfRoute> told) {
        var routes = new ArrayList<RouteLine>();
        for (var each : told) {
            var legs = playbook.environments().get(each.environment()).route(each.route()).orElseThrow().legs().stream()
                    .map(leg -> new LegLine(leg.id(), leg.title(), Wording.word(leg.by()), Wording.of(leg.by()))).toList();
            routes.add(new RouteLine(routes.size() + 1, each.environment(), each.route(), models.bpmn(playbook, each.environment(), each.route()), legs, each.parts()));
        }
        return routes;
    }
}
