package io.portolan.playbook;

/** The kinds of certificates by which a TPP identifies itself (RTS (EU) 2018/389, Article 34). */
public enum CertificateKind {
    /** Qualified website authentication certificate, for TLS. */
    @Doc(value = "Qualified website authentication certificate, for TLS.", key = "QWAC") QWAC,
    /** Qualified electronic seal certificate, for signatures. */
    @Doc(value = "Qualified electronic seal certificate, for signatures.", key = "QSealC") QSEALC,
    /** Open Banking (UK) website authentication certificate. */
    @Doc(value = "Open Banking (UK) website authentication certificate.", key = "OBWAC") OBWAC,
    /** Open Banking (UK) seal certificate. */
    @Doc(value = "Open Banking (UK) seal certificate.", key = "OBSEAL") OBSEAL
}
