package io.portolan.tpp;

import java.net.URI;
import java.time.LocalDate;
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
        Set<String> passportedTo, List<Contact> contacts, Map<String, Application> applications, TppDetails details) {

    /** Reads what was left out as none of it. */
    public TppProfile {
        roles = roles == null ? Set.of() : Collections.unmodifiableSet(new TreeSet<>(roles));
        passportedTo = passportedTo == null ? Set.of() : Collections.unmodifiableSet(new TreeSet<>(passportedTo));
        contacts = contacts == null ? List.of() : List.copyOf(contacts);
        applications = applications == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(applications));
        details = details == null ? TppDetails.NONE : details;
    }

    /** One without what fewer banks ask for. */
    public TppProfile(String legalName, String tradingName, String legalForm, String country, Address address, String website,
            String registerNumber, String vatNumber, String lei, String authority, String licenceNumber, Set<Role> roles,
            Set<String> passportedTo, List<Contact> contacts, Map<String, Application> applications) {
        this(legalName, tradingName, legalForm, country, address, website, registerNumber, vatNumber, lei, authority, licenceNumber, roles, passportedTo,
                contacts, applications, TppDetails.NONE);
    }

    /** The label of the application that is registered where nobody says otherwise. */
    public static final String MAIN = "main";

    /** The roles of a payment service provider (ETSI TS 119 495, clause 5.1). */
    public enum Role { PSP_AS, PSP_PI, PSP_AI, PSP_IC }

    /** A postal address. */
    public record Address(String street, String postalCode, String city, String country) { }

    /** Somebody of ours whom banks may write to or call, until the day on which they leave, if it is known. */
    public record Contact(Kind kind, String firstName, String lastName, String eMail, String phone, LocalDate until) {

        /** Somebody who is not about to leave. */
        public Contact(Kind kind, String firstName, String lastName, String eMail, String phone) {
            this(kind, firstName, lastName, eMail, phone, null);
        }

        /** What somebody is there for; {@code BANKS} is whom banks write to where nothing else is said. */
        public enum Kind { BANKS, BUSINESS, TECHNICAL, INCIDENT }

        /** Whether banks can still reach them on this day, of which the last is the day that they leave on. */
        public boolean isThere(LocalDate on) {
            return until == null || !until.isBefore(on);
        }
    }

    /** The contact for this purpose, or else the first, of those who are still there on this day. */
    public Optional<Contact> contact(Contact.Kind kind, LocalDate on) {
        return contacts.stream().filter(contact -> contact.isThere(on) && contact.kind() == kind).findFirst()
                .or(() -> contacts.stream().filter(contact -> contact.isThere(on)).findFirst());
    }

    /** The label of the agent or customer that this application is registered for, or null for the TPP itself. */
    public String madeFor(String application) {
        return Optional.ofNullable(applications.get(application)).map(Application::madeFor).orElse(null);
    }

    /**
     * An application as we register it.
     *
     * @param redirectUris by the kind of environment, {@code test} or {@code live}, or by one bank's environment, such as
     *        {@code xx-harbour/sandbox}, which then goes before
     * @param logo the name of the document that is its logo
     * @param names its name in further languages, by their code (ISO 639-1)
     * @param descriptions its description in further languages
     * @param terms where its terms of use stand, if not where those of the TPP do
     * @param privacy where its privacy notice stands, if not where that of the TPP does
     * @param madeFor the label of the agent or customer that it is registered for, or null for the TPP itself
     */
    public record Application(String name, String description, String platform, String type, String language,
            Map<String, List<URI>> redirectUris, String logo, Map<String, String> names, Map<String, String> descriptions,
            String terms, String privacy, String madeFor) {

        /** Reads what was left out as none of it. */
        public Application {
            redirectUris = redirectUris == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(redirectUris));
            names = names == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(names));
            descriptions = descriptions == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(descriptions));
        }

        /** One in a single language, for the TPP itself. */
        public Application(String name, String description, String platform, String type, String language,
                Map<String, List<URI>> redirectUris, String logo) {
            this(name, description, platform, type, language, redirectUris, logo, null, null, null, null, null);
        }

        /** Where a bank sends account holders back to, in an environment of this kind. */
        public List<URI> redirectUris(String bank, String environment, String kind) {
            return redirectUris.getOrDefault(bank + "/" + environment, redirectUris.getOrDefault(kind, List.of()));
        }
    }
}
