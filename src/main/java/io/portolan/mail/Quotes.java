package io.portolan.mail;

import java.util.regex.Pattern;

/** Tells what a mail says from what it quotes: our own words in an answer are no sign of anything. */
final class Quotes {

    /** What stands above a whole mail that is quoted below an answer. */
    private static final Pattern HEADLINE = Pattern.compile("(?mi)^\\s*(-{2,}\\s*(original message|urspr.ngliche nachricht|message d'origine|messaggio originale|mensaje original)\\s*-{2,}"
            + "|_{20,}\\s*$|(on|am|le|il|el|op) [^\\n]{5,200}(wrote|schrieb[^\\n]{0,80}|a écrit|ha scritto|escribió|schreef[^\\n]{0,80})\\s?:\\s*$)");
    private static final Pattern LINE = Pattern.compile("(?m)^\\s*>.*$\\R?");

    private Quotes() { }

    static String without(String text) {
        var headline = HEADLINE.matcher(text);
        var own = headline.find() ? text.substring(0, headline.start()) : text;
        return LINE.matcher(own).replaceAll("");
    }
}
