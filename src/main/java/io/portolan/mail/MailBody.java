package io.portolan.mail;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** What a person reads in a mail, and where its links lead, from its plain and its HTML parts. */
final class MailBody {

    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"']+");
    private static final Pattern TRAILING = Pattern.compile("[.,;:!?)\\]}]+$");
    /** Where an element ends, a person sees the line end. */
    private static final Set<String> LINES = Set.of("p", "div", "tr", "li", "h1", "h2", "h3", "h4", "h5", "h6", "table", "ul", "ol", "pre");
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
        var whole = Jsoup.parse(source);
        whole.select("script, style, head, template, [hidden], [style~=(?i)display\\s*:\\s*none]").remove();
        html.append(seen(whole)).append('\n');
        whole.select("blockquote, .gmail_quote").remove();
        for (var link : whole.select("a[href]")) {
            var address = link.attr("href").strip();
            if (address.startsWith("http://") || address.startsWith("https://")) {
                links.add(address);
            }
        }
        ownHtml.append(seen(whole)).append('\n');
    }

    private static String seen(Document document) {
        var seen = new StringBuilder();
        document.body().traverse(new NodeVisitor() {
            @Override
            public void head(Node node, int depth) {
                if (node instanceof TextNode text) {
                    seen.append(text.getWholeText());
                } else if (node.nameIs("br")) {
                    seen.append('\n');
                }
            }

            @Override
            public void tail(Node node, int depth) {
                if (LINES.contains(node.normalName())) {
                    seen.append('\n');
                }
            }
        });
        return INVISIBLE.matcher(seen).replaceAll("");
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
