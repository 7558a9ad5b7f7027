package io.portolan.playbook;

import java.util.Set;

/** What a leg does, by the means that does it; the key {@code by} says which. */
@Doc(value = "The means by which a leg is done.", key = "by")
public sealed interface Work permits PortalWork, ApiWork, MailWork, OperatorWork, DeriveWork, RegistrationWork {

    /** The means that does it. */
    MeansName means();

    /** The names of what is made for it. */
    default Set<String> generates() {
        return Set.of();
    }
}
