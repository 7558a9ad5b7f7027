package io.portolan.portal;

/** The browser or the connection to the bank failed; its message never holds anything from a page. */
class BrowserTrouble extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean gone;
    private final boolean covered;

    private BrowserTrouble(String what, boolean gone, boolean covered) {
        super(what);
        this.gone = gone;
        this.covered = covered;
    }

    /** The browser itself is gone. */
    static BrowserTrouble gone(String what) {
        return new BrowserTrouble(what, true, false);
    }

    /** The page did not come; the browser is fine. */
    static BrowserTrouble page(String what) {
        return new BrowserTrouble(what, false, false);
    }

    /** Something lies over what was to be used, so that nothing was done. */
    static BrowserTrouble covered() {
        return new BrowserTrouble("something lies over what was to be used", false, true);
    }

    /** The same, with the step at which it came. */
    BrowserTrouble at(String step) {
        return new BrowserTrouble(getMessage() + ", at: " + step, gone, covered);
    }

    boolean isCovered() {
        return covered;
    }

    boolean isGone() {
        return gone;
    }
}
