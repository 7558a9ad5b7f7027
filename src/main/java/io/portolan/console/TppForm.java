package io.portolan.console;

import io.portolan.tpp.TppDraft;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.util.MultiValueMap;

/**
 * What stands in the form of a TPP: a text for each field by its name, such as {@code contacts[0].eMail}; what repeats is in rows, and what is
 * a list has one line for each.
 */
final class TppForm {

    /** What has rows. */
    static final List<String> ROWS = List.of("furtherAddresses", "contacts", "signatories", "applications", "parties");

    private static final Pattern ROW = Pattern.compile("([a-zA-Z]+)\\[(\\d{1,3})]\\.(.+)");
    private static final Pattern BY_LANGUAGE = Pattern.compile("([a-z]{2})\\s*:\\s*(.*)");
    private static final Pattern BY_ENVIRONMENT = Pattern.compile("(\\S+/\\S+?)\\s*:\\s+(.*)");

    private final Map<String, String> values;

    private TppForm(Map<String, String> values) {
        this.values = values;
    }

    static TppForm empty() {
        return new TppForm(new LinkedHashMap<>());
    }

    /** As it was typed; of what can be ticked, all that is. */
    static TppForm of(MultiValueMap<String, String> typed) {
        var values = new LinkedHashMap<String, String>();
        typed.forEach((name, all) -> values.put(name, String.join(" ", all)));
        return new TppForm(values);
    }

    static TppForm of(TppDraft draft) {
        return new TppForm(TppFormTexts.of(draft));
    }

    String value(String name) {
        return values.getOrDefault(name, "");
    }

    int rows(String of) {
        return values.keySet().stream().map(ROW::matcher).filter(row -> row.matches() && row.group(1).equals(of))
                .mapToInt(row -> Integer.parseInt(row.group(2)) + 1).max().orElse(0);
    }

    /** With one more row, which is still empty. */
    TppForm plus(String of) {
        var more = new LinkedHashMap<>(values);
        more.put(of + "[" + rows(of) + "].new", "");
        return new TppForm(more);
    }

    /** Without this row, such as {@code contacts[1]}. */
    TppForm minus(String row) {
        var less = new LinkedHashMap<>(values);
        less.keySet().removeIf(name -> name.startsWith(row + "."));
        return new TppForm(less).closedUp();
    }

    /** Without rows in which nothing stands, so that what is found wrong fits the rows that are shown. */
    TppForm closedUp() {
        var kept = new LinkedHashMap<String, String>();
        values.forEach((name, text) -> {
            if (!ROW.matcher(name).matches()) {
                kept.put(name, text);
            }
        });
        for (var of : ROWS) {
            int next = 0;
            for (int i = 0; i < rows(of); i++) {
                var before = of + "[" + i + "].";
                if (values.entrySet().stream().anyMatch(each -> each.getKey().startsWith(before) && !each.getValue().isBlank())) {
                    var after = of + "[" + next++ + "].";
                    values.forEach((name, text) -> {
                        if (name.startsWith(before)) {
                            kept.put(after + name.substring(before.length()), text);
                        }
                    });
                }
            }
        }
        return new TppForm(kept);
    }

    TppDraft draft() {
        return new TppDraft(value("id"), value("version").matches("\\d{1,18}") ? Long.valueOf(value("version")) : null, value("legalName"), value("tradingName"), lines("furtherTradingNames"),
                value("legalForm"), value("country"), new TppDraft.AddressDraft(value("address.street"), value("address.postalCode"), value("address.city"), value("address.country")),
                rows("furtherAddresses", row -> new TppDraft.FurtherAddressDraft(value(row + "label"), value(row + "street"), value(row + "postalCode"), value(row + "city"),
                        value(row + "country"))), value("website"), value("termsUrl"), value("privacyUrl"), value("logo"), value("registerNumber"), value("vatNumber"), value("lei"),
                value("authority"), value("authorityId"), value("licenceNumber"), words("roles"), words("passportedTo"),
                rows("contacts", row -> new TppDraft.ContactDraft(value(row + "kind"), value(row + "firstName"), value(row + "lastName"), value(row + "eMail"), value(row + "phone"),
                        value(row + "until"))),
                rows("signatories", row -> new TppDraft.SignatoryDraft(value(row + "firstName"), value(row + "lastName"), value(row + "position"), value(row + "eMail"),
                        value(row + "power"), value(row + "until"))),
                lines("outboundAddresses"), keyed("applications", this::application), keyed("parties", row -> new TppDraft.PartyDraft(value(row + "kind"), value(row + "legalName"),
                        value(row + "country"), value(row + "registerNumber"), value(row + "authorisationNumber"), value(row + "website"), value(row + "since"), value(row + "until"))));
    }

