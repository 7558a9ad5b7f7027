package io.portolan.playbook;

/** Whether a leg that was cut off may be acted on again without looking first. */
public enum Repeat {
    @Doc("Doing it again changes nothing.") SAFE,
    @Doc("It looks before it acts again; a portal leg marks the click that cannot be taken back.") LOOK_FIRST,
    @Doc("Without an answer only a person decides.") NEVER
}
