package io.portolan.leg;

import io.portolan.playbook.Generator;
import io.portolan.playbook.Leg;
import io.portolan.playbook.Places;
import io.portolan.vault.Secret;
import io.portolan.vault.Vault;
import java.util.UUID;

/**
 * What is made for the legs of an onboarding. It stays the same when a leg is acted on again, and a private key is in the vault
 * before anything uses it.
 */
class GeneratedValues {

    private final RunStores stores;
    private final LegOrder order;
    private final int round;

    GeneratedValues(RunStores stores, LegOrder order, int round) {
        this.stores = stores;
        this.order = order;
        this.round = round;
    }

    /** The value of a place that begins with {@link Places#GENERATED}; of a key pair without a form, the pair itself. */
    Value value(String place) {
        var rest = place.substring(Places.GENERATED.length());
        var dot = rest.indexOf('.');
        var name = dot < 0 ? rest : rest.substring(0, dot);
        if (name.equals("uuid")) {
            return text(order.leg(), Places.GENERATED + name);
        }
        var maker = order.route().legs().stream().filter(leg -> leg.work().generate().containsKey(name)).findFirst()
                .orElseThrow(() -> new LegRun.MissingData(place));
        if (!maker.work().generate().get(name).isKeyPair()) {
            return text(maker, Places.GENERATED + name);
        }
        var pair = pair(maker, name, place);
        if (dot < 0) {
            return new Value.Hidden(pair);
        }
        try (pair) {
            return new Value.Plain(GeneratedKey.read(pair).form(rest.substring(dot + 1)));
        }
    }

    private Value text(Leg maker, String name) {
        return new Value.Plain(stores.captures().find(order.onboarding(), maker.id(), roundOf(maker), name).map(Captured::value).orElseGet(() -> {
            var made = UUID.randomUUID().toString();
            stores.captures().keep(order.onboarding(), maker.id(), roundOf(maker), name, made, null);
            return made;
        }));
    }

    private Secret pair(Leg maker, String name, String place) {
        var key = Places.GENERATED + name;
        var kept = stores.captures().find(order.onboarding(), maker.id(), roundOf(maker), key);
        if (kept.isEmpty()) {
            keep(maker, key, maker.work().generate().get(name));
            kept = stores.captures().find(order.onboarding(), maker.id(), roundOf(maker), key);
        }
        return stores.vault().reveal(kept.orElseThrow().secret(), Vault.Purpose.leg(order.onboarding(), order.leg().id()))
                .orElseThrow(() -> new LegRun.MissingData(place));
    }

    /** What is made for the leg itself is of the run's round, of another leg what that has in its present one. */
    private int roundOf(Leg maker) {
        return maker.id().equals(order.leg().id()) ? round
                : stores.legs().find(new LegKey(order.onboarding(), maker.id())).orElseThrow().round();
    }

    private void keep(Leg maker, String key, Generator what) {
        try (var made = GeneratedKey.made(what)) {
            stores.captures().keepSecret(order.onboarding(), order.tpp(), maker.id(), roundOf(maker), key, made, null);
        }
    }
}
