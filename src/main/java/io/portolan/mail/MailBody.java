package io.portolan.mail;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** What a person reads in a mail, and where its links lead, from its plain and its HTML parts. */
final class MailBody {

    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"']+");
    private static final Pattern TRAILING = Pattern.compile("[.,;:!?)\\]}]+$");
    private static final Pattern LINK = Pattern.compile("(?is)<a\\s[^>]*?href\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s>]+))");
    private static final Pattern UNSEEN = Pattern.compile("(?is)<(script|style|head)\\b.*?</\\1\\s*>|<!--.*?-->");
    private static final Pattern BREAK = Pattern.compile("(?i)<(?:br|/p|/div|/tr|/li|/h\\d)\\b[^>]*>");
    private static final Pattern TAG = Pattern.compile("(?s)<[^>]{0,5000}>");

    private final StringBuilder plain = new StringBuilder();
    private final StringBuilder html = new StringBuilder();
    private final Set<String> links = new LinkedHashSet<>();

    void addPlain(String text) {
        plain.append(text).append('\n');
        var match = ADDRESS.matcher(text);
        while (match.find()) {
            links.add(TRAILING.matcher(match.group()).replaceFirst(""));
        }
    }

    void addHtml(String source) {
        var match = LINK.matcher(source);
        while (match.find()) {
            var address = match.group(1) != null ? match.group(1) : match.group(2) != null ? match.group(2) : match.group(3);
            var link = HtmlUtils.htmlUnescape(address).strip();
            if (link.startsWith("http://") || link.startsWith("https://")) {
                links.add(link);
            }
        }
        var seen = BREAK.matcher(UNSEEN.matcher(source).replaceAll(" ")).replaceAll("\n");
        html.append(HtmlUtils.htmlUnescape(TAG.matcher(seen).replaceAll(""))).append('\n');
    }

    void leftOut() {
        plain.append("(A part of this mail could not be read.)\n");
    }

    /** The plain text, or where there is none, that of the HTML. */
    String text() {
        return (plain.toString().isBlank() ? html : plain).toString().strip();
    }

    List<String> links() {
        return List.copyOf(links);
    }
}
