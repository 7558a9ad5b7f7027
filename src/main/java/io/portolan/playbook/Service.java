package io.portolan.playbook;

/** A payment service of PSD2 that a TPP may ask a bank for (Directive (EU) 2015/2366, Articles 65 to 67). */
public enum Service {
    /** Account information. */
    AIS,
    /** Payment initiation. */
    PIS,
    /** Confirmation of the availability of funds. */
    CAF
}
