package io.portolan.tpp;

import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What banks ask of us: licence, roles, addresses, people and the applications that we register. */
public record TppProfile(
        String legalName, String tradingName, String legalForm, String country, Address address, String website,
        String registerNumber, String vatNumber, String lei, String authority, String licenceNumber, Set<Role> roles,
        Set<String> passportedTo, List<Contact> contacts, Map<String, Application> applications) {

    /** Reads what was left out as none of it. */
    public TppProfile {
        roles = roles == null ? Set.of() : Collections.unmodifiableSet(new TreeSet<>(roles));
        passportedTo = passportedTo == null ? Set.of() : Collections.unmodifiableSet(new TreeSet<>(passportedTo));
        contacts = contacts == null ? List.of() : List.copyOf(contacts);
        applications = applications == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(applications));
    }

    /** The label of the application that is registered where nobody says otherwise. */
    public static final String MAIN = "main";

    /** The roles of a payment service provider (ETSI TS 119 495, clause 5.1). */
    public enum Role { PSP_AS, PSP_PI, PSP_AI, PSP_IC }

    /** A postal address. */
    public record Address(String street, String postalCode, String city, String country) { }

    /** Somebody of ours whom banks may write to or call. */
    public record Contact(Kind kind, String firstName, String lastName, String eMail, String phone) {

        /** What somebody is there for. */
        public enum Kind { BANKS, BUSINESS, TECHNICAL, INCIDENT }
    }

    /** An application as we register it; redirect URIs by the kind of environment, {@code test} or {@code live}. */
    public record Application(String name, String description, String platform, String type, String language,
            Map<String, List<URI>> redirectUris, String logo) {

        /** Reads redirect URIs that were left out as none. */
        public Application {
            redirectUris = redirectUris == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(redirectUris));
        }
    }

    /** The contact for this purpose, or else the first. */
    public Optional<Contact> contact(Contact.Kind kind) {
        return contacts.stream().filter(contact -> contact.kind() == kind).findFirst()
                .or(() -> contacts.stream().findFirst());
    }
}
