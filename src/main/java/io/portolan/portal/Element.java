package io.portolan.portal;

import io.portolan.playbook.Hosts;
import java.nio.file.Path;

/** Something on a page that was found; it is sought again by itself where the page has redrawn it in between. */
interface Element {

    /** The address of the page that it is on. */
    String topUrl();

    /** The address of the frame that it is in, which is the page's own where there is none. */
    String frameUrl();

    /** Whether it may be used: its page must be on these hosts, and its frame, unless that has no address of its own. */
    default boolean isOn(Hosts hosts) {
        return hosts.allow(topUrl()) && (frameUrl().startsWith("about:") || hosts.allow(frameUrl()));
    }

    /** Whether it is ticked or chosen. */
    boolean isOn();

    /** Whether its name is just the one that was sought, and does not only hold it. */
    boolean isExact();

    /** Whether it has opened a list or menu. */
    boolean isOpen();

    /** Whether its page asks its reader to prove that they are human; told for what is clicked. */
    boolean isBehindCaptcha();

    /** Its value or its text, as it was when it was found. */
    String value();

    /** Where it leads to, if it is a link; else null. */
    String href();

    /** Types into it, in place of what stands there. */
    void type(CharSequence text);

    /** Types a code, one character each where it is the first of several boxes of one character. */
    void typeCode(CharSequence code);

    /** Clicks it once; throws {@link BrowserTrouble#isCovered() covered} trouble, and has not clicked then, where something lies over it. */
    void click();

    /** Goes on to what comes next, as by the tabulator, which closes what it has opened. */
    void leave();

    /** Hands a file to it. */
    void upload(Path file);
}
