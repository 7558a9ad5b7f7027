package io.portolan.onboarding;

import io.portolan.playbook.Draft;

/** What our people have added to a bank, for whoever drafts its playbook. */
public interface AddedToBank {

    /** All of it. */
    Draft.Added of(String bank);
}
