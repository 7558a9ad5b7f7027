package io.portolan.playbook;

import java.util.List;
import java.util.Optional;

/** The banks that nobody here had heard of before a person named them. */
interface NamedBanks {

    /** The bank of this id. */
    Optional<NamedBank> find(String bank);

    /** All of them, by their ids. */
    List<NamedBank> all();

    /** Keeps a bank; false where one of this id was named before. */
    boolean keep(NewBank bank, String by);

    /** Lets a bank be what is said of it now, its id included; false where it has another version or is gone. */
    boolean correct(String bank, long version, NewBank corrected, String by);

    /** Takes a bank away; false where there is none of this id. */
    boolean remove(String bank);
}
