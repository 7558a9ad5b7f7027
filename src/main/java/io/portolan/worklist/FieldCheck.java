package io.portolan.worklist;

import io.portolan.playbook.AgreedTime;
import io.portolan.playbook.Hosts;
import io.portolan.playbook.JsonBody;
import io.portolan.playbook.ValueType;
import io.portolan.playbook.Wait;
import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Says what is wrong with a value that a person has brought back; never with the value itself, which may be secret. */
final class FieldCheck {

    private static final int LONGEST = 20_000;
    /** Ten megabytes, in base64. */
    private static final int LONGEST_FILE = 14_000_000;
    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private FieldCheck() { }

    static Optional<String> wrong(Task.Field field, String value) {
        var stripped = value.strip();
        var longest = field.type() == ValueType.FILE ? LONGEST_FILE : LONGEST;
        if (stripped.length() > longest) {
            return Optional.of(field.label() + " is longer than " + longest + " characters");
        }
        if (!field.choices().isEmpty() && !field.choices().contains(stripped)) {
            return Optional.of(field.label() + " must be one of: " + String.join(", ", field.choices()));
        }
        return switch (field.type()) {
            case LINE -> stripped.contains("\n") ? Optional.of(field.label() + " must be one line") : Optional.empty();
            case UUID -> UUID_FORM.matcher(stripped).matches() ? Optional.empty()
                    : Optional.of(field.label() + " must be a UUID such as 123e4567-e89b-12d3-a456-426614174000");
            case URL -> isUrl(stripped) ? Optional.empty() : Optional.of(field.label() + " must be an https address");
            case DATE -> isDate(stripped) ? Optional.empty() : Optional.of(field.label() + " must be a date such as 2026-11-22");
            case DATE_TIME -> AgreedTime.read(stripped, Wait.USUAL_ZONE).isPresent() ? Optional.empty()
                    : Optional.of(field.label() + " must be a date and time such as 2026-11-30T10:00");
            case PEM -> stripped.startsWith("-----BEGIN ") ? Optional.empty()
                    : Optional.of(field.label() + " must be in PEM, beginning with -----BEGIN");
            case NUMBER -> JsonBody.isNumber(stripped) ? Optional.empty() : Optional.of(field.label() + " must be a number such as 3600");
            case TEXT, LIST, FILE -> Optional.empty();
        };
    }

    private static boolean isUrl(String text) {
        try {
            var uri = URI.create(text);
            return uri.getHost() != null && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()) && Hosts.isThisMachine(uri.getAuthority()));
        } catch (IllegalArgumentException notOne) {
            return false;
        }
    }

    private static boolean isDate(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeParseException notOne) {
            return false;
        }
    }
}
