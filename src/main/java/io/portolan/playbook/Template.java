package io.portolan.playbook;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A text with places such as {@code {{tpp.vat-number}}} that are filled when the leg is acted on. */
public record Template(String written) {

    private static final Pattern PLACE = Pattern.compile("\\{\\{\\s*([a-z][a-z0-9.-]*)\\s*}}");

    /** The names of the places, in the order in which they stand. */
    public List<String> places() {
        var names = new ArrayList<String>();
        var match = PLACE.matcher(written);
        while (match.find()) {
            names.add(match.group(1));
        }
        return names;
    }

    /** What it is called where nothing else names it: its first place in words, or the text itself. */
    public String inWords() {
        if (isPlain()) {
            return written;
        }
        var place = places().get(0);
        var words = place.substring(place.indexOf('.') + 1).replace('-', ' ').replace('.', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** Whether the text is the same for everybody. */
    public boolean isPlain() {
        return places().isEmpty();
    }

    /** The text with each place replaced by what the given source says for its name. */
    public String filled(java.util.function.UnaryOperator<String> source) {
        return PLACE.matcher(written).replaceAll(match ->
                java.util.regex.Matcher.quoteReplacement(source.apply(match.group(1))));
    }

    /**
     * The same for an address. The source is told whether the place is within one part of the path or the query, and neither begins the address, nor
     * goes on from another place, nor is the whole query: its value must not be taken for more than that.
     */
    public String filledAsAddress(java.util.function.BiFunction<String, Boolean, String> source) {
        return PLACE.matcher(written).replaceAll(match -> java.util.regex.Matcher.quoteReplacement(source.apply(match.group(1),
                match.start() > 0 && "}?".indexOf(written.charAt(match.start() - 1)) < 0)));
    }

    @Override
    public String toString() {
        return written;
    }
}
