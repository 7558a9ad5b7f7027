package io.portolan.playbook;

import java.util.List;

/** What must be there before anything is sent to the bank. */
public record Needs(
        @Doc(value = "The certificates.", example = "certificates: [{kind: QWAC, for: [tls]}]")
                List<NeededCertificate> certificates,
        @Doc(value = "The fields of the TPP's profile.", example = "tpp: [vat-number, licence-number]") List<String> tpp,
        @Doc(value = "The registrations that this one leans on.",
                example = "registrations: [{unit: es-redsys, environment: production}]")
                List<NeededRegistration> registrations) {

    /** A certificate that the bank asks for. */
    public record NeededCertificate(
            @Doc(value = "Its kind.", example = "kind: QWAC", required = true) CertificateKind kind,
            @Doc(value = "What it is for.", key = "for", example = "for: [tls, upload]") List<Use> uses,
            @Doc(value = "The longest RSA key that the bank takes, in bits.", example = "max-rsa-bits: 2048")
                    Integer maxRsaBits,
            @Doc(value = "The issuers that the bank trusts, where it does not trust all.", example = "issuers: [D-Trust]")
                    List<String> issuers) {
    }

    /** What a certificate is used for at a bank. */
    public enum Use {
        @Doc("Mutual TLS.") TLS,
        @Doc("Signing requests.") SIGNATURE,
        @Doc("Handing it in at the portal.") UPLOAD,
        @Doc("Sending it by mail.") MAIL
    }

    /** A registration at a hub, a group or a directory. */
    public record NeededRegistration(
            @Doc(value = "The id of the hub's playbook.", example = "unit: es-redsys", required = true) String unit,
            @Doc(value = "Its environment.", example = "environment: production", required = true) String environment) {
    }
}
