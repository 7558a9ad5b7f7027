package io.portolan.simulator.anchorage;

import io.portolan.simulator.ApiClient;
import io.portolan.simulator.BankBooks;
import io.portolan.simulator.Product;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who has called the bank with a certificate, once for each organisation. */
final class AnchorageBooks extends BankBooks {

    List<Client> clients = new ArrayList<>();
    int firstCalls;

    /** A TPP that is known by the organization identifier of its certificate. */
    static final class Client implements ApiClient {
        String organisationId;
        Instant since;

        @Override
        public String clientId() {
            return organisationId;
        }

        @Override
        public boolean isActive() {
            return true;
        }

        @Override
        public String secretHash() {
            return null;
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

    Optional<Client> client(String organisationId) {
        return clients.stream().filter(client -> client.organisationId.equals(organisationId)).findFirst();
    }
}
