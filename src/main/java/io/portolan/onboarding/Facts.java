package io.portolan.onboarding;

import java.util.Optional;

/** Facts that playbooks ask for, supplied once by a person for a bank and environment. */
public interface Facts {

    /** The fact of this name, where somebody has supplied it; the branch is empty for one that is of the whole bank. */
    Optional<String> find(String bank, String environment, String branch, String name);

    /** Keeps a fact with its source where there is none yet; one that is there stays as it is. The branch is empty for one that is of the whole bank. */
    void supplyMissing(String bank, String environment, String branch, String name, String value, String source, String actor);

    /** Keeps a fact with its source, in the place of one that is there; the branch is empty for one that is of the whole bank. */
    void supply(String bank, String environment, String branch, String name, String value, String source, String actor);
}
