package io.portolan.simulator.regatta;

import io.portolan.simulator.ApiClient;
import io.portolan.simulator.BankBooks;
import io.portolan.simulator.Product;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Everything that the bank has written down. */
final class RegattaBooks extends BankBooks {

    /** How many seconds a session of the API lasts. */
    int sessionSeconds = 3;
    int sessionsBegun;
    int sessionsRefused;
    int subscriptionCalls;
    List<Account> accounts = new ArrayList<>();
    List<Session> sessions = new ArrayList<>();
    List<Registration> registrations = new ArrayList<>();

    enum Status { PENDING, ACTIVE, REJECTED }

    /** A developer's account at the portal, with the key of its API. */
    static final class Account {
        String eMail;
        String company;
        String passwordHash;
        String apiKey;
    }

    /** A session of the API. */
    static final class Session {
        String tokenHash;
        String apiKey;
        Instant ends;
    }

    /** A client that has registered. */
    static final class Registration implements ApiClient {
        String clientId;
        String secretHash;
        String organisationId;
        String name;
        String apiKey;
        Status status = Status.PENDING;
        Instant since;
        boolean held;
        String reason;
        TreeSet<Product> products = new TreeSet<>();

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
            return apiKey;
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

    Optional<Account> account(String eMail) {
        return accounts.stream().filter(account -> account.eMail.equalsIgnoreCase(eMail)).findFirst();
    }

    Optional<Registration> registration(String clientId) {
        return registrations.stream().filter(registration -> registration.clientId.equals(clientId)).findFirst();
    }
}
