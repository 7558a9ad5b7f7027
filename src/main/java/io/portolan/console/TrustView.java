package io.portolan.console;

import io.portolan.onboarding.BankState;
import io.portolan.onboarding.FindBanks;
import io.portolan.rehearsal.Coverage;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What speaks for a playbook: a rehearsal proves its form, a call at the bank proves that it is true.
 *
 * @param rehearsedOn the day on which just this version was rehearsed, or null
 * @param proven when a call at the bank has last shown access, by environment
 */
record TrustView(String rehearsedOn, List<Proven> proven) {

    private static final Set<BankState> WITH_REGISTRATION = EnumSet.of(BankState.LIVE, BankState.TRIED);

    /** When access was last shown in an environment. */
    record Proven(String environment, TimeView at) { }

    static TrustView of(FindBanks.Found bank, Coverage coverage, Instant now) {
        var rehearsed = coverage.rehearsed(bank.version()).map(kept -> kept.on().toString()).orElse(null);
        // where no registration is active there is nothing to look for
        var proven = bank.states().stream().noneMatch(WITH_REGISTRATION::contains) ? List.<Proven>of()
                : coverage.provenAtBank(bank.entry().bank()).entrySet().stream().map(each -> new Proven(each.getKey(), TimeView.of(each.getValue(), now))).toList();
        return new TrustView(rehearsed, proven);
    }
}
