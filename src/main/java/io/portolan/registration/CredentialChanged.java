package io.portolan.registration;

/** That a credential of a registration is new, or stands otherwise than before; published within the transaction that changes it. */
public record CredentialChanged(String registration) {
}
