package io.portolan.recording;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the words at a field of a portal's form tell about what belongs into it. */
final class FieldWords {

    private static final Pattern PASSWORD = Pattern.compile("pass.?(word|wort|phrase|wd)|passwd|\\bpwd\\b|kennwort|contrase.a|\\bsenha\\b|mot.de.passe|\\bheslo\\b|has.o\\b"
            + "|wachtwoord|l.senord|adgangskode|\\bpassord|salasana|jelsz|\\bparol[ae]?\\b|\\bpass\\b|lozinka|\\bgeslo\\b|parool|slapta|συνθηματικ");
    private static final Pattern ONE_TIME = Pattern.compile("\\b(t?otp|mfa|2fa|tan|sms)\\b|one.?time|authenticator|(verification|security|confirmation|authentication|access|login).?code"
            + "|\\bcode\\b|\\bpin\\b|einmal|best.tigungscode");
    private static final Pattern SECRET = Pattern.compile("secret|geheim|token|\\bkey\\b|api.?key|credential|private|captcha|cvv|\\biban\\b|card.?number|security.?(question|answer)|κωδικ");
    private static final Pattern HARMLESS_CODE = Pattern.compile("(post(al)?|zip|country|dial(l?ing)?|language|currency|area).?code|postcode|code.?postal");
    private static final Pattern TERMS = Pattern.compile("\\b(i|we) (accept|agree|have read|confirm)|terms|conditions|akzeptier|einverstanden|\\bagb\\b|nutzungsbeding|j.accepte|acepto|accetto|souhlas|akcept");
    private static final Pattern COOKIES = Pattern.compile("cookie|(accept|allow|agree to|reject|refuse|deny) (all|everything)|only (what is )?(necessary|needed|essential)"
            + "|(alle|alles) (akzeptieren|annehmen|zulassen|ablehnen)|tout (accepter|refuser)|got it");
    private static final Pattern LOG_IN = Pattern.compile("log.?in|sign.?in|log.?on|anmelden|einloggen|connexion|connecter|acced|entrar|iniciar|p.ihl|zaloguj|inloggen|logga in|kirjaudu|σ.νδεση");
    private static final Map<Pattern, String> PLACES = places();

    private FieldWords() { }

    static boolean isPassword(String words) {
        return PASSWORD.matcher(plain(words)).find();
    }

    static boolean isOneTimeCode(String words) {
        return ONE_TIME.matcher(HARMLESS_CODE.matcher(plain(words)).replaceAll("")).find();
    }

    static boolean isSecret(String words) {
        return isPassword(words) || isOneTimeCode(words) || SECRET.matcher(plain(words)).find();
    }

    static boolean isTerms(String words) {
        return TERMS.matcher(plain(words)).find();
    }

    static boolean isCookieBanner(String words) {
        return COOKIES.matcher(plain(words)).find();
    }

    static boolean isLogIn(String words) {
        return LOG_IN.matcher(plain(words)).find();
    }

    /** The place that holds what a field of these words asks for. */
    static Optional<String> place(String words) {
        var plain = plain(words);
        return PLACES.entrySet().stream().filter(entry -> entry.getKey().matcher(plain).find()).map(Map.Entry::getValue).findFirst();
    }

    /** Words as somebody would say them: userName and user_name are user name. */
    private static String plain(String words) {
        return words.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT).replaceAll("[_\\-.#\\[\\]='\"]+", " ");
    }

    private static Map<Pattern, String> places() {
        var places = new LinkedHashMap<String, String>();
        places.put("redirect|call.?back|return ur[li]|weiterleitung", "application.redirect-uri");
        places.put("(privacy|datenschutz).*(ur[li]|link)", "application.privacy-url");
        places.put("(terms|tos).*(ur[li]|link)", "application.terms-url");
        places.put("app(lication)?.?(name|title)|name of (the|your) app|anwendungsname", "application.name");
        places.put("app(lication)?.?type|anwendungstyp", "application.type");
        places.put("description|beschreibung|descri", "application.description");
        places.put("platform|plattform", "application.platform");
        places.put("programming language|programmiersprache", "application.language");
        places.put("logo", "application.logo");
        places.put("first.?name|given.?name|vorname|pr.nom|forename", "tpp.contact.first-name");
        places.put("last.?name|sur.?name|family.?name|nachname", "tpp.contact.last-name");
        places.put("phone|mobile|telefon|t.l.phone", "tpp.contact.phone");
        places.put("e.?mail|\\bmail\\b", "tpp.contact.e-mail");
        places.put("trading.?name|brand", "tpp.trading-name");
        places.put("legal.?form|rechtsform", "tpp.legal-form");
        places.put("\\bvat\\b|umsatzsteuer|\\bust\\b|\\btva\\b|tax (number|id)", "tpp.vat-number");
        places.put("licen[cs]e|authori[sz]ation number|zulassung", "tpp.licence-number");
        places.put("regist(er|ration|ry).?(number|no)|handelsregister|company number", "tpp.register-number");
        places.put("\\blei\\b|legal entity identifier", "tpp.lei");
        places.put("website|web.?site|homepage|company url", "tpp.website");
        places.put("(post(al)?|zip).?code|postcode|\\bzip\\b|\\bplz\\b|postleitzahl|code.?postal", "tpp.address.postal-code");
        places.put("street|address line|stra(ss|ß)e|\\brue\\b", "tpp.address.street");
        places.put("\\bcity\\b|\\btown\\b|\\bort\\b|\\bstadt\\b|\\bville\\b", "tpp.address.city");
        places.put("country|\\bland\\b|\\bpays\\b|pa.s\\b", "tpp.country");
        places.put("company|legal.?name|organi[sz]ation|firma|unternehmen|raison sociale", "tpp.legal-name");
        var patterns = new LinkedHashMap<Pattern, String>();
        places.forEach((words, place) -> patterns.put(Pattern.compile(words), place));
        return patterns;
    }
}
