package io.portolan.playbook;

import java.util.List;
import java.util.Optional;

/** The banks that nobody here had heard of before a person named them. */
interface NamedBanks {

    /** The bank of this id, with what the person said of it. */
    Optional<KnownBank> find(String bank);

    /** All of them, by their ids. */
    List<KnownBank> all();

    /** Keeps a bank; false where one of this id was named before. */
    boolean keep(String bank, String name, String country, String portal, String by);
}
