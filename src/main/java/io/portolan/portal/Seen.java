package io.portolan.portal;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text as a person sees it: without the case, the spaces and the kinds of quotes and hyphens that styles and editors choose. */
final class Seen {

    private static final Pattern NOTHING = Pattern.compile("[\\u00ad\\u200b-\\u200d\\u2060\\ufeff]");
    private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0\\u202f]+");

    private Seen() {
    }

    static String plain(String text) {
        var seen = SPACE.matcher(NOTHING.matcher(Normalizer.normalize(text, Normalizer.Form.NFC)).replaceAll("")).replaceAll(" ").strip();
        return seen.toLowerCase(Locale.ROOT).replace("ß", "ss").replaceAll("[‘’]", "'").replaceAll("[“-‟]", "\"")
                .replaceAll("[‐-―]", "-").replace("…", "...");
    }
}
