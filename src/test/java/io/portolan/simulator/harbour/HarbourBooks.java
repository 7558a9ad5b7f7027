package io.portolan.simulator.harbour;

import io.portolan.simulator.ApiClient;
import io.portolan.simulator.PortalBooks;
import java.time.Instant;

/** Everything that the bank has written down; what it would only hash is only hashed. */
final class HarbourBooks extends PortalBooks<HarbourBooks.Account, HarbourBooks.Application> {

    int lastNumber;

    /** A developer's account at the portal. */
    static final class Account extends io.portolan.simulator.Account {
        String firstName;
        String lastName;
        String country;
        String vatNumber;
        String licenceNumber;
        Instant termsAccepted;
        String confirmationHash;
        Instant confirmationExpires;
        Instant confirmed;
    }

    /** An application that a developer has created; complete as soon as it is subscribed to something. */
    static final class Application extends ApiClient {
        String description;
        String platform;
        String type;
        String language;
        String redirectUrl;
        String logo;
        Instant secretShown;
    }
}
