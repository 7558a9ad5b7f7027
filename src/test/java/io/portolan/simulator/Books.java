package io.portolan.simulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Everything that the bank has written down; what it would only hash is only hashed. */
final class Books {

    int portalPort;
    int apiPort;
    int smtpPort;
    int imapPort;
    int secretsGenerated;
    int lastNumber;
    List<Account> accounts = new ArrayList<>();
    List<Application> applications = new ArrayList<>();
    List<Letter> letters = new ArrayList<>();

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
    static final class Application {
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
    }

    /** A mail of the bank. */
    static final class Letter {
        String id;
        String to;
        String subject;
        String text;
        Instant due;
        Instant sent;
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
