package io.portolan.registration;

/** That a registration stands otherwise than before; published within the transaction that changes it. */
public record RegistrationChanged(String registration) {
}
