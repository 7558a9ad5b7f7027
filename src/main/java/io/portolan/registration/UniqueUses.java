package io.portolan.registration;

import io.portolan.playbook.Playbook.UniqueBy;
import java.util.Optional;

/** What registrations are made with at banks that take it only once, ever. */
public interface UniqueUses {

    /**
     * The id of the registration that has used, or is about to use, what this bank takes only once; nobody else may ask for the
     * same until the caller's transaction ends. Within one look it is only looked at.
     */
    Optional<String> usedBy(String bank, String environment, UniqueBy by, String value);

    /** Keeps what a registration is made with. */
    void madeWith(String registration, UniqueBy by, String value);

    /** Says that what a registration is made with is used at the bank, for good. */
    void used(String registration);
}
