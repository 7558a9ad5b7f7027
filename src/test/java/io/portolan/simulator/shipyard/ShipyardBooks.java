package io.portolan.simulator.shipyard;

import io.portolan.simulator.ApiClient;
import io.portolan.simulator.BankBooks;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** What the hub has written down. */
final class ShipyardBooks extends BankBooks<ShipyardBooks.Client> {

    /** A client of the hub, which each member has to activate. */
    static final class Client extends ApiClient {
        String reference;
        TreeSet<String> activatedAt = new TreeSet<>();
    }

    Optional<Client> referred(String organisationId, String reference) {
        return clients.stream().filter(client -> client.organisationId.equals(organisationId) && client.reference.equals(reference)).findFirst();
    }

    @Override
    public Map<String, Integer> counts() {
        var counts = super.counts();
        counts.put("subscriptions", clients.stream().mapToInt(client -> client.activatedAt.size()).sum());
        return counts;
    }
}
