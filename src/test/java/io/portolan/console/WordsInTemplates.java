package io.portolan.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** Finds the words of a language that stand in a template itself, where a reader would see or hear them. */
final class WordsInTemplates {

    private static final Set<String> READ_OUT = Set.of("aria-label", "title", "placeholder", "alt", "label", "data-label", "aria-description");
    private static final Set<String> FILLED = Set.of("th:text", "th:utext", "th:replace", "th:insert");
    private static final Set<String> NOT_LANGUAGE = Set.of("code", "kbd", "script", "style");
    private static final Pattern LETTER = Pattern.compile("\\p{L}");
    private static final Pattern FILLED_IN = Pattern.compile("\\[\\[.*?]]", Pattern.DOTALL);
    private static final Pattern LITERAL = Pattern.compile("'((?:[^'\\\\]|\\\\.)*)'");
    private static final Pattern SENTENCE = Pattern.compile("^\\p{Lu}\\p{Ll}|\\p{L} \\p{Ll}|^ \\p{Ll}");

    private WordsInTemplates() { }

    static List<String> of(String template) {
        var found = new ArrayList<String>();
        for (var element : Jsoup.parse(template).getAllElements()) {
            element.textNodes().stream().filter(text -> isLanguage(text, element)).forEach(text -> found.add(text.text().strip()));
            element.attributes().asList().stream().filter(attribute -> !NOT_LANGUAGE.contains(element.tagName()) || !attribute.getKey().equals("th:text"))
                    .forEach(attribute -> found.addAll(of(attribute)));
        }
        return found;
    }

    private static boolean isLanguage(TextNode text, Element in) {
        return hasWord(FILLED_IN.matcher(text.getWholeText()).replaceAll("")) && !NOT_LANGUAGE.contains(in.tagName())
                && (isSeen(in) && in.parents().stream().allMatch(WordsInTemplates::isSeen));
    }

    /** Whether what stands in it reaches the page; what it is filled with takes its place otherwise. */
    private static boolean isSeen(Element element) {
        return "html".equals(element.tagName()) || FILLED.stream().noneMatch(element::hasAttr);
    }

    private static List<String> of(Attribute attribute) {
        var name = attribute.getKey();
        var value = attribute.getValue();
        if (READ_OUT.contains(name)) {
            return hasWord(value) ? List.of(value) : List.of();
        }
        if (name.equals("th:text") || name.startsWith("th:") && READ_OUT.contains(name.substring(3))) {
            return literals(value).stream().filter(WordsInTemplates::hasWord).toList();
        }
        if (name.equals("th:attr")) {
            return split(value).stream().filter(part -> READ_OUT.contains(part.split("=")[0].strip()))
                    .flatMap(part -> literals(part.substring(part.indexOf('=') + 1)).stream()).filter(WordsInTemplates::hasWord).toList();
        }
        // what a fragment is called with is shown by it
        return name.startsWith("th:") ? literals(name.equals("th:replace") || name.equals("th:insert") ? value.replaceAll("(:: *\\w+)\\(", "$1 ") : value).stream().filter(word -> SENTENCE.matcher(word).find()).toList() : List.of();
    }

    /** Neither a path nor the ending of a file is a word. */
    private static boolean hasWord(String text) {
        return LETTER.matcher(text).find() && !text.matches("(?s)(/|\\.|https?:).*");
    }

    /** What stands in quotes to be shown: not to be compared with, and no argument of a call. */
    private static List<String> literals(String expression) {
        var found = new ArrayList<String>();
        LITERAL.matcher(expression).results().forEach(literal -> {
            var before = expression.substring(0, literal.start()).stripTrailing();
            var after = expression.substring(literal.end()).stripLeading();
            boolean isCompared = before.endsWith("==") || before.endsWith("!=") || after.startsWith("==");
            boolean isOfCall = before.matches("(?s).*\\w\\((\\s*('[^']*'|[^()'])*,)?");
            boolean isKeyOrPath = before.endsWith("[") || before.matches("(?s).*[#@]\\{[^}]*");
            if (!isCompared && !isOfCall && !isKeyOrPath) {
                found.add(literal.group(1));
            }
        });
        return found;
    }

    private static List<String> split(String attributes) {
        var parts = new ArrayList<String>();
        int depth = 0;
        int from = 0;
        boolean isQuoted = false;
        for (int at = 0; at < attributes.length(); at++) {
            char c = attributes.charAt(at);
            isQuoted ^= c == '\'';
            depth += isQuoted ? 0 : "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
            if (c == ',' && depth == 0 && !isQuoted) {
                parts.add(attributes.substring(from, at));
                from = at + 1;
            }
        }
        parts.add(attributes.substring(from));
        return parts;
    }
}
