package io.portolan.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a mail server has found of who sent a mail (RFC 8601). */
final class AuthenticationResults {

    private static final Pattern SERVER = Pattern.compile("^\\s*\"?([^\\s;\"]+)\"?(\\s+\\d+)?\\s*$");
    private static final Pattern RESULT = Pattern.compile("^\\s*(dkim|spf)\\s*(?:/\\s*\\d+)?\\s*=\\s*pass\\b(.*)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern PROPERTY = Pattern.compile("\\b(header\\.d|header\\.i|smtp\\.mailfrom)\\s*=\\s*\"?([^\\s\";]+)\"?", Pattern.CASE_INSENSITIVE);

    private AuthenticationResults() { }

    /**
     * The domains that a header field of this server says have passed DKIM or SPF; empty where the field is another's.
     *
     * @param field the value of the topmost field, or null where there is none
     */
    static List<String> passed(String field, String server) {
        var parts = split(withoutComments(field == null ? "" : field));
        var id = SERVER.matcher(parts.get(0));
        if (!id.matches() || !id.group(1).equalsIgnoreCase(server)) {
            return List.of();
        }
        var domains = new ArrayList<String>();
        for (var part : parts.subList(1, parts.size())) {
            var result = RESULT.matcher(part);
            if (result.matches()) {
                var property = PROPERTY.matcher(result.group(2));
                while (property.find()) {
                    if (property.group(1).equalsIgnoreCase("smtp.mailfrom") == result.group(1).equalsIgnoreCase("spf")) {
                        domains.add(domain(property.group(2)));
                    }
                }
            }
        }
        return domains;
    }

    private static String domain(String value) {
        return value.substring(value.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    }

    /** Comments nest, and quoted text is none (RFC 5322, section 3.2.2). */
    private static String withoutComments(String field) {
        var text = new StringBuilder();
        int depth = 0;
        boolean quoted = false;
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            if (c == '\\' && (quoted || depth > 0)) {
                i++;
            } else if (c == '"' && depth == 0) {
                quoted = !quoted;
                text.append(c);
            } else if (c == '(' && !quoted) {
                depth++;
            } else if (c == ')' && !quoted && depth > 0) {
                depth--;
            } else if (depth == 0) {
                // what is quoted can end nothing
                text.append(quoted && c == ';' ? ' ' : c);
            }
        }
        return text.toString();
    }

    private static List<String> split(String field) {
        return List.of(field.split(";", -1));
    }
}
