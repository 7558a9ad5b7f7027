package io.portolan.playbook;

/** How much a successful call proves, from little to much. */
public enum ProofLevel {
    @Doc("The bank takes our certificate.") CONNECTION,
    @Doc("The bank knows our client.") CLIENT_KNOWN,
    @Doc("The bank gives us an access token.") TOKEN,
    @Doc("The bank gives us data.") DATA
}
