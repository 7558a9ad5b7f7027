package io.portolan.portal;

/** The browser of a portal account. */
final class Session {

    private final String account;
    private final Browser browser;
    private boolean fresh = true;
    private boolean broken;
    private long idleSince;

    Session(String account, Browser browser) {
        this.account = account;
        this.browser = browser;
    }

    String account() {
        return account;
    }

    Browser browser() {
        return browser;
    }

    /** Whether it has shown no page yet. */
    boolean isFresh() {
        return fresh;
    }

    /** Says that it cannot be used any more. */
    void markBroken() {
        broken = true;
    }

    boolean mayBeKept() {
        return !broken;
    }

    void restsFrom(long nanoTime) {
        fresh = false;
        idleSince = nanoTime;
    }

    long idleSince() {
        return idleSince;
    }
}
