package io.portolan.simulator.foghorn;

import io.portolan.simulator.Account;
import io.portolan.simulator.ApiClient;
import io.portolan.simulator.PortalBooks;
import io.portolan.simulator.Product;
import io.portolan.simulator.Status;
import java.time.Instant;
import java.util.Map;
import java.util.TreeSet;

/** Everything that the bank has written down; an organisation's number is its e-mail address. */
final class FoghornBooks extends PortalBooks<FoghornBooks.Organisation, FoghornBooks.Application> {

    /** A company with its account at the portal. */
    static final class Organisation extends Account {
        String vatNumber;
    }

    /** An application with its subscription and what its enrolments have come to; a client as soon as one is effective. */
    static final class Application extends ApiClient {
        TreeSet<Product> subscribed = new TreeSet<>();
        int enrolments;
        Instant effectiveFrom;
        boolean effective;

        Application() {
            status = Status.CREATED;
        }

        @Override
        public boolean isActive() {
            return super.isActive() && effective;
        }
    }

    @Override
    public Map<String, Integer> counts() {
        var counts = super.counts();
        counts.put("subscriptions", clients.stream().mapToInt(application -> application.subscribed.size()).sum());
        counts.put("enrolments", clients.stream().mapToInt(application -> application.enrolments).sum());
        return counts;
    }
}
