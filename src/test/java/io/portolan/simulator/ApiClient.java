package io.portolan.simulator;

import java.util.Arrays;
import java.util.TreeSet;

/** A client of a bank's API, whatever the bank calls it, and what led to it; a bank of its own may know more of it. */
public class ApiClient extends Submission {

    /** The e-mail address of the portal account that it belongs to, where there is one. */
    public String owner;
    /** What it is called. */
    public String name;
    /** Its id, or null where it has none yet. */
    public String clientId;
    /** The digest of its secret; null where it has none yet. */
    public String secretHash;
    /** What it has to send as {@code X-API-Key}, or null where the bank does not ask for one. */
    public String apiKey;
    /** The organisation to which it belongs, or null where that is not known yet. */
    public String organisationId;
    /** What it may use. */
    public TreeSet<Product> products = new TreeSet<>();

    /** Whether it may get tokens. */
    public boolean isActive() {
        return status == Status.ACTIVE;
    }

    /** Lets it use everything, as banks do that have no subscriptions. */
    public void grantAll() {
        products.addAll(Arrays.asList(Product.values()));
    }
}
