package io.portolan.playbook;

import java.util.Locale;

/** How the letters of a value are written. */
public enum Letters {
    @Doc("In upper case.") UPPER,
    @Doc("In lower case.") LOWER,
    @Doc("Only letters and digits.") ALPHANUMERIC;

    /** The text written so. */
    public String written(String text) {
        return switch (this) {
            case UPPER -> text.toUpperCase(Locale.ROOT);
            case LOWER -> text.toLowerCase(Locale.ROOT);
            case ALPHANUMERIC -> text.replaceAll("[^\\p{L}\\p{Nd}]", "");
        };
    }
}
