package io.portolan.playbook;

import java.util.Optional;

/** What a place of a template holds, in the words of whoever reads about it. */
final class DataInWords {

    private DataInWords() { }

    /** The words, or null for what is no data of ours. */
    static String of(String written) {
        var place = ListedPlaces.base(written);
        var name = place.substring(place.indexOf('.') + 1);
        var words = name.replace('-', ' ').replace(".", ", ");
        if (place.startsWith("environment.") || place.startsWith(Places.DISCOVERED) || place.equals(Places.TOKEN)) {
            return null;
        }
        if (place.startsWith("tpp.")) {
            return "our " + owned(name);
        }
        if (place.startsWith("application.")) {
            return "the application's " + owned(name);
        }
        if (place.startsWith(Places.CAPTURED)) {
            return "the " + words + " that came back before";
        }
        if (place.startsWith(Places.ASK)) {
            return "the fact \"" + name + "\", which has to be asked";
        }
        if (place.startsWith(Places.DOCUMENT)) {
            return "our document \"" + name + "\"";
        }
        if (place.startsWith(Places.BRANCH)) {
            return "the branch's " + words;
        }
        if (place.startsWith(Places.GENERATED) || place.startsWith(Places.SIGNED)) {
            return "the " + words + " made for it";
        }
        if (place.equals(Places.SERVICE_NAMES)) {
            return "the services that are asked for, in the bank's words";
        }
        return Places.meanings().getOrDefault(place, place).replaceFirst("(; secret|, with a space between)$", "");
    }

    /** A text with its places in words. */
    static String in(Template template) {
        return template.filled(place -> "<" + Optional.ofNullable(of(place)).orElse(place) + ">");
    }

    /** A name such as contact.e-mail as somebody says it. */
    private static String owned(String name) {
        int dot = name.indexOf('.');
        return (dot < 0 ? name : name.substring(0, dot) + "'s " + name.substring(dot + 1)).replace("e-mail", "e_mail").replace('-', ' ').replace("e_mail", "e-mail")
                .replace("vat ", "VAT ").replace("lei", "LEI").replace("jwks", "JWKS").replace("uri", "URI").replace("url", "URL");
    }
}
