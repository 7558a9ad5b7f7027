package io.portolan.leg;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The secrets that one run knows, and the forms in which a page, an answer or a mail may show them. */
class KnownSecrets implements Masks {

    private static final String DOTS = "•••";
    /** Shorter ones would mask half of every text; no credential is as short. */
    private static final int SHORTEST = 4;
    private static final Pattern ESCAPE = Pattern.compile("%[0-9A-F]{2}");

    private final Set<String> values = new LinkedHashSet<>();

    @Override
    public synchronized void add(CharSequence secret) {
        if (secret.length() >= SHORTEST) {
            values.add(secret.toString());
        }
    }

    @Override
    public synchronized String masked(String text) {
        if (text == null) {
            return null;
        }
        var forms = new ArrayList<String>();
        values.forEach(value -> forms.addAll(forms(value)));
        forms.sort(Comparator.comparingInt(String::length).reversed());
        var masked = text;
        for (var form : forms) {
            masked = masked.replace(form, DOTS);
        }
        return masked;
    }

    @Override
    public synchronized List<CharSequence> values() {
        return List.copyOf(values);
    }

    private static Set<String> forms(String value) {
        var bytes = value.getBytes(StandardCharsets.UTF_8);
        var url = URLEncoder.encode(value, StandardCharsets.UTF_8);
        var forms = new LinkedHashSet<String>();
        forms.add(value);
        forms.add(Base64.getEncoder().encodeToString(bytes));
        for (int before = 0; before < 3; before++) {
            within(Base64.getEncoder(), bytes, before).ifPresent(forms::add);
            within(Base64.getUrlEncoder(), bytes, before).ifPresent(forms::add);
        }
        forms.add(url);
        forms.add(url.replace("+", "%20"));
        forms.add(lowerCaseEscapes(url));
        forms.add(lowerCaseEscapes(url.replace("+", "%20")));
        forms.add(json(value));
        forms.add(json(value).replace("/", "\\/"));
        forms.add(json(value).replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e").replace("'", "\\u0027"));
        forms.add(html(value, "&#39;", "&#x2F;"));
        forms.add(html(value, "&#39;", "/"));
        forms.add(html(value, "&apos;", "/"));
        forms.add(html(value, "'", "/"));
        return forms;
    }

    /** What every Base64 text shows of it that has so many bytes before it, such as {@code user:secret} in a header. */
    private static Optional<String> within(Base64.Encoder encoder, byte[] bytes, int before) {
        var padded = new byte[before + bytes.length];
        System.arraycopy(bytes, 0, padded, before, bytes.length);
        var shown = encoder.encodeToString(padded).substring((before * 8 + 5) / 6, padded.length * 8 / 6);
        return shown.length() < SHORTEST ? Optional.empty() : Optional.of(shown);
    }

    private static String lowerCaseEscapes(String url) {
        return ESCAPE.matcher(url).replaceAll(escape -> escape.group().toLowerCase(Locale.ROOT));
    }

    private static String json(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t");
    }

    private static String html(String value, String apostrophe, String slash) {
        return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;")
                .replace("'", apostrophe).replace("/", slash);
    }
}
