package io.portolan.settings;

/**
 * A setting of this installation.
 *
 * @param value what it is set to, or else its default; null where it has neither, and where {@code secret} says that it is never shown
 * @param source where the value stands, such as a file and its line or an environment variable; null where it is the default
 * @param secret whether it is a secret; that it is set is told, and its value never
 */
public record Setting(String name, String value, String standard, String meaning, String source, boolean secret) {

    /** Whether somebody has set it. */
    public boolean isSet() {
        return source != null;
    }
}
