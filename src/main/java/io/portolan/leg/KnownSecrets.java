package io.portolan.leg;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The secrets that one run knows, and the forms in which a page, an answer or a mail may show them. */
class KnownSecrets implements Masks {

    private static final String DOTS = "•••";
    /** Shorter ones would mask half of every text; no credential is as short. */
    private static final int SHORTEST = 4;

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
        forms.add(Base64.getEncoder().withoutPadding().encodeToString(bytes));
        forms.add(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        forms.add(url);
        forms.add(url.replace("+", "%20"));
        forms.add(json(value));
        forms.add(json(value).replace("/", "\\/"));
        forms.add(html(value, "&#39;", "&#x2F;"));
        forms.add(html(value, "'", "/"));
        return forms;
    }

    private static String json(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t");
    }

    private static String html(String value, String apostrophe, String slash) {
        return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;")
                .replace("'", apostrophe).replace("/", slash);
    }
}
