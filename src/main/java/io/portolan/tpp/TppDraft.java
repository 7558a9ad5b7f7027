package io.portolan.tpp;

import java.util.List;
import java.util.Map;

/**
 * A TPP as somebody writes it down: words and numbers that are still to be read and checked.
 *
 * @param version how often it was changed, when it was read; a change of what others have changed meanwhile is refused. Null does not ask
 */
public record TppDraft(String id, Long version, String legalName, String tradingName, List<String> furtherTradingNames, String legalForm, String country,
        AddressDraft address, List<FurtherAddressDraft> furtherAddresses, String website, String termsUrl, String privacyUrl, String logo,
        String registerNumber, String vatNumber, String lei, String authority, String authorityId, String licenceNumber,
        List<String> roles, List<String> passportedTo, List<ContactDraft> contacts, List<SignatoryDraft> signatories,
        List<String> outboundAddresses, Map<String, ApplicationDraft> applications, Map<String, PartyDraft> parties) {

    /** The same as a change of what was read in this version, or of any where it is null. */
    public TppDraft withVersion(Long seen) {
        return new TppDraft(id, seen, legalName, tradingName, furtherTradingNames, legalForm, country, address, furtherAddresses, website, termsUrl, privacyUrl, logo,
                registerNumber, vatNumber, lei, authority, authorityId, licenceNumber, roles, passportedTo, contacts, signatories, outboundAddresses,
                applications, parties);
    }

    /** A postal address. */
    public record AddressDraft(String street, String postalCode, String city, String country) { }

    /** A postal address with what it is for. */
    public record FurtherAddressDraft(String label, String street, String postalCode, String city, String country) { }

    /** A contact; the kind is one of {@code banks, business, technical, incident}, the day a date of ISO 8601. */
    public record ContactDraft(String kind, String firstName, String lastName, String eMail, String phone, String until) { }

    /** Somebody who signs; the power is {@code alone} or {@code jointly}, the day a date of ISO 8601. */
    public record SignatoryDraft(String firstName, String lastName, String position, String eMail, String power, String until) { }

    /** An application, whose redirect URIs stand by {@code test}, {@code live}, or one bank's environment. */
    public record ApplicationDraft(String name, String description, Map<String, String> names, Map<String, String> descriptions, String platform,
            String type, String language, Map<String, List<String>> redirectUris, String logo, String termsUrl, String privacyUrl, String madeFor) { }

    /** An {@code agent} or a {@code customer}; the days are dates of ISO 8601. */
    public record PartyDraft(String kind, String legalName, String country, String registerNumber, String authorisationNumber, String website,
            String since, String until) { }

    /** What is kept of a TPP, as its draft. */
    public static TppDraft of(Tpp tpp, Long version) {
        return DraftWriter.draft(tpp, version);
    }

    /**
     * Reads it, and checks what it says.
     *
     * @throws io.portolan.refusal.Refused with a sentence for each field that is wrong, and code {@code invalid-values} where one is missing or cannot be read,
     *         else {@code invalid-tpp}
     */
    public Tpp read() {
        return ProfileRules.checked(this);
    }
}
