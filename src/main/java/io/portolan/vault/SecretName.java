package io.portolan.vault;

import java.util.regex.Pattern;

/** The name under which the vault keeps a secret; it says what the secret is for and is no secret itself. */
public record SecretName(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)*");

    /** Checks the form: parts of letters, digits, dots, underscores and hyphens, joined by slashes. */
    public SecretName {
        if (!FORM.matcher(value).matches() || value.length() > 300) {
            throw new IllegalArgumentException("not the name of a secret: " + value);
        }
    }

    /** The name made of these parts. */
    public static SecretName of(String... parts) {
        return new SecretName(String.join("/", parts));
    }

    @Override
    public String toString() {
        return value;
    }
}
