package io.portolan.leg;

/**
 * A template with its places filled.
 *
 * @param hidden whether a secret is in it, so that it may only go where the playbook sends it
 */
public record Filled(String text, boolean hidden) {

    /** Shows the text only where no secret is in it. */
    @Override
    public String toString() {
        return hidden ? "•••" : text;
    }
}
