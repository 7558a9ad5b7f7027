package io.portolan.console;

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
        return approaches + (sca.oauth2() == null ? "" : (approaches.isEmpty() ? "" : "; ") + "OAuth 2.0: " + Wording.word(sca.oauth2()).replace('-', ' '));
    }

    private static String serviceNames(Playbook playbook) {
        return playbook.serviceNames().entrySet().stream().map(each -> each.getKey() + " is called " + each.getValue()).collect(Collectors.joining(", "));
    }

    static Section section(Procedure.Kind kind, Procedure procedure) {
        var facts = new ArrayList<Map.Entry<String, String>>();
        add(facts, "How", procedure.mode());
        add(facts, "Overlap", procedure.overlap());
        add(facts, "Downtime", procedure.downtime());
        add(facts, "Consents", procedure.consentImpact());
        add(facts, "Lead time", procedure.leadTime());
        add(facts, "Whom to ask", procedure.contact());
        add(facts, "Route", procedure.route());
        return new Section(Wording.sentence(kind), facts);
    }

    private static void add(List<Map.Entry<String, String>> facts, String name, String fact) {
        if (fact != null && !fact.isBlank()) {
            facts.add(Map.entry(name, fact.strip()));
        }
    }

    private static String automation(Playbook playbook) {
        if (playbook.automation() == null) {
            return "not known whether it may be automated";
        }
        return switch (playbook.automation()) {
            case PERMITTED -> "the portal may be automated";
            case UNKNOWN -> "not known whether the portal may be automated";
            case FORBIDDEN -> "the portal's terms forbid automation";
        };
    }

    private static List<String> needs(Needs needs) {
        var sentences = new ArrayList<String>();
        needs.certificates().forEach(c -> sentences.add("A " + Wording.certificate(c.kind())
                + (list(c.uses()).isEmpty() ? "" : " for " + c.uses().stream().map(BankView::use).collect(Collectors.joining(" and ")))
                + (c.maxRsaBits() == null ? "" : ", with an RSA key of " + c.maxRsaBits() + " bits at most") + (list(c.issuers()).isEmpty() ? "" : ", issued by " + String.join(" or ", c.issuers()))
                + where(c)));
        needs.tpp().forEach(field -> sentences.add("Our " + field.replace('-', ' ')));
        needs.registrations().forEach(r -> sentences.add("A registration at " + r.unit() + ", " + r.environment()));
        if (!needs.passports().isEmpty()) {
            sentences.add("A licence that is passported to " + String.join(", ", needs.passports()));
        }
        return sentences;
    }

    private static String where(Needs.NeededCertificate needed) {
        var where = new ArrayList<String>();
        if (!needed.within().isEmpty()) {
            where.add("in " + String.join(" and ", needed.within()));
        }
        if (!needed.routes().isEmpty()) {
            where.add("by the route " + String.join(" or ", needed.routes()));
        }
        if (!needed.onlyFor().isEmpty()) {
            where.add("for " + Wording.joined(needed.onlyFor()));
        }
        return where.isEmpty() ? "" : ", only " + String.join(", ", where);
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
