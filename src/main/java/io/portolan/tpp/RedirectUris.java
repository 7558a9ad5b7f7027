package io.portolan.tpp;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a redirect URI may be: what RFC 6749, section 3.1.2 and RFC 9700, section 2.1 leave of URIs, and what every bank takes. */
final class RedirectUris {

    private static final Pattern ENVIRONMENT = Pattern.compile("test|live|[a-z]{2}-[a-z0-9-]+/[a-z][a-z0-9-]*");
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[(::1|0:0:0:0:0:0:0:1)]");
    private static final int LONGEST = 2_000;

    private RedirectUris() {
    }

    static void check(FieldChecks checks, String field, String environment, List<URI> uris) {
        checks.needs(ENVIRONMENT.matcher(environment).matches(), field, "Redirect URIs are for test, for live, or for one bank's environment such as xx-harbour/sandbox,"
                + " not for \"" + environment + "\".");
        var seen = new HashSet<URI>();
        for (var uri : uris) {
            wrong(uri, "test".equals(environment)).ifPresent(what -> checks.needs(false, field, notRight(uri.toString(), what)));
            checks.needs(seen.add(uri), field, notRight(uri.toString(), "is there twice"));
        }
    }

    static String notRight(String uri, String what) {
        return uri + " " + what + ". A redirect URI is a whole address with https, without fragment or wildcard, such as https://example.com/callback.";
    }

    /** What is wrong with it, empty where nothing is; for tests it may lead to the own machine, with http too (RFC 8252, section 7.3). */
    static Optional<String> wrong(URI uri, boolean isForTests) {
        var text = uri.toString();
        if (text.contains("*")) {
            return Optional.of("has a wildcard; banks compare letter by letter");
        }
        if (!uri.isAbsolute() || uri.getHost() == null) {
            return Optional.of("is not whole");
        }
        if (uri.getRawFragment() != null) {
            return Optional.of("has a fragment (RFC 6749, section 3.1.2)");
        }
        if (uri.getRawUserInfo() != null) {
            return Optional.of("has a user name in it");
        }
        var isLoopback = LOOPBACK.matcher(uri.getHost()).matches();
        if (isLoopback && !isForTests) {
            return Optional.of("leads to the account holder's own machine, which is for test alone");
        }
        if (!"https".equals(uri.getScheme()) && !(isLoopback && "http".equals(uri.getScheme()))) {
            return Optional.of("is not with https");
        }
        if (!isLoopback && !uri.getHost().contains(".") && !uri.getHost().startsWith("[")) {
            return Optional.of("has a host that only your own network knows");
        }
        if (uri.getRawPath() != null && uri.getRawPath().matches(".*/\\.{1,2}(/.*)?")) {
            return Optional.of("has . or .. in its path, which browsers take out");
        }
        return text.length() > LONGEST ? Optional.of("has more than " + LONGEST + " characters") : Optional.empty();
    }
}
