package io.portolan.portal;

import io.portolan.playbook.Target;
import java.util.List;
import java.util.Optional;

/**
 * One window of a browser. Nothing here waits, except for a page to load; every method throws {@link BrowserTrouble} where
 * the browser or the page fails.
 */
interface Browser extends AutoCloseable {

    /** Opens an address and returns when the page has loaded. */
    void open(String url);

    /** What the page says of itself. */
    Page page();

    /** As {@link #page()}, with the names of what is on the page. */
    Page pageInDetail();

    /** The element, if it can be seen and used right now. */
    Optional<Element> find(Look look);

    /** Turns to a window that was opened since, if there is one. */
    void followNewWindow();

    /** The text of another page, read in a window of its own that is closed again. */
    String textOf(String url);

    /** A picture of the window as PNG, in which nothing secret shows; empty where this browser takes none, or none that is safe. */
    Optional<byte[]> maskedPicture(List<CharSequence> secrets, List<Target> secretTargets);

    @Override
    void close();
}
