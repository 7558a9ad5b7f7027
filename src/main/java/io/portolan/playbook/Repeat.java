package io.portolan.playbook;

/** Whether a leg that was cut off may be acted on again without looking first. */
public enum Repeat {
    /** Doing it again changes nothing. */
    SAFE,
    /** It looks before it acts again; a portal leg marks the click that cannot be taken back. */
    LOOK_FIRST,
    /** Without an answer only a person decides. */
    NEVER
}
