package io.portolan.simulator.tideway;

import io.portolan.simulator.ApiClient;
import io.portolan.simulator.BankBooks;
import io.portolan.simulator.Product;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What Tideway Bank has on paper: the requests that came by mail. */
final class TidewayBooks extends BankBooks {

    List<Request> requests = new ArrayList<>();
    /** Whether the clerk asks a question of every new TPP. */
    boolean asks = true;

    /** How a request stands. */
    enum Status { RECEIVED, ASKED, ANSWERED, APPROVED, REJECTED }

    /** A request for registration. */
    static final class Request implements ApiClient {
        String number;
        String messageId;
        String sender;
        String subject;
        String organisationId;
        Set<Product> products = EnumSet.noneOf(Product.class);
        Status status = Status.RECEIVED;
        Instant since;
        boolean held;
        int reminders;
        String clientId;
        String secretHash;

        boolean isOpen() {
            return status == Status.RECEIVED || status == Status.ANSWERED;
        }

        @Override
        public String clientId() {
            return clientId;
        }

        @Override
        public boolean isActive() {
            return status == Status.APPROVED;
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
            return products;
        }
    }

    Optional<Request> ofClient(String clientId) {
        return requests.stream().filter(request -> clientId.equals(request.clientId)).findFirst();
    }
}
