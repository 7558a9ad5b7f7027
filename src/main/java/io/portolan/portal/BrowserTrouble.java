package io.portolan.portal;

/** The browser or the connection to the bank failed; its message never holds anything from a page. */
class BrowserTrouble extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean gone;

    private BrowserTrouble(String what, boolean gone) {
        super(what);
        this.gone = gone;
    }

    /** The browser itself is gone. */
    static BrowserTrouble gone(String what) {
        return new BrowserTrouble(what, true);
    }

    /** The page did not come; the browser is fine. */
    static BrowserTrouble page(String what) {
        return new BrowserTrouble(what, false);
    }

    boolean isGone() {
        return gone;
    }
}
