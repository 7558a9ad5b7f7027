package io.portolan.portal;

import io.portolan.playbook.Hosts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

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

    /** Whether it says that it opens a list or calendar when it is used. */
    default boolean opens() {
        return false;
    }

    /** Whether its page asks its reader to prove that they are human; told for what is clicked. */
    boolean isBehindCaptcha();

    /** Its value or its text, as it was when it was found. */
    String value();

    /** All that it gives to read, where it was looked for as {@link Look.Use#ANY}; null where a part is drawn by what cannot be looked into. */
    default String reading() {
        return value();
    }

    /** Where it leads to, if it is a link; else null. */
    String href();

    /** Whether it says of itself if it is ticked or chosen. */
    default boolean hasState() {
        return false;
    }

    /** Whether it is the command of a menu, which does something and is not chosen. */
    default boolean isCommand() {
        return false;
    }

    /** What it stands for as an option in the value of its list. */
    default List<String> codes() {
        return List.of();
    }

    /** What it shows and holds now; nothing where the page has put something else in its place. */
    Optional<Held> held();

    /** The same once the focus has gone from it. */
    Optional<Held> left();

    /** Types into it, in place of what stands there. */
    void type(CharSequence text);

    /** Types a code, one character each where it is the first of several boxes of one character. */
    void typeCode(CharSequence code);

    /** Clicks it once; throws {@link BrowserTrouble#isCovered() covered} trouble, and has not clicked then, where something lies over it. */
    void click();

    /** Scrolls the list that it has opened a little further; tells whether it moved. */
    boolean roll();

    /** Does what may close the list or calendar that it has opened. */
    void close(Closing how);

    /** What closes lists and calendars: a click beside them, or a key. */
    enum Closing { BESIDE, ESCAPE, TAB }

    /** Hands a file to it. */
    void upload(Path file);
}
