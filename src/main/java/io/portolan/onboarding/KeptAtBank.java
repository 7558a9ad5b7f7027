package io.portolan.onboarding;

import java.util.Optional;

/** Something that our people keep of a bank and that would be lost if it were not in the catalogue any more. */
public interface KeptAtBank {

    /** What is kept of this bank, in words such as {@code 2 notes}; empty where nothing is. */
    Optional<String> keptAt(String bank);
}
