package io.portolan.mail;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** What a person reads in a mail, and where its links lead, from its plain and its HTML parts. */
final class MailBody {

    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"']+");
    private static final Pattern TRAILING = Pattern.compile("[.,;:!?)\\]}]+$");
    private static final Pattern LINK = Pattern.compile("(?is)<a\\s[^>]{0,1000}?href\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s>]+))");
    private static final List<String> UNSEEN = List.of("script", "style", "head");
    private static final Pattern QUOTED = Pattern.compile("(?is)<blockquote\\b.*</blockquote\\s{0,9}>|<div[^>]{0,500}class=\"?gmail_quote.*");
    private static final Pattern BREAK = Pattern.compile("(?i)<(?:br|/p|/div|/tr|/li|/h\\d)\\b[^>]*>");
    private static final Pattern TAG = Pattern.compile("(?s)<[^>]{0,2000}>");
    /** What shows as nothing, and would let a text or a secret go unrecognised. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\u00AD\\u200B-\\u200F\\u2060\\uFEFF]");

    private final StringBuilder plain = new StringBuilder();
    private final StringBuilder html = new StringBuilder();
    private final StringBuilder ownHtml = new StringBuilder();
    private final Set<String> links = new LinkedHashSet<>();
    private final List<Mail.Attachment> attachments = new ArrayList<>();
    private final StringBuilder status = new StringBuilder();
    private String originalId;

    void addPlain(String text) {
        plain.append(INVISIBLE.matcher(text).replaceAll("")).append('\n');
        var match = ADDRESS.matcher(Quotes.without(text));
        while (match.find()) {
            links.add(TRAILING.matcher(match.group()).replaceFirst(""));
        }
    }

    void addHtml(String source) {
        var own = QUOTED.matcher(source).replaceAll(" ");
        var match = LINK.matcher(own);
        while (match.find()) {
            var address = match.group(1) != null ? match.group(1) : match.group(2) != null ? match.group(2) : match.group(3);
            var link = HtmlUtils.htmlUnescape(address).strip();
            if (link.startsWith("http://") || link.startsWith("https://")) {
                links.add(link);
            }
        }
        html.append(seen(source)).append('\n');
        ownHtml.append(seen(own)).append('\n');
    }

    private static String seen(String source) {
        var shown = without(source, "<!--", "-->");
        for (var element : UNSEEN) {
            shown = without(shown, "<" + element, "</" + element);
        }
        var broken = BREAK.matcher(shown).replaceAll("\n");
        return INVISIBLE.matcher(HtmlUtils.htmlUnescape(TAG.matcher(broken).replaceAll(""))).replaceAll("");
    }

    /** Takes out what stands between a beginning and its end, in one pass; what never ends goes on to the end of the mail. */
    private static String without(String source, String begin, String end) {
        var lower = source.toLowerCase(Locale.ROOT);
        var shown = new StringBuilder();
        int at = 0;
        for (int from = lower.indexOf(begin); from >= 0 && lower.length() == source.length(); from = lower.indexOf(begin, at)) {
            shown.append(source, at, from).append(' ');
            int to = lower.indexOf(end, from + begin.length());
            at = to < 0 ? source.length() : to + end.length();
        }
        return shown.append(source, at, source.length()).toString();
    }

    void addAttachment(Mail.Attachment attachment) {
        attachments.add(attachment);
    }

    /** The part of a delivery status notification that machines read. */
    void addStatus(String text) {
        status.append(text).append('\n');
    }

    void original(String messageId) {
        originalId = originalId == null ? messageId : originalId;
    }

    void leftOut() {
        plain.append("(A part of this mail could not be read.)\n");
    }

    /** The plain text, or where there is none, that of the HTML. */
    String text() {
        return (plain.toString().isBlank() ? html : plain).toString().strip();
    }

    /** What the sender has written, in each form in which it came, without what it quotes. */
    String own() {
        return (Quotes.without(plain.toString()) + "\n" + Quotes.without(ownHtml.toString())).strip();
    }

    List<String> links() {
        return List.copyOf(links);
    }

    List<Mail.Attachment> attachments() {
        return List.copyOf(attachments);
    }

    String status() {
        return status.toString();
    }

    String originalId() {
        return originalId;
    }
}
