package io.portolan.playbook;

/** Who must move before an onboarding can go on. */
public enum WaitingFor {
    @Doc("A person of ours.") US,
    @Doc("The bank.") BANK,
    @Doc("A hub, a directory, or a trust service provider.") OTHER
}
