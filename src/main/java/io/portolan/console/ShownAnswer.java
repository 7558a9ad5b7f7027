package io.portolan.console;

import static io.portolan.console.Messages.say;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A bank's answer as the page of its task shows it this once.
 *
 * @param text what of it people can read
 * @param remarks what is not shown, or is shown otherwise, as sentences
 * @param back the address of the page without it
 */
record ShownAnswer(String text, List<String> remarks, String back) {

    private static final int LONGEST = 20_000;
    /** Even of a text that was read by a wrong encoding, hardly more than one character in so many is none. */
    private static final int ONE_IN = 10;
    private static final String BODY = "\n\n";
    private static final int NO_CHARACTER = 0xFFFD;

    /** Of the whole answer: status, header fields, an empty line, and the body; {@code api} is the address that gives all of it. */
    static ShownAnswer of(String whole, String back, String api) {
        var remarks = new ArrayList<String>();
        int end = whole.indexOf(BODY);
        var readable = whole;
        if (end >= 0 && isBinary(whole.substring(end))) {
            readable = whole.substring(0, end);
            remarks.add(said(say("task.the-body-is-no-text"), whole.length() - end - BODY.length()));
        }
        var shown = beginning(readable);
        if (shown.length() < readable.length()) {
            remarks.add(said(say("task.the-first-d-of-d"),
                    shown.length(), readable.length(), api));
        }
        var visible = visible(shown);
        if (!visible.equals(shown)) {
            remarks.add(say("task.what-cannot-be-seen-such"));
        }
        return new ShownAnswer(visible, List.copyOf(remarks), back);
    }

    private static boolean isBinary(String body) {
        return body.indexOf('\0') >= 0 || body.codePoints().filter(each -> each == NO_CHARACTER || !isVisible(each)).count() * ONE_IN > body.length();
    }

    /** It does not end within a character of two parts. */
    private static String beginning(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
    }

    private static String visible(String text) {
        return text.codePoints().map(each -> isVisible(each) ? each : NO_CHARACTER)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    /** What turns the direction of writing, among others, would let a text look as what it is not. */
    private static boolean isVisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL -> character == '\n' || character == '\r' || character == '\t';
            case Character.FORMAT, Character.SURROGATE -> false;
            default -> true;
        };
    }

    private static String said(String sentence, Object... about) {
        return String.format(Locale.ENGLISH, sentence, about);
    }

    /** Leaves the text out. */
    @Override
    public String toString() {
        return "ShownAnswer[back=" + back + "]";
    }
}
