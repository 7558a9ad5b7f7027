package io.portolan.onboarding;

import io.portolan.tpp.TppDetails;
import io.portolan.tpp.TppProfile;
import io.portolan.tpp.TppProfile.Contact;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The fields of a TPP's profile by the names that playbooks give them. */
final class TppPlaces {

    private TppPlaces() { }

    /** Of people, who are still there today. */
    static Optional<String> text(TppProfile profile, String field, LocalDate today) {
        if (field.contains("contact.")) {
            return contact(profile, field, today);
        }
        if (field.startsWith("signatory.")) {
            return signatory(profile, field, today);
        }
        if (field.startsWith("address")) {
            return Optional.ofNullable(profile.address()).map(address -> address(address, field));
        }
        return Optional.ofNullable(switch (field) {
            case "legal-name" -> profile.legalName();
            case "trading-name" -> profile.tradingName();
            case "trading-names" -> joined(Stream.concat(Stream.ofNullable(profile.tradingName()), profile.details().tradingNames().stream()), ", ");
            case "legal-form" -> profile.legalForm();
            case "country" -> profile.country();
            case "country-name" -> new Locale("", profile.country()).getDisplayCountry(Locale.ENGLISH);
            case "website" -> profile.website();
            case "register-number" -> profile.registerNumber();
            case "vat-number" -> profile.vatNumber();
            case "lei" -> profile.lei();
            case "authority" -> profile.authority();
            case "authority-id" -> profile.details().authorityId();
            case "licence-number" -> profile.licenceNumber();
            case "terms-url" -> profile.details().terms();
            case "privacy-url" -> profile.details().privacy();
            case "outbound-addresses" -> joined(profile.details().outboundAddresses().stream(), " ");
            case "roles" -> profile.roles().stream().map(Enum::name).sorted().collect(Collectors.joining(" "));
            case "passported-to" -> profile.passportedTo().stream().sorted().collect(Collectors.joining(" "));
            default -> null;
        });
    }

    private static String address(TppProfile.Address address, String field) {
        return switch (field) {
            case "address" -> Stream.of(address.street(), address.postalCode() + " " + address.city(), address.country())
                    .collect(Collectors.joining(", "));
            case "address.street" -> address.street();
            case "address.postal-code" -> address.postalCode();
            case "address.city" -> address.city();
            case "address.country" -> address.country();
            default -> null;
        };
    }

    private static Optional<String> signatory(TppProfile profile, String field, LocalDate today) {
        return profile.details().signatories().stream().filter(one -> one.until() == null || !one.until().isBefore(today)).findFirst()
                .map(one -> signatory(one, field.substring("signatory.".length())));
    }

    private static String signatory(TppDetails.Signatory signatory, String field) {
        return switch (field) {
            case "first-name" -> signatory.firstName();
            case "last-name" -> signatory.lastName();
            case "position" -> signatory.position();
            case "e-mail" -> signatory.eMail();
            default -> null;
        };
    }

    private static String joined(Stream<String> texts, String between) {
        return texts.collect(Collectors.collectingAndThen(Collectors.joining(between), text -> text.isEmpty() ? null : text));
    }

    private static Optional<String> contact(TppProfile profile, String field, LocalDate today) {
        var kind = switch (field.substring(0, field.indexOf("contact."))) {
            case "business-" -> Contact.Kind.BUSINESS;
            case "technical-" -> Contact.Kind.TECHNICAL;
            case "incident-" -> Contact.Kind.INCIDENT;
            default -> Contact.Kind.BANKS;
        };
        return profile.contact(kind, today).map(contact -> switch (field.substring(field.indexOf("contact.") + 8)) {
            case "first-name" -> contact.firstName();
            case "last-name" -> contact.lastName();
            case "e-mail" -> contact.eMail();
            case "phone" -> contact.phone();
            default -> null;
        });
    }
}
