package io.portolan.leg;

/** A run of a leg outside of its turn, which changes nothing at the bank, whatever the leg's own runs have done. */
class SafeRun extends OpenRun {

    /** A run by itself. */
    SafeRun(LegRecord row, LegOrder order, RunStores stores, Renewal renewal) {
        super(row, order, null, stores, renewal);
    }

    /** A run of an earlier leg within another run, which learns of its secrets. */
    SafeRun(LegRecord row, LegOrder order, OpenRun within) {
        super(row, order, within);
    }

    @Override
    public Progress progress() {
        return Progress.NOTHING;
    }

    @Override
    public boolean isRepeated() {
        return true;
    }

    @Override
    public void intend(String act) {
        throw new IllegalStateException("only a leg that is safe to repeat is done outside of its turn");
    }
}
