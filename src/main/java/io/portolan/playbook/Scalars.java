package io.portolan.playbook;

import static java.util.Map.entry;

import java.net.URI;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
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

    private static final Map<Class<?>, Kind> KINDS = Map.ofEntries(
            entry(String.class, new Kind(written -> written, "a text")),
            entry(Template.class, new Kind(Template::new, "a text with places such as {{tpp.vat-number}}")),
            entry(int.class, NUMBER),
            entry(Integer.class, NUMBER),
            entry(boolean.class, TRUTH),
            entry(Boolean.class, TRUTH),
            entry(LocalDate.class, new Kind(LocalDate::parse, "a date such as 2026-11-01")),
            entry(URI.class, new Kind(URI::create, "an address such as https://bank.example/")),
            entry(Span.class, new Kind(written -> Span.read(written).orElse(null),
                    "a length of time such as 15 minutes, 72 hours or up-to 10 business days")),
            entry(LocalTime.class, new Kind(LocalTime::parse, "a time of day such as '09:59'")),
            entry(ZoneId.class, new Kind(ZoneId::of, "a time zone such as Europe/Paris")),
            entry(Fact.class, new Kind(written -> new Fact(written, false, false, false), "a text, or {who: ..., by-branch: true}")),
            entry(Proof.class, new Kind(written -> written.isBlank() ? null : Proof.called(written.strip()), "a text, or {kind: ..., label: ...}")));

    private Scalars() { }

    /** Whether this type may be written as a mapping too, the single value being its short form. */
    static boolean mayBeMapping(Class<?> type) {
        return type == Proof.class || type == Fact.class;
    }

    /** How this type is read, or null where it is no single value. */
    static Kind of(Class<?> type) {
        return KINDS.get(type);
    }
}
