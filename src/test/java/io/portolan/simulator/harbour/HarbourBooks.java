package io.portolan.simulator.harbour;

import io.portolan.simulator.ApiClient;
import io.portolan.simulator.BankBooks;
import io.portolan.simulator.Product;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Everything that the bank has written down; what it would only hash is only hashed. */
final class HarbourBooks extends BankBooks {

    int secretsGenerated;
    int lastNumber;
    List<Account> accounts = new ArrayList<>();
    List<Application> applications = new ArrayList<>();

    enum Status { PENDING, ACTIVE, REJECTED, REPLACED }

    /** A developer's account at the portal. */
    static final class Account {
        String firstName;
        String lastName;
        String eMail;
        String company;
        String country;
        String vatNumber;
        String licenceNumber;
        String passwordHash;
        Instant termsAccepted;
        String confirmationHash;
        Instant confirmationExpires;
        Instant confirmed;
    }

    /** An application that a developer has created. */
    static final class Application implements ApiClient {
        String number;
        String owner;
        String name;
        String description;
        String platform;
        String type;
        String language;
        String redirectUrl;
        String logo;
        Status status = Status.PENDING;
        TreeSet<Product> products = new TreeSet<>();
        Instant handedIn;
        boolean held;
        String reason;
        String clientId;
        String apiKey;
        String secretHash;
        Instant secretShown;
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

    Optional<Application> application(String number) {
        return applications.stream().filter(application -> application.number.equals(number)).findFirst();
    }

    Optional<Application> ofClient(String clientId) {
        return applications.stream().filter(application -> clientId.equals(application.clientId)).findFirst();
    }
}
