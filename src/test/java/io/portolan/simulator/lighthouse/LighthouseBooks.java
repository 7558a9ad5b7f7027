package io.portolan.simulator.lighthouse;

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
final class LighthouseBooks extends BankBooks {

    int lastNumber;
    int secretsGenerated;
    List<Account> accounts = new ArrayList<>();
    List<Application> applications = new ArrayList<>();

    enum Status { CREATED, PENDING, ACTIVE, REJECTED }

    /** An account, which belongs to the organisation of the certificate that opened the documents. */
    static final class Account {
        String eMail;
        String company;
        String organisationId;
        String passwordHash;
        String seed;
        long lastCode;
        Instant secondFactor;
    }

    /** An application; its id and secret are there from its first moment. */
    static final class Application implements ApiClient {
        String number;
        String owner;
        String name;
        String branch;
        String redirectUri;
        Status status = Status.CREATED;
        boolean codeFlow;
        TreeSet<Product> products = new TreeSet<>();
        Instant handedIn;
        boolean held;
        String reason;
        String clientId;
        String secretHash;
        String organisationId;

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
            return products;
        }
    }

    Optional<Account> account(String eMail) {
        return accounts.stream().filter(account -> account.eMail.equalsIgnoreCase(eMail)).findFirst();
    }

    Optional<Application> application(String number) {
        return applications.stream().filter(application -> application.number.equals(number)).findFirst();
    }

    Optional<Application> ofClient(String clientId) {
        return applications.stream().filter(application -> clientId.equals(application.clientId)).findFirst();
    }
}
