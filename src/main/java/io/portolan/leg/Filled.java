package io.portolan.leg;

/**
 * A template with its places filled.
 *
 * @param hidden whether a secret is in it, so that it may only go where the playbook sends it
 * @param shown the text as it may be seen
 */
public record Filled(String text, boolean hidden, String shown) {

    /** What stands in the place of a secret. */
    public static final String DOTS = "•••";

    /** One that may be seen as a whole or not at all. */
    public Filled(String text, boolean hidden) {
        this(text, hidden, hidden ? DOTS : text);
    }

    /** One that nobody has the secrets of, such as for a person who sees each by itself: dots stand for them within the text. */
    public static Filled withDots(String shown) {
        return new Filled(shown, true, shown);
    }

    /** Shows nothing of a secret that is in it. */
    @Override
    public String toString() {
        return shown;
    }
}
