package io.portolan.onboarding;

import io.portolan.leg.SampleOrders;
import io.portolan.onboarding.AskedRoute.AskedLeg;
import io.portolan.onboarding.PreflightReport.Finding;
import io.portolan.playbook.LegAsked;
import io.portolan.playbook.MeansName;
import io.portolan.playbook.Playbooks;
import io.portolan.playbook.Service;
import io.portolan.tpp.SampleTpp;
import io.portolan.tpp.Tpp;
import io.portolan.tpp.TppProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Wishes and routes for the checks of pre-flight. */
final class SampleRoutes {

    static final Instant NOW = Instant.now();
    static final String LEG = "- {id: a, stage: sign-up, by: operator, title: Ask, instruct: Do it.}\n";

    private SampleRoutes() { }

    /** A wish for AIS at a playbook with these further keys and these legs. */
    static Wish wish(String keys, String branch, String legs) {
        return wish(keys, branch, legs, "test", Set.of(Service.AIS));
    }

    /** A wish at a playbook whose live environments end in a proof that a person makes. */
    static Wish wish(String keys, String branch, String legs, String kind, Set<Service> services) {
        var proven = kind.startsWith("live") ? legs + "- {id: proof, stage: verify-access, by: operator, title: Prove it}\n" : legs;
        var yaml = SampleOrders.yaml("xx-paper", "base-url: https://bank.example\nhosts: [bank.example]\n", proven).replace("kind: test", "kind: " + kind) + keys;
        var playbook = SampleOrders.playbook("xx-paper", yaml);
        var route = playbook.environments().get("sandbox").routes().get(0);
        return new Wish("lantern", new Playbooks.Versioned(playbook, "0".repeat(64), "xx-paper.yaml"), "sandbox", branch, TppProfile.MAIN, services, route);
    }

    /** The route as it is walked by machines where the playbook does not name a person. */
    static AskedRoute asked(Wish wish, Tpp tpp, Instant now) {
        return new AskedRoute(wish, tpp, wish.route().legs().stream().filter(wish::asks).map(leg -> new AskedLeg(LegAsked.of(leg, wish.services()),
                leg.by() == MeansName.OPERATOR)).toList(), now, Duration.ofDays(30));
    }

    static AskedRoute asked(Wish wish) {
        return asked(wish, SampleTpp.lantern(), NOW);
    }

    /** What a check says, errors first. */
    static List<Finding> found(PreflightCheck check, AskedRoute asked) {
        var findings = new PreflightFindings();
        check.check(asked, findings);
        return findings.report().findings();
    }

    /** The findings as severity and code. */
    static List<String> said(List<Finding> findings) {
        return findings.stream().map(finding -> finding.severity().name().toLowerCase(Locale.ROOT) + " " + finding.code()).toList();
    }

    /** The sample TPP with these roles, contacts and application in place of its own; null for as it is. */
    static Tpp lantern(Set<TppProfile.Role> roles, List<TppProfile.Contact> contacts, TppProfile.Application application) {
        var all = SampleTpp.lantern().profile();
        return new Tpp("lantern", new TppProfile(all.legalName(), all.tradingName(), all.legalForm(), all.country(), all.address(), all.website(), all.registerNumber(),
                all.vatNumber(), all.lei(), all.authority(), all.licenceNumber(), roles == null ? all.roles() : roles, all.passportedTo(),
                contacts == null ? all.contacts() : contacts, application == null ? all.applications() : Map.of(TppProfile.MAIN, application), all.details()));
    }
}
