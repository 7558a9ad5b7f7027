package io.portolan.playbook;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text as a person sees it: without the case, the spaces and the kinds of quotes and hyphens that styles and editors choose. */
public final class Seen {

    private static final Pattern NOTHING = Pattern.compile("[\\u00ad\\u200b-\\u200d\\u2060\\ufeff]");
    private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0\\u202f]+");

    /** Dashes stand between words, where hyphens join them; in between they are this, which is neither. */
    private static final Pattern DASH = Pattern.compile("[\u2012-\u2015]");
    private static final String DASHED = "\ue000";
    private static final String LETTER = "[\\p{L}\\p{N}\\p{M}_]";
    /** Scripts that put no spaces between words have no edges of words to look for. */
    private static final String UNSPACED = "\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}\\p{IsLao}\\p{IsKhmer}\\p{IsMyanmar}";
    private static final Pattern BEGINS_A_WORD = Pattern.compile("^[\\p{L}\\p{N}\\p{M}_&&[^" + UNSPACED + "]]");
    private static final Pattern ENDS_A_WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}_&&[^" + UNSPACED + "]]$");

    private Seen() {
    }

    /** Whether a text says these words, and not only words that hold them, as "Inactive" and "non-active" hold "active". */
    public static boolean says(String text, String words) {
        var sought = plain(words);
        var seen = plain(DASH.matcher(text).replaceAll(DASHED));
        var before = BEGINS_A_WORD.matcher(sought).find() ? "(?<!" + LETTER + ")(?<!" + LETTER + "-)" : "";
        var after = ENDS_A_WORD.matcher(sought).find() ? "(?!" + LETTER + ")(?!-" + LETTER + ")" : "";
        var quoted = Pattern.quote(sought).replace("-", "\\E[-" + DASHED + "]\\Q");
        return Pattern.compile(before + quoted + after).matcher(seen).find();
    }

    /** The text as all that differs only to a machine writes it. */
    public static String plain(String text) {
        var seen = SPACE.matcher(NOTHING.matcher(Normalizer.normalize(text, Normalizer.Form.NFC)).replaceAll("")).replaceAll(" ").strip();
        return seen.toLowerCase(Locale.ROOT).replace("ß", "ss").replaceAll("[‘’]", "'").replaceAll("[“-‟]", "\"")
                .replaceAll("[‐-―]", "-").replace("…", "...");
    }
}
