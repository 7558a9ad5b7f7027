package io.portolan.stories;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rows of the matrix, each kept as soon as it is there, so that a run of an hour that is cut off can go on. */
final class ChaosRows {

    private static final Path KEPT = Path.of("target/stories/chaos-rows.jsonl");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, ChaosRow> rows = new LinkedHashMap<>();

    /** No rows, or those of earlier runs in this folder. */
    ChaosRows(boolean goesOn) {
        try {
            Files.createDirectories(KEPT.getParent());
            if (!goesOn) {
                Files.deleteIfExists(KEPT);
            } else if (Files.exists(KEPT)) {
                for (var line : Files.readAllLines(KEPT)) {
                    take(JSON.readValue(line, ChaosRow.class));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void take(ChaosRow row) {
        rows.put(key(row.bank(), row.point()), row);
    }

    private static String key(String bank, String point) {
        return bank + " " + point;
    }

    synchronized void add(ChaosRow row) {
        take(row);
        try {
            Files.writeString(KEPT, JSON.writeValueAsString(row) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether there is a row for it that is as it has to be. */
    synchronized boolean hasGood(String bank, KillPoint point) {
        var row = rows.get(key(bank, ChaosRow.words(point)));
        return row != null && isGood(row);
    }

    private boolean isGood(ChaosRow row) {
        var undisturbed = rows.get(key(row.bank(), ChaosRow.words(null)));
        return undisturbed != null && row.isGood(undisturbed);
    }

    synchronized List<ChaosRow> bad() {
        return rows.values().stream().filter(row -> !isGood(row)).toList();
    }

    synchronized boolean isEmpty() {
        return rows.isEmpty();
    }

    /** All of them as a table, in the order of these banks and points. */
    synchronized String matrix(List<ChaosJob> order) {
        var matrix = new StringBuilder(ChaosRow.head());
        var keys = order.stream().map(job -> key(job.bank(), ChaosRow.words(job.point()))).toList();
        var shown = new ArrayList<>(rows.values());
        shown.removeIf(row -> !keys.contains(key(row.bank(), row.point())));
        shown.sort(Comparator.comparingInt(row -> keys.indexOf(key(row.bank(), row.point()))));
        shown.forEach(matrix::append);
        var kills = shown.stream().filter(row -> !row.point().equals(ChaosRow.words(null))).toList();
        return matrix.append("%n%d kills at %d banks, %d of them not survived as they should be.%n".formatted(kills.size(),
                kills.stream().map(ChaosRow::bank).distinct().count(), kills.stream().filter(row -> !isGood(row)).count())).toString();
    }
}
