package io.portolan.onboarding;

import java.util.Map;
import java.util.Set;

/** How we stand with each bank. */
interface BankStates {

    /** By the ids of banks; those with which nothing was ever begun are not in it. */
    Map<String, Set<BankState>> all();
}
