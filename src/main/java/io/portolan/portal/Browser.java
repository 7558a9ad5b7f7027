package io.portolan.portal;

import io.portolan.playbook.Target;
import java.nio.file.Path;
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

    /** The element, if it can be seen and used right now, and no other fits as well. */
    Optional<Element> find(Look look);

    /** Why {@link #find} finds nothing right now. */
    Miss why(Look look);

    /** Turns to another window, the newest first, where there is more than one; back and forth, call by call. */
    void turnToAnotherWindow();

    /** Closes all windows that were opened since, and turns to the one that was there first. */
    void closeOtherWindows();

    /** Scrolls on, for what a page shows only then. */
    void scrollOn();

    /** Whether the page has asked its server to change something and has no answer yet: leaving it now might undo that. */
    boolean isCalling();

    /** How questions that the browser itself puts are answered from now on. */
    void answerDialogs(boolean accept);

    /** Keeps the page's next choice of a file from opening a window of the system, so that {@link Element#upload} can hand it one. */
    void holdFileChooser();

    /** Files that were downloaded in this browser and are complete. */
    List<Path> downloads();

    /** The text of another page, read in a window of its own that is closed again. */
    String textOf(String url);

    /** A document that is no page, such as a PDF, fetched as the page itself would; empty where it is a page or cannot be had. */
    Optional<Document> document(String url);

    /** A document that is no page. */
    record Document(String mediaType, byte[] content) { }

    /** What all the elements show that fit these targets, in whatever row, on the page and in the frames that it may look into. */
    List<String> valuesOf(List<Target> targets);

    /**
     * A picture of the window as PNG, in which neither these secrets show nor any element that fits one of the targets, in whatever row;
     * empty where this browser takes none, or none that is safe.
     */
    Optional<byte[]> maskedPicture(List<CharSequence> secrets, List<Target> secretTargets);

    @Override
    void close();
}
