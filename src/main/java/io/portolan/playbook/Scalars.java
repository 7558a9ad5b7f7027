package io.portolan.playbook;

import java.net.URI;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/** How single values are written: what each type takes, and the words by which a mistake is explained. */
final class Scalars {

    /** How to read a type, and what to say where that fails. */
    record Kind(Function<String, Object> reader, String form) {

        /** The value, or null where this is not how one is written. */
        Object read(String written) {
            try {
                return reader.apply(written);
            } catch (RuntimeException e) {
                return null;
            }
        }
    }

    private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");

    private static final Kind NUMBER = new Kind(
            written -> WHOLE.matcher(written).matches() ? Integer.valueOf(written) : null, "a whole number");
    private static final Kind TRUTH = new Kind(
            written -> switch (written) {
                case "true" -> Boolean.TRUE;
                case "false" -> Boolean.FALSE;
                default -> null;
            }, "true or false");

    private static final Map<Class<?>, Kind> KINDS = Map.of(
            String.class, new Kind(written -> written, "a text"),
            Template.class, new Kind(Template::new, "a text with places such as {{tpp.vat-number}}"),
            int.class, NUMBER,
            Integer.class, NUMBER,
            boolean.class, TRUTH,
            Boolean.class, TRUTH,
            LocalDate.class, new Kind(LocalDate::parse, "a date such as 2026-11-01"),
            URI.class, new Kind(URI::create, "an address such as https://bank.example/"),
            Span.class, new Kind(written -> Span.read(written).orElse(null),
                    "a length of time such as 15 minutes, 72 hours or up-to 10 business days"));

    private Scalars() { }

    /** How this type is read, or null where it is no single value. */
    static Kind of(Class<?> type) {
        return KINDS.get(type);
    }
}
