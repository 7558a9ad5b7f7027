package io.portolan.stories;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The forms in which a secret may stand somewhere, each with a word for it. */
final class SecretForms {

    private SecretForms() {
    }

    /** The forms of a text. */
    static Map<String, String> of(String secret) {
        var forms = new LinkedHashMap<>(of(secret.getBytes(StandardCharsets.UTF_8)));
        forms.put("raw", secret);
        var url = URLEncoder.encode(secret, StandardCharsets.UTF_8);
        forms.put("URL-encoded", url);
        forms.put("URL-encoded with %20", url.replace("+", "%20"));
        forms.put("URL-encoded in small letters", small(url));
        forms.put("JSON-escaped", json(secret));
        forms.put("JSON-escaped for HTML", json(secret).replace("/", "\\/").replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")
                .replace("'", "\\u0027").replace("+", "\\u002b").replace("=", "\\u003d"));
        forms.put("HTML-escaped", html(secret, "&#39;"));
        forms.put("HTML-escaped with names", html(secret, "&apos;"));
        forms.put("backwards", new StringBuilder(secret).reverse().toString());
        return forms;
    }

    /** The forms of bytes: raw, each byte being one character, in hexadecimal, and within any Base64 text whatever stands before them. */
    static Map<String, String> of(byte[] secret) {
        var forms = new LinkedHashMap<String, String>();
        forms.put("raw", new String(secret, StandardCharsets.ISO_8859_1));
        forms.put("hexadecimal", HexFormat.of().formatHex(secret));
        forms.put("hexadecimal in capitals", HexFormat.of().withUpperCase().formatHex(secret));
        for (int before = 0; before < 3; before++) {
            forms.put("Base64 after " + before, within(Base64.getEncoder(), secret, before));
            forms.put("URL-safe Base64 after " + before, within(Base64.getUrlEncoder(), secret, before));
        }
        return forms;
    }

    /** The characters that depend on nothing but the secret, when so many bytes stand before it. */
    private static String within(Base64.Encoder encoder, byte[] secret, int before) {
        var padded = new byte[before + secret.length];
        System.arraycopy(secret, 0, padded, before, secret.length);
        return encoder.encodeToString(padded).substring((before * 8 + 5) / 6, padded.length * 8 / 6);
    }

    private static String json(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    private static String html(String text, String apostrophe) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("'", apostrophe);
    }

    private static String small(String url) {
        var small = new StringBuilder(url);
        for (int i = small.indexOf("%"); i >= 0; i = small.indexOf("%", i + 3)) {
            small.replace(i, i + 3, small.substring(i, i + 3).toLowerCase(Locale.ROOT));
        }
        return small.toString();
    }
}
