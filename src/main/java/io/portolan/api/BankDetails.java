package io.portolan.api;

import io.portolan.onboarding.FindBanks;
import io.portolan.playbook.KnownBanks;
import io.portolan.refusal.Refused;
import org.springframework.stereotype.Component;

/** What there is to tell of one bank, whatever it is known by. */
@Component
class BankDetails {

    private final FindBanks find;
    private final KnownBanks known;

    BankDetails(FindBanks find, KnownBanks known) {
        this.find = find;
        this.known = known;
    }

    BankDetail of(String bank) {
        return find.one(bank).map(found -> BankDetail.of(found, known.named(bank).orElse(null)))
                .orElseThrow(() -> Refused.notFound("unknown-bank", "There is no bank " + bank + "."));
    }
}
