package io.portolan.playbook;

/** By what a leg is done. */
public enum MeansName {
    /** A browser on the bank's portal. */
    PORTAL,
    /** An HTTP call with our certificates. */
    API,
    /** A letter, or an answer in the mailbox. */
    MAIL,
    /** A person. */
    OPERATOR,
    /** A value computed from our certificate or profile. */
    DERIVE,
    /** A registration elsewhere: at a hub, a group, a directory, or in another environment. */
    REGISTRATION
}
