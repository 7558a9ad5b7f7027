package io.portolan.portal;

/** Where browsers come from. */
interface Browsers {

    /** Whether a browser can be had at all. */
    boolean available();

    /** Opens a new one; throws {@link BrowserTrouble} where it does not start. */
    Browser open();
}
