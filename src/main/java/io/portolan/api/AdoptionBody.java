package io.portolan.api;

import io.portolan.playbook.Playbook;
import io.portolan.playbook.Playbooks;
import io.portolan.playbook.Service;
import io.portolan.refusal.Refused;
import io.portolan.registration.Opening;
import io.portolan.registration.Registration;
import io.portolan.tpp.Tpp;
import io.portolan.tpp.TppProfile;
import io.portolan.tpp.Tpps;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** A registration that exists at the bank already, as a client tells it. */
record AdoptionBody(String tpp, String bank, String branch, String environment, String application,
        List<String> services) {

    Opening opening(Tpps tpps, Playbooks playbooks) {
        var missing = new LinkedHashMap<String, String>();
        need(missing, "tpp", tpp);
        need(missing, "bank", bank);
        need(missing, "environment", environment);
        if (services == null || services.isEmpty()) {
            missing.put("services", "is missing: one or more of AIS, PIS, CAF");
        }
        if (!missing.isEmpty()) {
            throw Refused.invalid("missing-values", "Missing: " + String.join(", ", missing.keySet()) + ".", missing);
        }
        var profile = tpps.find(tpp).map(Tpp::profile).orElseThrow(() -> Refused.notFound("unknown-tpp", "There is no TPP " + tpp + "."));
        var playbook = playbooks.current(bank).map(Playbooks.Versioned::playbook)
                .orElseThrow(() -> Refused.notFound("unknown-bank", "There is no bank " + bank + "."));
        if (!playbook.environments().containsKey(environment)) {
            var there = String.join(", ", playbook.environments().keySet());
            throw Refused.invalid("unknown-environment", bank + " has no environment " + environment + "; it has " + there + ".",
                    Map.of("environment", "one of " + there));
        }
        if (branch != null && (playbook.branches() == null || !playbook.branches().containsKey(branch))) {
            throw Refused.invalid("unknown-branch", bank + " has no branch " + branch + ".", Map.of("branch", "one of the bank's"));
        }
        var asked = new LinkedHashSet<Service>();
        services.forEach(word -> asked.add(Words.required(Service.class, "services", word)));
        var registersByItself = branch != null && playbook.branches().get(branch).scope() == Playbook.Branch.Scope.REGISTRATION;
        var label = application == null ? TppProfile.MAIN : application;
        return new Opening(tpp, bank, registersByItself ? branch : null, environment, label, asked, Registration.Method.ADOPTED, null, profile.madeFor(label));
    }

    private static void need(Map<String, String> missing, String field, String value) {
        if (value == null || value.isBlank()) {
            missing.put(field, "is missing");
        }
    }
}
