package io.portolan.playbook;

/** What a leg does, by the means that does it; the key {@code by} says which. */
public sealed interface Work permits PortalWork, ApiWork, MailWork, OperatorWork, DeriveWork {

    /** The means that does it. */
    MeansName means();
}
