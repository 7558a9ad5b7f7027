package io.portolan.database;

import java.time.Duration;

/** Shares work that only one node may do at a time: whoever holds the lease of a job does it, the others skip it. */
public interface Leases {

    /**
     * Takes the lease of a job for this long by the database's clock, or prolongs it, and says whether this node holds it
     * now; the holder keeps it as long as it asks again in time. A job must end before its lease does.
     */
    boolean hold(String job, Duration length);

    /** Lets go of a lease that this node holds, so that another node need not wait for its end. */
    void release(String job);
}
