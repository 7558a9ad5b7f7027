package io.portolan.certificate;

/** That a certificate is used no more; published within the transaction that takes it out of use. */
public record CertificateRetired(String certificate) {
}
