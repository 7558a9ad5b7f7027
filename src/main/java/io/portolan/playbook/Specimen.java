package io.portolan.playbook;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes up a text that a pattern fits, such as {@code TW-1234} for {@code TW-\d+}, for those who try a playbook without its bank. */
public final class Specimen {

    private static final List<String> CHARACTERS = IntStream.concat(IntStream.concat(IntStream.rangeClosed('a', 'z'),
            IntStream.concat(IntStream.rangeClosed('1', '9'), IntStream.rangeClosed('A', 'Z'))), IntStream.rangeClosed(' ', '~'))
            .mapToObj(Character::toString).distinct().toList();
    private static final Pattern COUNTED = Pattern.compile("\\{(\\d+)(,(\\d*))?}");
    private static final int SEVERAL = 6;

    private final String pattern;
    private final int often;
    private int at;

    private Specimen(String pattern, int often) {
        this.pattern = pattern;
        this.often = often;
    }

    /** A text in which the regular expression finds something; empty where none could be made up, or it is no regular expression. */
    public static Optional<String> of(String pattern) {
        try {
            var wanted = Pattern.compile(pattern);
            return IntStream.of(SEVERAL, 1, 0).mapToObj(often -> new Specimen(pattern, often).alternatives())
                    .filter(text -> wanted.matcher(text).find()).findFirst();
        } catch (PatternSyntaxException | IndexOutOfBoundsException unknown) {
            return Optional.empty();
        }
    }

    private String alternatives() {
        var first = sequence();
        while (at < pattern.length() && pattern.charAt(at) == '|') {
            at++;
            sequence();
        }
        return first;
    }

    private String sequence() {
        var text = new StringBuilder();
        while (at < pattern.length() && pattern.charAt(at) != '|' && pattern.charAt(at) != ')') {
            text.append(repeated(atom()));
        }
        return text.toString();
    }

    /** The possible texts of one character, or the one text of a group; what has no width is an empty text. */
    private List<String> atom() {
        char next = pattern.charAt(at++);
        return switch (next) {
            case '(' -> List.of(group());
            case '[' -> fitting(characterClass());
            case '.' -> fitting(".");
            case '^', '$' -> List.of("");
            case '\\' -> escaped();
            default -> List.of(String.valueOf(next));
        };
    }

    private List<String> escaped() {
        char next = pattern.charAt(at++);
        if ("bBAzZG".indexOf(next) >= 0) {
            return List.of("");
        }
        if (next == 'p' || next == 'P') {
            int end = pattern.indexOf('}', at);
            var property = "\\" + next + pattern.substring(at, end + 1);
            at = end + 1;
            return fitting(property);
        }
        return Character.isLetter(next) ? fitting("\\" + next) : List.of(String.valueOf(next));
    }

    private String characterClass() {
        int from = at - 1;
        int depth = 1;
        at += pattern.charAt(at) == '^' ? 1 : 0;
        at += pattern.charAt(at) == ']' ? 1 : 0;
        while (depth > 0) {
            char next = pattern.charAt(at++);
            at += next == '\\' ? 1 : 0;
            depth += next == '[' ? 1 : next == ']' ? -1 : 0;
        }
        return pattern.substring(from, at);
    }

    private String group() {
        boolean isAhead = false;
        if (pattern.startsWith("?", at)) {
            var kind = pattern.substring(at, Math.min(pattern.length(), at + 3));
            isAhead = kind.startsWith("?=") || kind.startsWith("?!") || kind.startsWith("?<=") || kind.startsWith("?<!");
            at = isAhead ? at + (kind.startsWith("?<") ? 3 : 2) : kind.startsWith("?<") ? pattern.indexOf('>', at) + 1
                    : Math.min(after(':'), after(')') - 1);
        }
        var text = alternatives();
        at++;
        return isAhead ? "" : text;
    }

    private int after(char wanted) {
        int found = pattern.indexOf(wanted, at);
        return found < 0 ? Integer.MAX_VALUE : found + 1;
    }

    private String repeated(List<String> choices) {
        int least = 1;
        int most = 1;
        if (at < pattern.length()) {
            var counted = COUNTED.matcher(pattern).region(at, pattern.length());
            char next = pattern.charAt(at);
            if ("*+?".indexOf(next) >= 0) {
                least = next == '+' ? 1 : 0;
                most = next == '?' ? 1 : Integer.MAX_VALUE;
                at++;
            } else if (counted.lookingAt()) {
                least = Integer.parseInt(counted.group(1));
                most = counted.group(2) == null ? least : counted.group(3).isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(counted.group(3));
                at = counted.end();
            }
            at += at < pattern.length() && "?+".indexOf(pattern.charAt(at)) >= 0 && "*+?}".indexOf(pattern.charAt(at - 1)) >= 0
                    && pattern.charAt(at - 1) != '\\' && (least != 1 || most != 1) ? 1 : 0;
        }
        int times = Math.min(most, Math.max(least, choices.size() > 1 ? often : Math.min(often, 1)));
        return IntStream.range(0, times).mapToObj(i -> choices.get(i % choices.size())).collect(Collectors.joining());
    }

    private static List<String> fitting(String one) {
        var wanted = Pattern.compile(one);
        return CHARACTERS.stream().filter(each -> wanted.matcher(each).matches()).toList();
    }
}
