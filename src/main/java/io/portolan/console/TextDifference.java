package io.portolan.console;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Two versions of a text side by side, paragraph by paragraph, with the words that differ; long stretches that are the same are left out. */
record TextDifference(List<Row> rows, int changes) {

    /** Beyond so many words a paragraph is marked as a whole. */
    private static final int WORDS = 3_000;
    /** So many paragraphs that are the same stand around what differs. */
    private static final int AROUND = 2;
    private static final Pattern BETWEEN = Pattern.compile("(?<=\\s)(?=\\S)");

    /** A part of a paragraph. */
    record Piece(String text, boolean differs) { }

    /**
     * A paragraph of both versions; a side on which it is missing is null.
     *
     * @param leftOut how many paragraphs that are the same are left out here, or 0
     */
    record Row(boolean differs, List<Piece> before, List<Piece> now, int leftOut) { }

    /** A stretch that is the same in both versions, or not. */
    private record Stretch(boolean differs, List<String> before, List<String> now) { }

    static TextDifference of(String before, String now) {
        var rows = new ArrayList<Row>();
        var stretches = stretches(paragraphs(before), paragraphs(now));
        for (int i = 0; i < stretches.size(); i++) {
            if (stretches.get(i).differs()) {
                differing(rows, stretches.get(i));
            } else {
                same(rows, stretches.get(i).now(), i == 0, i == stretches.size() - 1);
            }
        }
        return new TextDifference(List.copyOf(rows), (int) stretches.stream().filter(Stretch::differs).count());
    }

    /** What is gone and what is new at the same place is one change, though it was found as two. */
    private static List<Stretch> stretches(List<String> before, List<String> now) {
        var stretches = new ArrayList<Stretch>();
        for (var delta : DiffUtils.diff(before, now, new MyersDiffWithLinearSpace<String>(), null, true).getDeltas()) {
            var differs = delta.getType() != DeltaType.EQUAL;
            if (!differs || stretches.isEmpty() || !stretches.get(stretches.size() - 1).differs()) {
                stretches.add(new Stretch(differs, new ArrayList<>(), new ArrayList<>()));
            }
            stretches.get(stretches.size() - 1).before().addAll(delta.getSource().getLines());
            stretches.get(stretches.size() - 1).now().addAll(delta.getTarget().getLines());
        }
        return stretches;
    }

    private static void same(List<Row> rows, List<String> paragraphs, boolean isFirst, boolean isLast) {
        int head = isFirst ? 0 : AROUND;
        int tail = isLast ? 0 : AROUND;
        int leftOut = paragraphs.size() - head - tail;
        for (int i = 0; i < paragraphs.size(); i++) {
            if (leftOut > 1 && i == head) {
                rows.add(new Row(false, null, null, leftOut));
            }
            if (leftOut <= 1 || i < head || i >= paragraphs.size() - tail) {
                var text = List.of(new Piece(paragraphs.get(i), false));
                rows.add(new Row(false, text, text, 0));
            }
        }
    }

    private static void differing(List<Row> rows, Stretch stretch) {
        var before = stretch.before();
        var now = stretch.now();
        for (int i = 0; i < Math.max(before.size(), now.size()); i++) {
            if (i >= before.size()) {
                rows.add(new Row(true, null, List.of(new Piece(now.get(i), true)), 0));
            } else if (i >= now.size()) {
                rows.add(new Row(true, List.of(new Piece(before.get(i), true)), null, 0));
            } else {
                rows.add(words(before.get(i), now.get(i)));
            }
        }
    }

    private static Row words(String before, String now) {
        var old = List.of(BETWEEN.split(before));
        var fresh = List.of(BETWEEN.split(now));
        if (old.size() > WORDS || fresh.size() > WORDS) {
            return new Row(true, List.of(new Piece(before, true)), List.of(new Piece(now, true)), 0);
        }
        var left = new ArrayList<Piece>();
        var right = new ArrayList<Piece>();
        for (var stretch : stretches(old, fresh)) {
            add(left, stretch.before(), stretch.differs());
            add(right, stretch.now(), stretch.differs());
        }
        return new Row(true, List.copyOf(left), List.copyOf(right), 0);
    }

    private static void add(List<Piece> pieces, List<String> words, boolean differs) {
        if (!words.isEmpty()) {
            pieces.add(new Piece(String.join("", words), differs));
        }
    }

    private static List<String> paragraphs(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }
}
