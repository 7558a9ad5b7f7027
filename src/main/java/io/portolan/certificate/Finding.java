package io.portolan.certificate;

/**
 * Something about a certificate that a person should know.
 *
 * @param code stable, in kebab-case, such as {@code client-auth-missing}
 * @param clause where it is written, such as {@code ETSI TS 119 495, GEN-5.2.2-1}
 * @param sentence what is so, and what would be right
 */
public record Finding(Severity severity, String code, String clause, String sentence) {

    /** How much it matters. */
    public enum Severity {
        /** It cannot work: a certificate with one of these is not taken in. */
        ERROR,
        /** Some banks will not take it. */
        WARNING,
        /** Good to know. */
        NOTE
    }
}
