package io.portolan.handout;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.springframework.web.util.HtmlUtils;

/** Writes a page that needs nothing but itself: no script, no address of ours, and everything that was said escaped. */
final class Html {

    static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm:ss", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final String STYLE = """
            body { font: 15px/1.5 system-ui, sans-serif; color: #1d2733; background: #fff; max-width: 75rem; margin: 2rem auto; padding: 0 1.5rem; }
            h1 { font-size: 1.7rem; } h2 { font-size: 1.2rem; margin-top: 2.2rem; border-bottom: 2px solid #d5dce3; padding-bottom: .3rem; }
            p, li, dd { max-width: 80ch; } dl { display: grid; grid-template-columns: minmax(9rem, 16rem) 1fr; gap: .3rem 1.5rem; }
            dt { color: #4d5763; } dd { margin: 0; overflow-wrap: anywhere; }
            table { border-collapse: collapse; width: 100%; } th, td { text-align: left; vertical-align: top; padding: .4rem .6rem; border-bottom: 1px solid #d5dce3; }
            thead th { background: #f4f6f8; } tbody th { font-weight: 600; } td, th { overflow-wrap: anywhere; } .when { white-space: nowrap; }
            .late { color: #a01c1c; font-weight: 600; } .quiet { color: #4d5763; } code, pre { overflow-wrap: anywhere; white-space: pre-wrap; }
            a { color: #0b5394; } @media print { body { margin: 0; max-width: none; } tr { break-inside: avoid; } }
            """;

    private final StringBuilder page = new StringBuilder();

    Html(String title) {
        page.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-").append(hash(STYLE)).append("'\">\n<title>")
                .append(text(title)).append("</title>\n<style>").append(STYLE).append("</style>\n</head>\n<body>\n<h1>").append(text(title)).append("</h1>\n");
    }

    /** By which the policy of a page knows its one style sheet. */
    private static String hash(String style) {
        try {
            return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    Html heading(String words) {
        page.append("<h2>").append(text(words)).append("</h2>\n");
        return this;
    }

    Html paragraph(String words) {
        page.append("<p>").append(text(words)).append("</p>\n");
        return this;
    }

    Html code(String lines) {
        page.append("<pre>").append(text(lines)).append("</pre>\n");
        return this;
    }

    /** Names and values, in turn; a value that is null is left out with its name. */
    Html facts(String... namesAndValues) {
        page.append("<dl>\n");
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (namesAndValues[i + 1] != null && !namesAndValues[i + 1].isBlank()) {
                page.append("<dt>").append(text(namesAndValues[i])).append("</dt><dd>").append(text(namesAndValues[i + 1])).append("</dd>\n");
            }
        }
        page.append("</dl>\n");
        return this;
    }

    /** A table whose cells are HTML already: {@link #text}, {@link #when} or {@link #link}. */
    Html table(List<String> heads, List<List<String>> rows) {
        page.append("<table>\n<thead><tr>");
        heads.forEach(head -> page.append("<th scope=\"col\">").append(text(head)).append("</th>"));
        page.append("</tr></thead>\n<tbody>\n");
        rows.forEach(row -> {
            page.append("<tr>");
            row.forEach(cell -> page.append("<td>").append(cell).append("</td>"));
            page.append("</tr>\n");
        });
        page.append("</tbody>\n</table>\n");
        return this;
    }

    String whole() {
        return page + "</body>\n</html>\n";
    }

    static String text(String words) {
        return words == null ? "" : HtmlUtils.htmlEscape(words, "UTF-8");
    }

    static String late(String words) {
        return "<span class=\"late\">" + text(words) + "</span>";
    }

    static String when(Instant at) {
        return at == null ? "" : "<time class=\"when\" datetime=\"" + at + "\">" + MOMENT.format(at) + "</time>";
    }

    static String link(String file, String words) {
        return "<a href=\"" + text(file) + "\">" + text(words) + "</a>";
    }
}
