package io.portolan.simulator;

import java.util.Set;

/** A client of a bank's API as its endpoints need to know it. */
public interface ApiClient {

    /** Its id. */
    String clientId();

    /** Whether it may get tokens. */
    boolean isActive();

    /** The digest of its secret; null where it has none yet. */
    String secretHash();

    /** What it has to send as {@code X-API-Key}, or null where the bank does not ask for one. */
    String apiKey();

    /** The organisation to which it belongs, or null where that is not known yet. */
    String organisationId();

    /** What it may use. */
    Set<Product> products();
}
