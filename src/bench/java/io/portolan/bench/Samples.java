package io.portolan.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What was measured, time after time. */
final class Samples {

    private final List<Double> values = new ArrayList<>();

    static Samples of(List<Double> values) {
        var samples = new Samples();
        values.forEach(samples::add);
        return samples;
    }

    void add(double value) {
        values.add(value);
    }

    double median() {
        return quantile(0.5);
    }

    /** The value that this share of all values does not exceed, taken between two neighbours where it falls there. */
    double quantile(double share) {
        var sorted = values.stream().sorted().toList();
        var place = share * (sorted.size() - 1);
        int below = (int) Math.floor(place);
        int above = (int) Math.ceil(place);
        return sorted.get(below) + (place - below) * (sorted.get(above) - sorted.get(below));
    }

    /** Every value in the order of measuring. */
    String all(int decimals) {
        return values.stream().map(value -> number(value, decimals)).collect(Collectors.joining(" "));
    }

    static String number(double value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}
