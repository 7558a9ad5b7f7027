package io.portolan.playbook;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.error.Mark;

/** Gathers what is wrong with one file and knows on which line each path stands. */
final class Findings {

    private record Place(int line, int column) { }

    private final String file;
    private final Map<String, Place> places = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    Findings(String file) {
        this.file = file;
    }

    String file() {
        return file;
    }

    void stands(String path, Mark mark) {
        places.put(path, new Place(mark.getLine() + 1, mark.getColumn() + 1));
    }

    /** Whether this very path is written in the file. */
    boolean knows(String path) {
        return places.containsKey(path);
    }

    /** Whether something at or below this path could not be read, so that what seems to be missing may be there. */
    boolean isBroken(String path) {
        return problems.stream().map(Problem::path).anyMatch(at -> at.equals(path)
                || at.startsWith(path) && ".[".indexOf(at.charAt(path.length())) >= 0);
    }

    void add(String path, String message) {
        add(path, message, null);
    }

    /** Adds a problem at the line of the path, or of what holds it where the path itself is not written. */
    void add(String path, String message, String suggestion) {
        var place = placeOf(path);
        problems.add(new Problem(file, place.line(), place.column(), path, message, suggestion));
    }

    void add(Mark mark, String path, String message, String suggestion) {
        problems.add(new Problem(file, mark.getLine() + 1, mark.getColumn() + 1, path, message, suggestion));
    }

    void add(int line, int column, String message) {
        problems.add(new Problem(file, line, column, "", message, null));
    }

    /** Adds that a name is not known, with the nearest that is. */
    void unknown(String path, String what, String name, Collection<String> known) {
        add(path, "there is no " + what + " \"" + name + "\"" + among(known), Nearest.to(name, known));
    }

    static String among(Collection<String> known) {
        return known.isEmpty() || known.size() > 15 ? "" : "; valid: " + String.join(", ", known);
    }

    /** The problem at the line of its path. */
    Problem located(Problem problem) {
        var place = placeOf(problem.path());
        return new Problem(problem.file(), place.line(), place.column(), problem.path(), problem.message(), problem.suggestion());
    }

    /** All problems in the order of their lines, each once. */
    List<Problem> inOrder() {
        return problems.stream().distinct()
                .sorted(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column))
                .toList();
    }

    private Place placeOf(String path) {
        for (var rest = path; !rest.isEmpty(); rest = parent(rest)) {
            if (places.containsKey(rest)) {
                return places.get(rest);
            }
        }
        return new Place(1, 1);
    }

    private static String parent(String path) {
        return path.substring(0, Math.max(0, Math.max(path.lastIndexOf('.'), path.lastIndexOf('['))));
    }
}
