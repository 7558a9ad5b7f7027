package io.portolan.access;

/** Nothing was done yet: a second person is asked first. */
public final class SecondPersonNeeded extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Approval approval;

    SecondPersonNeeded(Approval approval) {
        super("A second person has to agree first.");
        this.approval = approval;
    }

    /** The request that now waits. */
    public Approval approval() {
        return approval;
    }
}
