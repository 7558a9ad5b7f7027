package io.portolan.playbook;

/** The kinds of certificates by which a TPP identifies itself (RTS (EU) 2018/389, Article 34). */
public enum CertificateKind {
    /** Qualified website authentication certificate, for TLS. */
    QWAC,
    /** Qualified electronic seal certificate, for signatures. */
    QSEALC,
    /** Open Banking (UK) website authentication certificate. */
    OBWAC,
    /** Open Banking (UK) seal certificate. */
    OBSEAL
}
