package io.portolan.leg;

/** A leg of an onboarding. */
record LegKey(String onboarding, String leg) {

    static LegKey of(LegRecord row) {
        return new LegKey(row.onboarding(), row.leg());
    }
}
