package io.portolan.bankapi;

import io.portolan.leg.Filled;
import io.portolan.leg.LegRun;
import io.portolan.playbook.Places;
import io.portolan.playbook.Template;
import io.portolan.vault.Secret;
import java.util.HashMap;
import java.util.Map;

/**
 * Fills the templates of one call.
 *
 * @param token the access token, or null
 * @param instead what stands in the place of our own values, for a call that has to fail
 */
record Filling(LegRun run, Secret token, Map<String, Filled> instead) {

    Filling(LegRun run) {
        this(run, null, Map.of());
    }

    /** The same with further values. */
    Filling with(Map<String, Filled> further) {
        var all = new HashMap<>(instead);
        all.putAll(further);
        return new Filling(run, token, all);
    }

    /** The same with an access token. */
    Filling with(Secret given) {
        return new Filling(run, given, instead);
    }

    /**
     * Fills the address of a call: what a bank has handed out stays one part of it, whatever its characters (RFC 3986, section 2.1). Over
     * mutual TLS the bank's alias is taken where it has one (RFC 8705, section 5).
     */
    Filled fillAddress(Template address, boolean isOverMutualTls) {
        var hidden = new boolean[1];
        var text = address.filledAsAddress((place, isPart) -> {
            var alias = isOverMutualTls ? Discovery.alias(place) : place;
            var filled = fill(new Template("{{" + (instead.containsKey(alias) ? alias : place) + "}}"));
            hidden[0] |= filled.hidden();
            // what people tell us may well be several parts of a path
            return isPart && !place.startsWith(Places.ASK) ? Calls.encoded(filled.text()).replace("+", "%20") : filled.text();
        });
        return new Filled(text, hidden[0]);
    }

    Filled fill(Template template) {
        var places = template.places();
        if (!places.contains(Places.TOKEN) && places.stream().noneMatch(instead::containsKey)) {
            return run.fill(template);
        }
        var hidden = new boolean[1];
        var text = template.filled(place -> {
            if (instead.containsKey(place)) {
                hidden[0] |= instead.get(place).hidden();
                return instead.get(place).text();
            }
            if (place.equals(Places.TOKEN)) {
                hidden[0] = true;
                return tokenText(place);
            }
            var filled = run.fill(new Template("{{" + place + "}}"));
            hidden[0] |= filled.hidden();
            return filled.text();
        });
        return new Filled(text, hidden[0]);
    }

    private String tokenText(String place) {
        if (token == null) {
            throw new LegRun.MissingData(place);
        }
        return token.reveal(CharSequence::toString);
    }
}
