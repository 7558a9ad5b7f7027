package io.portolan.playbook;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** A bank of which something is known, and not enough for a playbook: people find the way in, by the generic route. */
public record KnownBank(
        @Doc(value = "The id, which is the file's name: iso country, hyphen, bank.", example = "bank: cz-example",
                required = true) String bank,
        @Doc(value = "The name of the bank.", example = "name: Example Bank", required = true) String name,
        @Doc(value = "The countries (ISO 3166) that its registration is for.", example = "countries: [CZ]", required = true) List<String> countries,
        @Doc(value = "Its BICs.", example = "bics: [EXAMCZPP]") List<String> bics,
        @Doc(value = "The group it belongs to.", example = "group: erste") String group,
        @Doc(value = "The API standard.", example = "standard: {family: berlin-group-nextgenpsd2}") Playbook.Standard standard,
        @Doc(value = "How account holders authenticate.", example = "sca: {approaches: [redirect]}") Playbook.Sca sca,
        @Doc(value = "How the API is called once we are registered.", example = "access: OAuth 2.0 over mutual TLS.") String access,
        @Doc(value = "Where the developer portal, or what the bank says to developers, begins.",
                example = "portal: https://developer.bank.example") String portal,
        @Doc(value = "Whom to write to, by role.", example = "contacts: {support: {e-mail: psd2@bank.example}}")
                Map<String, Playbook.Contact> contacts,
        @Doc(value = "What there is to read.",
                example = "documents: [{title: Specification, url: 'https://bank.example/spec'}]") List<Playbook.Document> documents,
        @Doc(value = "The environments by name, as far as their addresses are known.",
                example = "environments: {sandbox: {kind: test, base-url: 'https://sandbox.bank.example'}}") Map<String, Place> environments,
        @Doc(value = "What is known of the way in.", example = "registration: {by: [portal], how: [Sign up at the portal.]}", required = true) Way registration,
        @Doc(value = "What is known of the bank's approval.", example = "approval: A person of the bank checks each application.") String approval,
        @Doc(value = "What is known of the certificates that it takes, by their kind.",
                example = "certificates: {QWAC: needed for every call}") Map<CertificateKind, String> certificates,
        @Doc(value = "The credentials that sources name, and what is said of each.",
                example = "credentials: {client-id: shown by the portal}") Map<String, String> credentials,
        @Doc(value = "The hub or group whose registration covers this bank, by its id.", example = "covered-by: es-redsys") String coveredBy,
        @Doc(value = "The banks that this registration covers, by the code that the hub calls them by.",
                example = "members: {'03048': Banca Example}") Map<String, String> members,
        @Doc(value = "What is known of the life after.", example = "procedures: {renew-certificate: {mode: by appointment}}")
                Map<Procedure.Kind, Procedure> procedures,
        @Doc(value = "What is odd at this bank, why, and when and where it was seen.",
                example = "quirks: [{what: The sandbox wants a real certificate., seen: 'as documented by the bank'}]") List<Playbook.Quirk> quirks,
        @Doc(value = "What is missing for a playbook, in words.", example = "missing: [Which steps the portal asks.]", required = true) List<String> missing,
        @Doc(value = "Where the facts come from.", example = "sources: ['https://bank.example/psd2']", required = true) List<String> sources,
        @Doc(value = "When they were last checked.", example = "checked-on: 2026-11-01", required = true) LocalDate checkedOn,
        @Doc(value = "How sure they are.", example = "confidence: partial", required = true) Playbook.Confidence confidence) {

    /** One of the environments of a bank, with the addresses that are known of it. */
    public record Place(
            @Doc(value = "Whether real customers' data is behind it.", example = "kind: live", required = true) Environment.Kind kind,
            @Doc(value = "Where the API begins; what stands in braces differs by service or brand.",
                    example = "base-url: https://api.bank.example") String baseUrl,
            @Doc(value = "Further addresses, by what they are.",
                    example = "addresses: {token: 'https://auth.bank.example/token'}") Map<String, String> addresses) { }

    /** What is known of the way in. */
    public record Way(
            @Doc(value = "By which ways one registers; none where nobody has read that.", example = "by: [portal]") List<By> by,
            @Doc(value = "What was read of it, in sentences.", example = "how: [Sign up at the portal.]") List<String> how,
            @Doc(value = "What must be there before.", example = "before: [Enrolment in the directory.]") List<String> before,
            @Doc(value = "What is asked for on the way.", example = "asks: [organizationIdentifier of the certificate]") List<String> asks) {

        /** The ways by which banks let a TPP in. */
        public enum By {
            @Doc("A person works the developer portal.") PORTAL,
            @Doc("A call registers us.") API,
            @Doc("The certificate is enough, or the first call with it registers us.") CERTIFICATE,
            @Doc("A hub registers us for many banks.") HUB,
            @Doc("By mail or by a form.") MAIL
        }
    }
}
