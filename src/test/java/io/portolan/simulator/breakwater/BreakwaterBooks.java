package io.portolan.simulator.breakwater;

import io.portolan.simulator.ApiClient;
import io.portolan.simulator.BankBooks;
import io.portolan.simulator.Product;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the bank knows of those who want in. */
final class BreakwaterBooks extends BankBooks {

    int secretsGenerated;
    int lastNumber;
    List<Enrolment> enrolments = new ArrayList<>();

    enum Status { IN_REVIEW, QUESTION, APPROVED, REJECTED }

    /** A company that wants in, with the one account of its people. */
    static final class Enrolment implements ApiClient {
        String number;
        String company;
        String eMail;
        String licenceNumber;
        String licenceHash;
        String passwordHash;
        Status status = Status.IN_REVIEW;
        Instant waitsSince;
        boolean held;
        String question;
        String answer;
        String reason;
        String clientId;
        String secretHash;
        Instant secretShown;
        String organisationId;

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
            return EnumSet.allOf(Product.class);
        }
    }

    Optional<Enrolment> numbered(String number) {
        return enrolments.stream().filter(enrolment -> enrolment.number.equals(number)).findFirst();
    }

    /** The newest of this address: whoever was rejected may come again. */
    Optional<Enrolment> of(String eMail) {
        return enrolments.stream().filter(enrolment -> enrolment.eMail.equalsIgnoreCase(eMail)).reduce((former, later) -> later);
    }

    Optional<Enrolment> ofClient(String clientId) {
        return enrolments.stream().filter(enrolment -> clientId.equals(enrolment.clientId)).findFirst();
    }
}
