package io.portolan.leg;

import io.portolan.playbook.Leg;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Passes by what is left of signing up where the account at the portal was there before; what brings something that is missing stays. */
final class FoundAccount {

    private final RunStores stores;
    private final LegOrder order;

    FoundAccount(RunStores stores, LegOrder order) {
        this.stores = stores;
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
        var rest = rest();
        stores.transactions().executeWithoutResult(status -> passBy(rest, journal));
        return rest.passed().stream().anyMatch(this::isThis);
    }

    /** What is left of signing up; what earlier onboardings know of it is taken over. */
    AccountFound.Rest rest() {
        var left = order.route().signUpFrom(order.leg());
        var passed = new ArrayList<>(left);
        while (passed.removeIf(leg -> !lacks(leg, passed).isEmpty())) {
            // what is not passed by may use what another would have brought
        }
        passed.forEach(leg -> order.route().missedWithout(leg, passed).forEach(name -> takeOver(leg, name)));
        var withThis = Stream.concat(passed.stream(), Stream.of(order.leg())).toList();
        return new AccountFound.Rest(lacks(order.leg(), withThis), left.stream().filter(leg -> !passed.contains(leg) && !isThis(leg)).map(Leg::id).toList(),
                List.copyOf(passed));
    }

    /** Takes over what earlier onboardings know of what this leg was to bring. */
    void takeOverOwn() {
        order.route().missedWithout(order.leg(), List.of(order.leg())).forEach(name -> takeOver(order.leg(), name));
    }

    /** Passes by what is left, in the caller's transaction. */
    void passBy(AccountFound.Rest rest, BiConsumer<String, String> journal) {
        var others = rest.passed().stream().filter(leg -> !isThis(leg)).toList();
        stores.legs().accountFound(order.onboarding(), rest.asked(), true);
        stores.legs().standing(order.onboarding(), others.stream().map(Leg::id).toList());
        if (!others.isEmpty()) {
            journal.accept("sign-up-passed-by", "The account at the portal was there before, and it lets us in. Not needed any more: "
                    + others.stream().map(Leg::title).collect(Collectors.joining("; ")));
        }
    }

    private boolean isThis(Leg leg) {
        return leg.id().equals(order.leg().id());
    }

    private List<String> lacks(Leg leg, Collection<Leg> passed) {
        return order.route().missedWithout(leg, passed).stream().filter(name -> !isHeld(leg, name) && before(leg, name).isEmpty()).toList();
    }

    private boolean isHeld(Leg leg, String name) {
        return stores.captures().find(order.onboarding(), leg.id(), name).isPresent();
    }

    private void takeOver(Leg leg, String name) {
        if (!isHeld(leg, name)) {
            before(leg, name).ifPresent(kept -> stores.captures().inherit(order.onboarding(), kept));
        }
    }

    /** What the same leg brought when this TPP was at this portal before, as long as it is good and can be read. */
    private Optional<Captured> before(Leg leg, String name) {
        return stores.captures().earlier(order.onboarding(), order.portalAccount(), leg.id(), name)
                .filter(kept -> kept.secret() == null || stores.vault().holds(kept.secret()));
    }
}
