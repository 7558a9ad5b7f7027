package io.portolan.simulator;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A portal's pages, from the files beside the playbook or, where the bank has none of a name, those of the kit: {@code {{name}}} is escaped, {@code {{{name}}}} is HTML. */
public final class Pages {

    private static final Pattern PLACE = Pattern.compile("\\{\\{\\{([a-z-]+)}}}|\\{\\{([A-Za-z-]+)}}");
    private static final Map<String, String> COUNTRIES = new LinkedHashMap<>();
    private static final Map<String, String> FILES = new ConcurrentHashMap<>();

    static {
        List.of("AT Austria", "BE Belgium", "BG Bulgaria", "HR Croatia", "CY Cyprus", "CZ Czechia", "DK Denmark", "EE Estonia",
                "FI Finland", "FR France", "DE Germany", "GR Greece", "HU Hungary", "IS Iceland", "IE Ireland", "IT Italy",
                "LV Latvia", "LI Liechtenstein", "LT Lithuania", "LU Luxembourg", "MT Malta", "NL Netherlands", "NO Norway",
                "PL Poland", "PT Portugal", "RO Romania", "SK Slovakia", "SI Slovenia", "ES Spain", "SE Sweden",
                "GB United Kingdom").forEach(country -> COUNTRIES.put(country.substring(0, 2), country.substring(3)));
    }

    private final String folder;
    private final String bank;

    Pages(String folder, String bank) {
        this.folder = folder;
        this.bank = bank;
    }

    /** A whole page; the session says what its head offers. */
    public String page(String title, Sessions.Session session, String body) {
        var navigation = session != null && session.isSignedIn() ? "navigation-inside.html" : "navigation-outside.html";
        var token = session == null ? "" : session.formToken;
        return filled("layout.html", Map.of("title", title, "body", body, "bank", bank, "head", has("head.html") ? file("head.html") : "",
                "navigation", filled(navigation, Map.of("token", token, "owner", session == null ? "" : String.valueOf(session.owner)))));
    }

    /** A page that only says something. */
    public String message(String title, Sessions.Session session, String text) {
        return page(title, session, filled("message.html", Map.of("title", title, "text", text)));
    }

    /** A file with its places filled. */
    public String filled(String file, Map<String, String> values) {
        return PLACE.matcher(file(file)).replaceAll(place -> {
            var name = place.group(1) != null ? place.group(1) : place.group(2);
            var value = values.getOrDefault(name, "");
            return Matcher.quoteReplacement(place.group(1) != null ? value : escaped(value));
        });
    }

    /** Whether the bank has a file of this name. */
    boolean has(String name) {
        return Resources.exists(folder + "/" + name);
    }

    /** A file as it is. */
    public String file(String name) {
        return FILES.computeIfAbsent(folder + "/" + name, missing -> Resources.text(Resources.exists(missing) ? missing : "kit/" + name));
    }

    /** What is wrong with a form, read out by screen readers; nothing when nothing is. */
    public static String alert(Collection<String> faults) {
        return faults.isEmpty() ? "" : faults.stream().map(fault -> "<li>" + escaped(fault) + "</li>")
                .collect(Collectors.joining("", "<div role=\"alert\" class=\"alert\"><ul>", "</ul></div>"));
    }

    /** The countries to choose from. */
    public static String countries(String chosen) {
        return choices(COUNTRIES, chosen);
    }

    /** Whether a country has this code. */
    public static boolean isCountry(String code) {
        return COUNTRIES.containsKey(code);
    }

    /** What to choose from. */
    public static String options(List<String> all, String chosen) {
        var choices = new LinkedHashMap<String, String>();
        all.forEach(choice -> choices.put(choice, choice));
        return choices(choices, chosen);
    }

    private static String choices(Map<String, String> all, String chosen) {
        var written = new StringBuilder("<option value=\"\">Please choose</option>");
        all.forEach((value, text) -> written.append("<option value=\"").append(escaped(value)).append('"')
                .append(value.equals(chosen) ? " selected" : "").append('>').append(escaped(text)).append("</option>"));
        return written.toString();
    }

    /** A text as it stands in HTML. */
    public static String escaped(String text) {
        return text == null ? "" : text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
                .replace("\"", "&quot;").replace("'", "&#39;");
    }
}
