package io.portolan.playbook;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** What must be there before anything is sent to the bank. */
public record Needs(
        @Doc(value = "The certificates.", example = "certificates: [{kind: QWAC, for: [tls]}]")
                List<NeededCertificate> certificates,
        @Doc(value = "The fields of the TPP's profile.", example = "tpp: [vat-number, licence-number]") List<String> tpp,
        @Doc(value = "The registrations that this one leans on.",
                example = "registrations: [{unit: es-redsys, environment: production}]")
                List<NeededRegistration> registrations,
        @Doc(value = "The countries to which our licence has to be passported, where it is not our own (ISO 3166).", example = "passports: [FI, SE]")
                List<String> passports) {

    /** A certificate that the bank asks for. */
    public record NeededCertificate(
            @Doc(value = "Its kind.", example = "kind: QWAC", required = true) CertificateKind kind,
            @Doc(value = "What it is for.", key = "for", example = "for: [tls, upload]") List<Use> uses,
            @Doc(value = "The longest RSA key that the bank takes, in bits.", example = "max-rsa-bits: 2048")
                    Integer maxRsaBits,
            @Doc(value = "The issuers that the bank trusts, where it does not trust all.", example = "issuers: [D-Trust]")
                    List<String> issuers,
            @Doc(value = "What of it the bank compares with the register, so that it has to be as in the TPP's profile.",
                    example = "same-as-profile: [name, licence, roles]") List<Compared> sameAsProfile,
            @Doc(value = "The environments that ask for it; without it, all.", key = "in", example = "in: [production]") List<String> within,
            @Doc(value = "The routes that ask for it; without it, all.", example = "routes: [directory]") List<String> routes,
            @Doc(value = "The services that it is asked for; without it, all.", example = "only-for: [PIS]") Set<Service> onlyFor) {

        /** Whether whoever takes this route of this environment for these services needs it. */
        public boolean isFor(String environment, String route, Set<Service> services) {
            return (within.isEmpty() || within.contains(environment)) && (routes.isEmpty() || routes.contains(route))
                    && (onlyFor.isEmpty() || onlyFor.stream().anyMatch(services::contains));
        }
    }

    /** What a bank compares with the register of licences. */
    public enum Compared {
        @Doc("The name of the organisation, with the legal name.") NAME,
        @Doc("The organizationIdentifier, with country and licence number.") LICENCE,
        @Doc("The PSD2 roles, with those of the licence.") ROLES
    }

    /** What a certificate is used for at a bank. */
    public enum Use {
        @Doc("Mutual TLS.") TLS,
        @Doc("Signing requests.") SIGNATURE,
        @Doc("Handing it in at the portal.") UPLOAD,
        @Doc("Sending it by mail.") MAIL
    }

    /** The legs that wait for what an environment of this bank leans on, in order, before the first leg of each of its routes. */
    List<Leg> legs(String bank, String environmentName) {
        return registrations.stream().filter(needed -> needed.isFor(bank, environmentName)).map(NeededRegistration::leg).toList();
    }

    /** A registration at a hub, a group or a directory, or in another environment of the same bank. */
    public record NeededRegistration(
            @Doc(value = "The id of the hub's playbook, or of this one.", example = "unit: es-redsys", required = true) String unit,
            @Doc(value = "Its environment.", example = "environment: production", required = true) String environment,
            @Doc(value = "What is taken over from it, by the name it has here; then by the name it has there.",
                    example = "take: {client-id: client-id}") Map<String, String> take,
            @Doc(value = "The environments of this bank that need it; without it, all but that one itself.", key = "in",
                    example = "in: [production]") List<String> within) {

        /** What stands before the id of a leg that waits for a registration elsewhere. */
        static final String LEG_PREFIX = "registered-at-";

        /** Whether this environment of the bank needs it. */
        public boolean isFor(String bank, String environmentName) {
            return within.isEmpty() ? !(bank.equals(unit) && environmentName.equals(environment)) : within.contains(environmentName);
        }

        private Leg leg() {
            return Records.of(Leg.class, Map.of("id", LEG_PREFIX + unit + "-" + environment, "stage", Stage.PREREQUISITES,
                    "title", "Registration at " + unit + ", " + environment, "signs", Records.of(Signs.class, Map.of()),
                    "work", new RegistrationWork(unit, environment, take)));
        }
    }
}
