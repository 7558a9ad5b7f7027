package io.portolan.playbook;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A text with places such as {@code {{tpp.vat-number}}} that are filled when the leg is acted on. */
public record Template(
        @Doc(value = "The text.", key = "text", example = "text: '{{captured.client-id-ais}}'", required = true) String written,
        @Doc(value = "The services for which it is there; without it, all.", example = "only-for: [AIS]") Set<Service> onlyFor) {

    private static final Pattern PLACE = Pattern.compile("\\{\\{\\s*([a-z][a-z0-9.-]*)\\s*}}");

    /** One for all services. */
    public Template(String written) {
        this(written, Set.of());
    }

    /** The names of the places, in the order in which they stand, without what says how several values are parted. */
    public List<String> places() {
        return named(written).map(ListedPlaces::base).toList();
    }

    /** The places of a text as they are written. */
    static Stream<String> named(String text) {
        return PLACE.matcher(text).results().map(match -> match.group(1));
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

    /** Whether it is nothing but one place whose name begins so. */
    public boolean isOnePlaceOf(String prefix) {
        return places().size() == 1 && places().get(0).startsWith(prefix) && PLACE.matcher(written.strip()).matches();
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
