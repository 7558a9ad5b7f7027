package io.portolan.simulator.shipyard;

import io.portolan.simulator.ApiClient;
import io.portolan.simulator.BankBooks;
import io.portolan.simulator.Product;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What the hub has written down. */
final class ShipyardBooks extends BankBooks {

    List<Client> clients = new ArrayList<>();
    int secretsGenerated;

    enum Status { PENDING, ACTIVE, REJECTED }

    /** A client of the hub, which each member has to activate. */
    static final class Client implements ApiClient {
        String reference;
        String clientId;
        String organisationId;
        String secretHash;
        Status status = Status.PENDING;
        Instant since;
        boolean held;
        String reason;
        TreeSet<String> activatedAt = new TreeSet<>();

        @Override
        public String clientId() {
            return clientId;
        }

        @Override
        public boolean isActive() {
            return status == Status.ACTIVE;
        }

        @Override
        public String secretHash() {
            return secretHash;
        }

        @Override
        public String apiKey() {
            return null;
        }

        @Override
        public String organisationId() {
            return organisationId;
        }

        @Override
        public Set<Product> products() {
            return EnumSet.allOf(Product.class);
        }
    }

    Optional<Client> client(String clientId) {
        return clients.stream().filter(client -> client.clientId.equals(clientId)).findFirst();
    }

    Optional<Client> referred(String organisationId, String reference) {
        return clients.stream().filter(client -> client.organisationId.equals(organisationId) && client.reference.equals(reference)).findFirst();
    }
}
