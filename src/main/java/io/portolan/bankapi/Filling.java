package io.portolan.bankapi;

import io.portolan.certificate.Certificate;
import io.portolan.certificate.Certificates;
import io.portolan.leg.Filled;
import io.portolan.leg.LegRun;
import io.portolan.leg.Outcome;
import io.portolan.playbook.CertificateKind;
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

    /** Our certificate of this kind for the environment of the run; a stop where there is none. */
    Certificate certificate(CertificateKind kind, Certificates certificates) {
        var order = run.order();
        return certificates.inUse(order.tpp(), Certificate.Kind.valueOf(kind.name()), order.certificatesFor())
                .orElseThrow(() -> new Stopped(Outcome.Reason.MISSING_DATA, "There is no valid " + kind + " of " + order.tpp()
                        + " for " + order.certificatesFor() + " environments. Please add one.", null));
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
