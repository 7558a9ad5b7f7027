package io.portolan.access;

/** Nothing was done yet: a second person is asked first. */
public final class SecondPersonNeeded extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient Approval approval;

    SecondPersonNeeded(Approval approval) {
        super("A second person has to agree first.");
        this.code = "second-person-needed";
        this.approval = approval;
    }

    /** What calls are told it is. */
    public String code() {
        return code;
    }

    /** The request that now waits. */
    public Approval approval() {
        return approval;
    }
}
