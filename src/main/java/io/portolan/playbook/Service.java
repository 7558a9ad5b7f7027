package io.portolan.playbook;

/** A payment service of PSD2 that a TPP may ask a bank for (Directive (EU) 2015/2366, Articles 65 to 67). */
public enum Service {
    @Doc(value = "Account information.", key = "AIS") AIS,
    @Doc(value = "Payment initiation.", key = "PIS") PIS,
    @Doc(value = "Confirmation of the availability of funds.", key = "CAF") CAF
}
