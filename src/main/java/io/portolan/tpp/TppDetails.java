package io.portolan.tpp;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What fewer banks ask of a TPP.
 *
 * @param tradingNames further trading names, beside the one that is used most
 * @param addresses further addresses, beside the registered one
 * @param authorityId the authority as certificates name it (ETSI TS 119 495, clause 5.2.3), such as {@code DE-BAFIN}
 * @param outboundAddresses where our calls come from: IP addresses, or ranges of them in CIDR notation (RFC 4632)
 * @param terms where our terms of use stand, an address of the web
 * @param privacy where our privacy notice stands, an address of the web
 * @param logo the name of the document that is the company's logo
 * @param parties our agents and customers, by the label that we chose
 */
public record TppDetails(List<String> tradingNames, List<FurtherAddress> addresses, String authorityId, List<Signatory> signatories,
        List<String> outboundAddresses, String terms, String privacy, String logo, Map<String, Party> parties) {

    /** Nothing of all that. */
    public static final TppDetails NONE = new TppDetails(null, null, null, null, null, null, null, null, null);

    /** Reads what was left out as none of it. */
    public TppDetails {
        tradingNames = tradingNames == null ? List.of() : List.copyOf(tradingNames);
        addresses = addresses == null ? List.of() : List.copyOf(addresses);
        signatories = signatories == null ? List.of() : List.copyOf(signatories);
        outboundAddresses = outboundAddresses == null ? List.of() : List.copyOf(outboundAddresses);
        parties = parties == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(parties));
    }

    /** An address beside the registered one, with what it is for. */
    public record FurtherAddress(String label, TppProfile.Address address) { }

    /** Somebody who signs for the company, until the day on which that ends, if it is known. */
    public record Signatory(String firstName, String lastName, String position, String eMail, Power power, LocalDate until) {

        /** Whether one signature is enough. */
        public enum Power { ALONE, JOINTLY }
    }

    /**
     * Somebody who works under the licence of a TPP, or whose registrations it makes.
     *
     * @param authorisationNumber under which the authority lists it, for agents
     */
    public record Party(Kind kind, String legalName, String country, String registerNumber, String authorisationNumber, String website,
            LocalDate since, LocalDate until) {

        /** An agent works in the TPP's name (PSD2, article 19); a customer lets the TPP register for it. */
        public enum Kind { AGENT, CUSTOMER }
    }
}
