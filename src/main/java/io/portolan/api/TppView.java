package io.portolan.api;

import io.portolan.refusal.Refused;
import io.portolan.tpp.Tpp;
import io.portolan.tpp.TppProfile;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A TPP as clients see it, and as they tell it. */
record TppView(String id, String legalName, String tradingName, String legalForm, String country, AddressView address,
        String website, String registerNumber, String vatNumber, String lei, String authority, String licenceNumber,
        List<String> roles, List<String> passportedTo, List<ContactView> contacts,
        Map<String, ApplicationView> applications) {

    record AddressView(String street, String postalCode, String city, String country) { }

    record ContactView(String kind, String firstName, String lastName, String eMail, String phone) { }

    record ApplicationView(String name, String description, String platform, String type, String language,
            Map<String, List<URI>> redirectUris, String logo) { }

    static TppView of(Tpp tpp) {
        var p = tpp.profile();
        var applications = new LinkedHashMap<String, ApplicationView>();
        p.applications().forEach((label, a) -> applications.put(label, new ApplicationView(a.name(), a.description(),
                a.platform(), a.type(), a.language(), a.redirectUris(), a.logo())));
        return new TppView(tpp.id(), p.legalName(), p.tradingName(), p.legalForm(), p.country(),
                p.address() == null ? null : new AddressView(p.address().street(), p.address().postalCode(),
                        p.address().city(), p.address().country()),
                p.website(), p.registerNumber(), p.vatNumber(), p.lei(), p.authority(), p.licenceNumber(),
                Words.of(p.roles()), List.copyOf(new TreeSet<>(p.passportedTo())),
                p.contacts().stream().map(c -> new ContactView(Words.of(c.kind()), c.firstName(), c.lastName(),
                        c.eMail(), c.phone())).toList(),
                applications);
    }

    Tpp tpp() {
        var wrong = new LinkedHashMap<String, String>();
        if (id == null || !id.matches("[a-z0-9][a-z0-9-]{0,62}")) {
            wrong.put("id", "lower-case letters, digits and hyphens, such as acme-pay");
        }
        if (legalName == null || legalName.isBlank()) {
            wrong.put("legalName", "the name in the register of the authority");
        }
        if (country == null || !country.matches("[A-Z]{2}")) {
            wrong.put("country", "two capital letters (ISO 3166), such as CZ");
        }
        if (!wrong.isEmpty()) {
            throw Refused.invalid("invalid-values", "Not right: " + String.join(", ", wrong.keySet()) + ".", wrong);
        }
        return new Tpp(id, profile());
    }

    private TppProfile profile() {
        Set<TppProfile.Role> read = new LinkedHashSet<>();
        given(roles).forEach(word -> read.add(Words.required(TppProfile.Role.class, "roles", word)));
        var people = given(contacts).stream().map(c -> new TppProfile.Contact(
                Words.required(TppProfile.Contact.Kind.class, "contacts.kind", c.kind()), c.firstName(), c.lastName(),
                c.eMail(), c.phone())).toList();
        var registered = new LinkedHashMap<String, TppProfile.Application>();
        if (applications != null) {
            applications.forEach((label, a) -> registered.put(label, new TppProfile.Application(a.name(),
                    a.description(), a.platform(), a.type(), a.language(),
                    a.redirectUris() == null ? Map.of() : a.redirectUris(), a.logo())));
        }
        return new TppProfile(legalName, tradingName, legalForm, country,
                address == null ? null : new TppProfile.Address(address.street(), address.postalCode(), address.city(),
                        address.country()),
                website, registerNumber, vatNumber, lei, authority, licenceNumber, read,
                new LinkedHashSet<>(given(passportedTo)), people, registered);
    }

    private static <T> List<T> given(List<T> list) {
        return list == null ? List.of() : list;
    }
}
