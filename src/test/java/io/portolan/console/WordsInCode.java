package io.portolan.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds the words of a language that stand in Java or in a script itself, where they would come onto a page. */
final class WordsInCode {

    private static final Pattern JAVA = Pattern.compile("//[^\n]*|/\\*.*?\\*/|'(?:\\\\.|[^'\\\\])'|\"\"\"(?<block>.*?)\"\"\"|\"(?<text>(?:[^\"\\\\\n]|\\\\.)*)\"", Pattern.DOTALL);
    private static final Pattern SCRIPT = Pattern.compile("//[^\n]*|/\\*.*?\\*/|'(?<text>(?:[^'\\\\\n]|\\\\.)*)'|\"(?:[^\"\\\\\n]|\\\\.)*\"|`(?<block>[^`]*)`", Pattern.DOTALL);

    /** More words than one, or one that begins as a label does. */
    private static final Pattern IN_JAVA = Pattern.compile("(?=.*\\p{Ll}).*\\s.*|\\p{Lu}\\p{Ll}+[.:!?]?", Pattern.DOTALL);
    /** Selectors and keys have gaps, too; a sentence begins with a capital, and what is put before or after something begins or ends with a gap. */
    private static final Pattern IN_SCRIPT = Pattern.compile("(?s).*\\p{Lu}\\p{Ll}+,? \\p{Ll}.*| \\p{Ll}+|\\p{Ll}+ |\\p{Lu}\\p{Ll}+");

    /** For those who run or write Portolan: faults of ours and the log; and forms of dates. */
    private static final Pattern NOT_FOR_PAGES = Pattern.compile("new (IllegalState|IllegalArgument|UnsupportedOperation)Exception\\(|\\bLOG\\.|ofPattern\\(");
    /** What a text is compared with, and headers, are read by nobody. */
    private static final Pattern NOT_READ = Pattern.compile("\\.(header|sameSite|startsWith|endsWith|replaceFirst|replaceAll|matches)\\([^()]*$");
    /** The name of a part of a template. */
    private static final Pattern VIEW = Pattern.compile("[a-z-]+ :: [a-z-]+(\\(.*\\))?");
    /** Names that standards have in any language, and words that are no text. */
    private static final Set<String> NAMES = Set.of("Berlin Group NextGenPSD2", "Open Banking UK", "leg ", "Enter");

    private WordsInCode() { }

    static List<String> ofJava(String code) {
        return of(code, JAVA, IN_JAVA);
    }

    static List<String> ofScript(String code) {
        return of(code, SCRIPT, IN_SCRIPT);
    }

    private static List<String> of(String code, Pattern parts, Pattern language) {
        var found = new ArrayList<String>();
        var literal = parts.matcher(code);
        while (literal.find()) {
            var text = literal.group("text") == null ? literal.group("block") : literal.group("text");
            if (text != null && language.matcher(text).matches() && !NAMES.contains(text) && !VIEW.matcher(text).matches()
                    && isForPages(statement(code, literal.start()))) {
                found.add(text);
            }
        }
        return found;
    }

    private static boolean isForPages(String before) {
        return !NOT_FOR_PAGES.matcher(before).find() && !NOT_READ.matcher(before).find();
    }

    /** What stands before a place, back to where its statement begins. */
    private static String statement(String code, int at) {
        int from = at;
        while (from > 0 && ";{}".indexOf(code.charAt(from - 1)) < 0) {
            from--;
        }
        return code.substring(from, at);
    }
}
