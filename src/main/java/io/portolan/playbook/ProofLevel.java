package io.portolan.playbook;

/** How much a successful call proves, from little to much. */
public enum ProofLevel {
    /** The bank takes our certificate. */
    CONNECTION,
    /** The bank knows our client. */
    CLIENT_KNOWN,
    /** The bank gives us an access token. */
    TOKEN,
    /** The bank gives us data. */
    DATA
}
