package io.portolan.playbook;

/** The kinds of certificates by which a TPP identifies itself (RTS (EU) 2018/389, Article 34). */
public enum CertificateKind {
    @Doc(value = "Qualified website authentication certificate, for TLS.", key = "QWAC") QWAC,
    @Doc(value = "Qualified electronic seal certificate, for signatures.", key = "QSealC") QSEALC,
    @Doc(value = "Open Banking (UK) website authentication certificate.", key = "OBWAC") OBWAC,
    @Doc(value = "Open Banking (UK) seal certificate.", key = "OBSEAL") OBSEAL
}