    private TppDraft.ApplicationDraft application(String row) {
        var redirects = new LinkedHashMap<String, List<String>>();
        redirects.put("live", lines(row + "redirectUris.live"));
        redirects.put("test", lines(row + "redirectUris.test"));
        for (var line : lines(row + "redirectUris.own")) {
            var own = BY_ENVIRONMENT.matcher(line);
            redirects.computeIfAbsent(own.matches() ? own.group(1) : line, environment -> new ArrayList<>()).add(own.matches() ? own.group(2) : line);
        }
        return new TppDraft.ApplicationDraft(value(row + "name"), value(row + "description"), byLanguage(row + "names"), byLanguage(row + "descriptions"), value(row + "platform"),
                value(row + "type"), value(row + "language"), redirects, value(row + "logo"), value(row + "termsUrl"), value(row + "privacyUrl"), value(row + "madeFor"));
    }

    /** Lines such as {@code de: Kontenbuch}; one without a language goes on with that before it. */
    private Map<String, String> byLanguage(String name) {
        var said = new LinkedHashMap<String, String>();
        String last = null;
        for (var line : lines(name)) {
            var begins = BY_LANGUAGE.matcher(line);
            if (begins.matches() || last == null) {
                last = begins.matches() ? begins.group(1) : line.split("\\s", 2)[0];
                said.put(last, begins.matches() ? begins.group(2) : line);
            } else {
                said.merge(last, line, (before, further) -> before + "\n" + further);
            }
        }
        return said;
    }

    /** The sentences about fields of the draft, by the names that the fields have here. */
    Map<String, String> named(Map<String, String> about) {
        var named = new TreeMap<String, String>();
        about.forEach((field, sentence) -> named.merge(named(field), sentence, (one, other) -> one + " " + other));
        return named;
    }

    private String named(String field) {
        for (var of : List.of("applications", "parties")) {
            var keys = keys(of);
            for (int i = 0; i < keys.size(); i++) {
                var before = of + "." + keys.get(i);
                if (field.equals(before)) {
                    return of + "[" + i + "].label";
                }
                if (field.startsWith(before + ".")) {
                    return of + "[" + i + "]." + field.substring(before.length() + 1).replaceFirst("^redirectUris\\.(?!live$|test$).*", "redirectUris.own");
                }
            }
        }
        return field;
    }

    private <T> List<T> rows(String of, Function<String, T> read) {
        return IntStream.range(0, rows(of)).mapToObj(at -> read.apply(of + "[" + at + "].")).toList();
    }

    private <T> Map<String, T> keyed(String of, Function<String, T> read) {
        var keyed = new LinkedHashMap<String, T>();
        var keys = keys(of);
        for (int i = 0; i < keys.size(); i++) {
            keyed.put(keys.get(i), read.apply(of + "[" + i + "]."));
        }
        return keyed;
    }

    /** The labels of the rows; one that is there twice is made one that no rule lets pass. */
    private List<String> keys(String of) {
        var keys = new ArrayList<String>();
        for (int i = 0; i < rows(of); i++) {
            var label = value(of + "[" + i + "].label").strip();
            keys.add(keys.contains(label) ? label + " (" + (i + 1) + ")" : label);
        }
        return keys;
    }

    private List<String> lines(String name) {
        return Arrays.stream(value(name).split("\\R")).map(String::strip).filter(line -> !line.isEmpty()).collect(Collectors.toList());
    }

    private List<String> words(String name) {
        return Arrays.stream(value(name).split("[\\s,;]+")).filter(word -> !word.isEmpty()).collect(Collectors.toList());
    }
}
