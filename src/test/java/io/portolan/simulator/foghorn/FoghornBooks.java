package io.portolan.simulator.foghorn;

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
final class FoghornBooks extends BankBooks {

    List<Organisation> organisations = new ArrayList<>();
    List<Application> applications = new ArrayList<>();

    enum Status { PENDING, APPROVED, REJECTED }

    /** A company with its account at the portal. */
    static final class Organisation {
        String eMail;
        String company;
        String vatNumber;
        String passwordHash;
        Status status = Status.PENDING;
        Instant since;
        boolean held;
    }

    /** An application with its subscription and what its enrolments have come to; a client as soon as one is effective. */
    static final class Application implements ApiClient {
        String number;
        String owner;
        String name;
        TreeSet<Product> subscribed = new TreeSet<>();
        TreeSet<Product> granted = new TreeSet<>();
        int enrolments;
        Status status;
        Instant since;
        boolean held;
        String reason;
        String clientId;
        String secretHash;
        String organisationId;
        Instant effectiveFrom;
        boolean effective;

        @Override
        public String clientId() {
            return clientId;
        }

        @Override
        public boolean isActive() {
            return status == Status.APPROVED && effective;
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
            return granted;
        }
    }

    Optional<Organisation> organisation(String eMail) {
        return organisations.stream().filter(organisation -> organisation.eMail.equalsIgnoreCase(eMail)).findFirst();
    }

    Optional<Application> application(String number) {
        return applications.stream().filter(application -> application.number.equals(number)).findFirst();
    }

    Optional<Application> client(String clientId) {
        return applications.stream().filter(application -> clientId.equals(application.clientId)).findFirst();
    }

    List<Application> of(String owner) {
        return applications.stream().filter(application -> application.owner.equals(owner)).toList();
    }
}
