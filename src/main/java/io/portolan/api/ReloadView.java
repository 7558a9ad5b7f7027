package io.portolan.api;

import io.portolan.playbook.Playbooks;
import java.util.List;

/** What reading all playbooks again has brought. */
record ReloadView(int inUse, List<String> added, List<String> changed, List<String> gone, List<ProblemItem> problems) {

    /**
     * Something wrong in a file, and where.
     *
     * @param versionInUse the last good version, which its bank keeps; null where there was none
     */
    record ProblemItem(String file, int line, int column, String path, String message, String suggestion, String versionInUse) { }

    static ReloadView of(Playbooks.Reloaded reloaded, Playbooks playbooks) {
        return new ReloadView(playbooks.all().size(), reloaded.added(), reloaded.changed(), reloaded.gone(), reloaded.problems().stream()
                .map(problem -> new ProblemItem(problem.file(), problem.line(), problem.column(), problem.path(), problem.message(),
                        problem.suggestion(), playbooks.current(problem.bank()).map(Playbooks.Versioned::hash).orElse(null))).toList());
    }
}
