package io.portolan.bankapi;

import io.portolan.certificate.Certificate;
import io.portolan.certificate.Certificates;
import io.portolan.certificate.IdentityUses;
import io.portolan.leg.Filled;
import io.portolan.leg.FormText;
import io.portolan.leg.JsonText;
import io.portolan.leg.LegRun;
import io.portolan.leg.Outcome;
import io.portolan.playbook.CertificateKind;
import io.portolan.playbook.JsonBody;
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
            // what people tell us, and what a playbook says of a branch, may well be several parts of a path
            var isWritten = place.startsWith(Places.ASK) || place.startsWith(Places.BRANCH);
            return isPart && !isWritten ? FormText.encoded(filled.text()).replace("+", "%20") : filled.text();
        });
        return new Filled(text, hidden[0]);
    }

    /** Our certificate of this kind for the environment of the run, which is used in this manner; a stop where there is none. */
    Certificate certificate(CertificateKind kind, Certificates certificates, IdentityUses.Manner manner) {
        var order = run.order();
        var place = new IdentityUses.Place(order.onboarding(), order.tpp(), order.playbook().bank(), order.environmentName());
        return certificates.use(place, Certificate.Kind.valueOf(kind.name()), order.certificatesFor(), manner)
                .orElseThrow(() -> new Stopped(Outcome.Reason.MISSING_DATA, "There is no valid " + kind + " of " + order.tpp()
                        + " for " + order.certificatesFor() + " environments. Please add one.", null));
    }

    /** Our certificate of this kind whose key signs; a stop where there is none, or its key is somewhere else. */
    Certificate signer(CertificateKind kind, Certificates certificates) {
        var found = certificate(kind, certificates, IdentityUses.Manner.SIGNATURE);
        if (!found.hasKey()) {
            throw withoutKey(found, "sign this request", null);
        }
        return found;
    }

    /** What only the holder of a key can do, who is a person then. */
    static Stopped withoutKey(Certificate certificate, String what, String request) {
        return new Stopped(Outcome.Reason.MISSING_DATA, "The key of our " + certificate.kind().said() + " \"" + certificate.label() + "\" is not kept here, so Portolan cannot "
                + what + ". Please make the call where the key is, and say what the bank has answered.", request);
    }

    Filled fill(Template template) {
        var places = template.places();
        places.stream().filter(place -> place.startsWith(Places.DISCOVERED) && !instead.containsKey(place)).findFirst().ifPresent(place -> {
            throw new Stopped(Outcome.Reason.UNEXPECTED_ANSWER, "The bank's authorization server does not say what this leg needs to know of it."
                    + " Please look whether the playbook names the right one, or write what it does not say into the playbook.",
                    "It says nothing of its " + place.substring(Places.DISCOVERED.length()) + ".");
        });
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

    /** A JSON body as it is sent. */
    String sent(JsonBody body) {
        return JsonText.sent(body, run.order(), this::fill);
    }

    /** A JSON body as it may be kept. */
    String shown(JsonBody body) {
        return JsonText.shown(body, run.order(), this::fill);
    }

    private String tokenText(String place) {
        if (token == null) {
            throw new LegRun.MissingData(place);
        }
        return token.reveal(CharSequence::toString);
    }
}
