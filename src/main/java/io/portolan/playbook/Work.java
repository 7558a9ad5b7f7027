package io.portolan.playbook;

import java.util.Map;

/** What a leg does, by the means that does it; the key {@code by} says which. */
@Doc(value = "The means by which a leg is done.", key = "by")
public sealed interface Work permits PortalWork, ApiWork, MailWork, OperatorWork, DeriveWork, RegistrationWork {

    /** The means that does it. */
    MeansName means();

    /** What is made for it, by name. */
    default Map<String, Generator> generate() {
        return Map.of();
    }
}
