package io.portolan.registration;

/** What exists of registrations at banks; one that was stopped or withdrawn by us is not thereby deregistered there. */
public interface Remains {

    /** Says that something of this registration exists at the bank. */
    void exist(String registration);

    /** Says that somebody has cleared away what existed at the bank. */
    void cleared(String registration);
}
