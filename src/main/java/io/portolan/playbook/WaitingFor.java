package io.portolan.playbook;

/** Who must move before an onboarding can go on. */
public enum WaitingFor {
    /** A person of ours. */
    US,
    /** The bank. */
    BANK,
    /** A hub, a directory, or a trust service provider. */
    OTHER
}
