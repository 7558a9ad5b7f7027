package io.portolan.worklist;

import io.portolan.leg.Captured;
import io.portolan.leg.Captures;
import io.portolan.leg.Filled;
import io.portolan.leg.LegOrder;
import io.portolan.leg.OurData;
import io.portolan.leg.Value;
import io.portolan.playbook.ListedPlaces;
import io.portolan.playbook.Places;
import io.portolan.playbook.Template;
import java.util.ArrayList;
import java.util.Optional;

/** What the places of a leg stand for, as far as a person may see it on a page: a secret is dots, each of which is shown by itself. */
final class SeenValues {

    private final Captures captures;
    private final OurData ourData;
    private final AccountsOfTasks accounts;

    SeenValues(Captures captures, OurData ourData, AccountsOfTasks accounts) {
        this.captures = captures;
        this.ourData = ourData;
        this.accounts = accounts;
    }

    /** The text, where we have all of it and nothing of it is secret. */
    Optional<String> text(Template template, LegOrder order) {
        var missing = new ArrayList<String>();
        var text = template.filled(place -> {
            if (value(place, order).orElse(null) instanceof Value.Plain plain) {
                return plain.text();
            }
            missing.add(place);
            return "";
        });
        return missing.isEmpty() ? Optional.of(text) : Optional.empty();
    }

    /** The text as it is sent, with dots for secrets, and words in brackets for what is not there before the call is made. */
    Filled shown(Template template, LegOrder order) {
        var hidden = new boolean[1];
        var text = template.filled(place -> {
            if (value(place, order).orElse(null) instanceof Value.Plain plain) {
                return plain.text();
            }
            var isSecret = isSecret(ListedPlaces.base(place), order);
            hidden[0] |= isSecret;
            return isSecret ? Filled.DOTS : "(" + inPlace(ListedPlaces.base(place), order) + ")";
        });
        return hidden[0] ? Filled.withDots(text) : new Filled(text, false);
    }

    /** Whether nothing can be said of it in this place: it is one secret, which is shown by itself, or one value that nobody has. */
    boolean isNothingOf(Template template, LegOrder order) {
        var place = template.isOnePlaceOf("") ? template.places().get(0) : null;
        return place != null && value(place, order).isEmpty() && !place.startsWith(Places.DISCOVERED) && !place.startsWith(Places.SIGNED) && !place.startsWith(Places.GENERATED);
    }

    private static String inPlace(String place, LegOrder order) {
        var name = place.substring(place.indexOf('.') + 1).replace('-', ' ').replace('.', ' ');
        if (place.startsWith(Places.DISCOVERED) && order.environment().authorizationServer() != null) {
            return "the " + name + " of " + order.environment().authorizationServer().issuer();
        }
        if (place.startsWith(Places.SIGNED)) {
            return "the signed " + name;
        }
        return place.startsWith(Places.GENERATED) ? "a new " + name : place.equals(Places.TOKEN) ? "access token" : name;
    }

    Optional<Value> value(String place, LegOrder order) {
        return held(ListedPlaces.base(place), order).map(value -> order.parted(place, value));
    }

    private Optional<Value> held(String place, LegOrder order) {
        if (place.equals(Places.LOGIN)) {
            return accounts.of(order).map(account -> new Value.Plain(account.login()));
        }
        var said = order.says(place);
        if (said.isPresent()) {
            return said.map(Value.Plain::new);
        }
        return place.startsWith(Places.CAPTURED) ? captured(place, order).filter(kept -> kept.secret() == null).map(kept -> new Value.Plain(kept.value()))
                : ourData.value(place, order);
    }

    private boolean isSecret(String place, LegOrder order) {
        return place.startsWith(Places.CAPTURED) && captured(place, order).filter(kept -> kept.secret() != null).isPresent();
    }

    private Optional<Captured> captured(String place, LegOrder order) {
        return captures.latest(order.onboarding(), place.substring(Places.CAPTURED.length()));
    }
}
