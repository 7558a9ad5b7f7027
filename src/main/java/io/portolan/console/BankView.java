package io.portolan.console;

import static io.portolan.console.Messages.say;

import io.portolan.onboarding.FindBanks;
import io.portolan.playbook.Needs;
import io.portolan.playbook.Playbook;
import io.portolan.playbook.Procedure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A bank as its page tells of it, like a briefing to whoever is to get in there. */
record BankView(String id, String name, String countries, List<String> bics, String group, String standard, String sca, String access,
        String automation, String confidence, String checkedOn, boolean isToRecheck, String version, String startsWith, List<BadgeView> states, List<String> needs,
        String uniqueBy, List<BankWays.EnvironmentView> environments, List<Section> procedures, List<Playbook.Quirk> quirks, List<ContactLine> contacts, String testData,
        List<String> branches, String serviceNames, List<Playbook.Document> documents, List<String> sources) {

    /** Facts under a heading, each with its name. */
    record Section(String title, List<Map.Entry<String, String>> facts) { }

    /** Somebody at the bank. */
    record ContactLine(String role, String name, String eMail, String phone, String url) { }

    static BankView of(FindBanks.Found found) {
        var p = found.version().playbook();
        return new BankView(p.bank(), p.name(), BanksView.countries(found.entry()), list(p.bics()), p.group(),
                standard(p.standard()),
                sca(p.sca()), p.access(), automation(p), Wording.sentence(p.confidence()), String.valueOf(p.checkedOn()), found.recheck(), found.version().shortHash(),
                p.firstEnvironment(), BanksView.badges(found.states()), needs(p.needs()), p.uniqueBy() == null ? null : Wording.sentence(p.uniqueBy()),
                new BankWays(p).environments(), p.procedures().entrySet().stream().map(each -> section(each.getKey(), each.getValue())).toList(), list(p.quirks()),
                contacts(p.contacts()), p.testData(), BankWays.branches(p.branches()), serviceNames(p), list(p.documents()), list(p.sources()));
    }

    static String standard(Playbook.Standard standard) {
        return standard == null ? null : (BanksView.family(standard.family()) + " " + (standard.version() == null ? "" : standard.version())).strip();
    }

    static List<ContactLine> contacts(Map<String, Playbook.Contact> contacts) {
        return contacts.entrySet().stream().map(each -> new ContactLine(Wording.sentence(each.getKey()), each.getValue().name(), each.getValue().eMail(),
                each.getValue().phone(), each.getValue().url())).toList();
    }

    static String sca(Playbook.Sca sca) {
        if (sca == null) {
            return null;
        }
        var approaches = list(sca.approaches()).stream().map(Wording::word).collect(Collectors.joining(", "));
        return approaches + (sca.oauth2() == null ? "" : say("bank.oauth-2-0", (approaches.isEmpty() ? "" : "; "), Wording.word(sca.oauth2()).replace('-', ' ')));
    }

    private static String serviceNames(Playbook playbook) {
        return playbook.serviceNames().entrySet().stream().map(each -> say("bank.is-called", each.getKey(), each.getValue())).collect(Collectors.joining(", "));
    }

    static Section section(Procedure.Kind kind, Procedure procedure) {
        var facts = new ArrayList<Map.Entry<String, String>>();
        add(facts, say("bank.how"), procedure.mode());
        add(facts, say("bank.overlap"), procedure.overlap());
        add(facts, say("bank.downtime"), procedure.downtime());
        add(facts, say("bank.consents"), procedure.consentImpact());
        add(facts, say("bank.lead-time"), procedure.leadTime());
        add(facts, say("bank.whom-to-ask"), procedure.contact());
        add(facts, say("bank.route-2"), procedure.route());
        return new Section(Wording.sentence(kind), facts);
    }

    private static void add(List<Map.Entry<String, String>> facts, String name, String fact) {
        if (fact != null && !fact.isBlank()) {
            facts.add(Map.entry(name, fact.strip()));
        }
    }

    private static String automation(Playbook playbook) {
        if (playbook.automation() == null) {
            return say("bank.not-known-whether-it-may");
        }
        return switch (playbook.automation()) {
            case PERMITTED -> say("bank.the-portal-may-be-automated");
            case UNKNOWN -> say("bank.not-known-whether-the-portal");
            case FORBIDDEN -> say("bank.the-portals-terms-forbid-automation");
        };
    }

    private static List<String> needs(Needs needs) {
        var sentences = new ArrayList<String>();
        needs.certificates().forEach(c -> sentences.add("A " + Wording.certificate(c.kind())
                + (list(c.uses()).isEmpty() ? "" : say("bank.for", c.uses().stream().map(BankView::use).collect(Collectors.joining(say("bank.and")))))
                + (c.maxRsaBits() == null ? "" : say("bank.with-an-rsa-key-of", c.maxRsaBits())) + (list(c.issuers()).isEmpty() ? "" : say("bank.issued-by", String.join(say("bank.or"), c.issuers())))
                + where(c)));
        needs.tpp().forEach(field -> sentences.add(say("bank.our", field.replace('-', ' '))));
        needs.registrations().forEach(r -> sentences.add(say("bank.a-registration-at", r.unit(), r.environment())));
        if (!needs.passports().isEmpty()) {
            sentences.add(say("bank.a-licence-that-is-passported", String.join(", ", needs.passports())));
        }
        return sentences;
    }

    private static String where(Needs.NeededCertificate needed) {
        var where = new ArrayList<String>();
        if (!needed.within().isEmpty()) {
            where.add(say("bank.in", String.join(say("bank.and"), needed.within())));
        }
        if (!needed.routes().isEmpty()) {
            where.add(say("bank.by-the-route", String.join(say("bank.or"), needed.routes())));
        }
        if (!needed.onlyFor().isEmpty()) {
            where.add(say("bank.for-2", Wording.joined(needed.onlyFor())));
        }
        return where.isEmpty() ? "" : say("bank.only", String.join(", ", where));
    }

    private static String use(Needs.Use use) {
        return switch (use) {
            case TLS -> "TLS";
            case SIGNATURE -> "signatures";
            case UPLOAD -> "upload";
            case MAIL -> "mail";
        };
    }

    private static <T> List<T> list(List<T> items) {
        return items == null ? List.of() : items;
    }
}
