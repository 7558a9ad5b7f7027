package io.portolan.access;

/** What a second person may be asked for, each by a word of the setting {@code portolan.access.four-eyes.acts}; all of it is of live environments only. */
public enum Guarded {
    /** A secret is shown to a person, or a token is made by which a gateway reads them. */
    REVEAL,
    /** An application is handed in at a bank, or the bank's terms are accepted. */
    SUBMIT,
    /** A credential is ended, or another is put in its place. */
    RESET,
    /** A registration is withdrawn. */
    WITHDRAW,
    /** Another certificate is used at banks. */
    REPLACE,
    /** A campaign begins its onboardings. */
    CAMPAIGN
}
