package io.portolan.leg;

import io.portolan.playbook.Leg;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** Passes by what is left of signing up where the account at the portal was there before; what brings something that is missing stays. */
final class FoundAccount {

    private final RunStores stores;
    private final LegRecord row;
    private final LegOrder order;

    FoundAccount(RunStores stores, LegRecord row, LegOrder order) {
        this.stores = stores;
        this.row = row;
        this.order = order;
    }

    /** Whether a mail would be waited for in vain, since the account that it is about was found; null where that is not so. */
    static Outcome.NeedsPerson inVain(LegRecord row, LegOrder order, RunStores stores) {
        var key = LegKey.of(row);
        if (!stores.legs().isAccountFound(key) || order.route().signUpFrom(order.leg()).stream().noneMatch(leg -> leg.id().equals(row.leg()))) {
            return null;
        }
        if (row.sentBackBy() != null) {
            stores.legs().accountFound(row.onboarding(), List.of(row.leg()), false);
            return null;
        }
        var missing = order.route().missedWithout(order.leg(), List.of(order.leg()));
        return new Outcome.NeedsPerson(Outcome.Reason.MISSING_DATA, "We have an account at this portal from before, so this mail will hardly come again."
                + " What did it bring then: " + String.join(", ", missing) + "?",
                "Later legs need it, and no earlier onboarding of this TPP at this portal holds it. Enter it here; to try again means to wait for the mail.");
    }

    /** Whether this leg is passed by, too; the journal hears of all that is. */
    boolean passBy(BiConsumer<String, String> journal) {
        var left = order.route().signUpFrom(order.leg());
        var passed = new ArrayList<>(left);
        while (passed.removeIf(leg -> !lacks(leg, passed).isEmpty())) {
            // what is not passed by may use what another would have brought
        }
        passed.forEach(leg -> order.route().missedWithout(leg, passed).forEach(name -> takeOver(leg, name)));
        var asked = left.stream().filter(leg -> !passed.contains(leg) && !isThis(leg)).map(Leg::id).toList();
        var others = passed.stream().filter(leg -> !isThis(leg)).toList();
        stores.transactions().executeWithoutResult(status -> {
            stores.legs().accountFound(row.onboarding(), asked, true);
            stores.legs().standing(row.onboarding(), others.stream().map(Leg::id).toList());
            if (!others.isEmpty()) {
                journal.accept("sign-up-passed-by", "The account at the portal was there before, and it lets us in. Not needed any more: "
                        + others.stream().map(Leg::title).collect(Collectors.joining("; ")));
            }
        });
        return passed.stream().anyMatch(this::isThis);
    }

    private boolean isThis(Leg leg) {
        return leg.id().equals(row.leg());
    }

    private List<String> lacks(Leg leg, List<Leg> passed) {
        return order.route().missedWithout(leg, passed).stream().filter(name -> !isHeld(leg, name) && before(leg, name).isEmpty()).toList();
    }

    private boolean isHeld(Leg leg, String name) {
        return stores.captures().find(row.onboarding(), leg.id(), name).isPresent();
    }

    private void takeOver(Leg leg, String name) {
        if (!isHeld(leg, name)) {
            before(leg, name).ifPresent(kept -> stores.captures().inherit(row.onboarding(), kept));
        }
    }

    /** What the same leg brought when this TPP was at this portal before, as long as it is good and can be read. */
    private Optional<Captured> before(Leg leg, String name) {
        return stores.captures().earlier(row.onboarding(), order.portalAccount(), leg.id(), name)
                .filter(kept -> kept.secret() == null || stores.vault().holds(kept.secret()));
    }
}
