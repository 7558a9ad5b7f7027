package io.portolan.api;

import io.portolan.onboarding.FindBanks;
import io.portolan.playbook.Environment;
import io.portolan.playbook.KnownBank;
import io.portolan.playbook.Leg;
import io.portolan.playbook.NamedBank;
import io.portolan.playbook.Needs;
import io.portolan.playbook.Playbook;
import io.portolan.playbook.Playbooks;
import io.portolan.playbook.Procedure;
import io.portolan.playbook.Route;
import io.portolan.playbook.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What one bank asks, as data; of one without a playbook, what is known.
 *
 * @param states how we stand with it: none, under-way, tried, live, suspended or ended
 * @param recheck whether its facts were checked more than a year ago
 * @param named where a person has named it and no file knows of it, else null
 */
record BankDetail(String id, String name, String country, String playbookVersion, List<String> bics, String group,
        String automation, String confidence, LocalDate checkedOn, Standard standard, Sca sca, String access, Map<String, String> serviceNames,
        Map<String, Contact> contacts, List<Document> documents, String testData, NeedsView needs,
        Map<String, String> ask, Map<String, BranchView> branches, String uniqueBy,
        Map<String, EnvironmentView> environments, Map<String, ProcedureView> procedures, List<Quirk> quirks,
        List<String> sources, String portal, KnownView known, List<String> countries, List<String> states, boolean recheck, NamedView named) {

    /** Who has named a bank that stands in no file, and how often, when last and by whom that was corrected. */
    record NamedView(String by, Instant at, long version, String correctedBy, Instant correctedAt) { }

    record Standard(String family, String version) { }

    record Sca(List<String> approaches, String oauth2) { }

    record Contact(String name, String eMail, String phone, String url) { }

    record Document(String title, String url) { }

    record NeedsView(List<NeededCertificate> certificates, List<String> tpp, List<NeededRegistration> registrations, List<String> passports) { }

    record NeededCertificate(String kind, List<String> uses, Integer maxRsaBits, List<String> issuers, List<String> sameAsProfile,
            List<String> environments, List<String> routes, List<String> onlyFor) { }

    record NeededRegistration(String unit, String environment) { }

    record BranchView(String name, String scope, String country, LocalDate closesOn, List<String> alsoIn) { }

    record EnvironmentView(String kind, String baseUrl, String apiUrl, String portal, List<RouteView> routes) { }

    record RouteView(String name, List<LegItem> legs) { }

    record LegItem(String id, String stage, String title, String by, List<String> onlyFor, String instruct,
            String waitsFor, List<CaptureView> captures) { }

    record CaptureView(String name, String type, boolean secret, String credential) { }

    record ProcedureView(String mode, String overlap, String downtime, String consentImpact, String leadTime,
            String contact) { }

    record Quirk(String what, String why, String seen) { }

    static BankDetail of(FindBanks.Found found, NamedBank named) {
        return found.known() != null ? of(found, found.known(), named) : of(found, found.version());
    }

    private static BankDetail of(FindBanks.Found found, Playbooks.Versioned version) {
        var p = version.playbook();
        return new BankDetail(p.bank(), p.name(), BankView.country(p), version.hash(), p.bics(), p.group(),
                Words.of(p.automation()), Words.of(p.confidence()), p.checkedOn(),
                standard(p.standard()), sca(p.sca()), p.access(), names(p), contacts(p.contacts()), documents(p.documents()), p.testData(), needs(p.needs()), asked(p),
                map(p.branches(), b -> new BranchView(b.name(), Words.of(b.scope()), b.country(), b.closesOn(), b.alsoIn())),
                Words.of(p.uniqueBy()), map(p.environments(), BankDetail::environment), procedures(p.procedures()),
                quirks(p.quirks()), p.sources(), null, null, countries(found), Words.of(found.states()), found.recheck(), null);
    }

    private static List<String> countries(FindBanks.Found found) {
        return found.entry().countries().stream().sorted().toList();
    }

    /** What is known of a bank, with the generic route by which it can be started. */
    private static BankDetail of(FindBanks.Found found, KnownBank bank, NamedBank named) {
        var generic = found.version();
        return new BankDetail(bank.bank(), bank.name(), BankView.country(bank.bank()), generic.hash(), bank.bics(), bank.group(), null, Words.of(bank.confidence()),
                bank.checkedOn(), standard(bank.standard()), sca(bank.sca()), bank.access(), Map.of(), contacts(bank.contacts()), documents(bank.documents()),
                null, null, Map.of(), Map.of(), null, map(generic.playbook().environments(), BankDetail::environment), procedures(bank.procedures()),
                quirks(bank.quirks()), bank.sources(), bank.portal(), KnownView.of(bank), countries(found), Words.of(found.states()), found.recheck(),
                named == null ? null : new NamedView(named.namedBy(), named.namedAt(), named.version(), named.correctedBy(), named.correctedAt()));
    }

    private static Standard standard(Playbook.Standard standard) {
        return standard == null ? null : new Standard(standard.family(), standard.version());
    }

    private static Sca sca(Playbook.Sca sca) {
        return sca == null ? null : new Sca(list(sca.approaches(), Words::of), Words.of(sca.oauth2()));
    }

    private static Map<String, Contact> contacts(Map<String, Playbook.Contact> contacts) {
        return map(contacts, c -> new Contact(c.name(), c.eMail(), c.phone(), c.url()));
    }

    private static List<Document> documents(List<Playbook.Document> documents) {
        return list(documents, d -> new Document(d.title(), d.url()));
    }

    private static List<Quirk> quirks(List<Playbook.Quirk> quirks) {
        return list(quirks, q -> new Quirk(q.what(), q.why(), q.seen()));
    }

    private static Map<String, String> names(Playbook playbook) {
        var names = new LinkedHashMap<String, String>();
        playbook.serviceNames().forEach((service, name) -> names.put(service.name(), name));
        return names;
    }

    private static Map<String, String> asked(Playbook playbook) {
        var asked = new LinkedHashMap<String, String>();
        playbook.ask().forEach((name, fact) -> asked.put(name, fact.who()));
        return asked;
    }

    private static NeedsView needs(Needs needs) {
        return needs == null ? null : new NeedsView(
                list(needs.certificates(), c -> new NeededCertificate(Words.of(c.kind()), list(c.uses(), Words::of),
                        c.maxRsaBits(), c.issuers(), list(c.sameAsProfile(), Words::of), c.within(), c.routes(), Words.of(c.onlyFor()))),
                needs.tpp(), list(needs.registrations(), r -> new NeededRegistration(r.unit(), r.environment())), needs.passports());
    }

    private static EnvironmentView environment(Environment environment) {
        return new EnvironmentView(Words.of(environment.kind()), environment.baseUrl(), environment.apiUrl(),
                environment.portal() == null ? null : environment.portal().name(),
                list(environment.routes(), BankDetail::route));
    }

    private static RouteView route(Route route) {
        return new RouteView(route.name(), list(route.legs(), BankDetail::leg));
    }

    private static LegItem leg(Leg leg) {
        Span waits = leg.waiting() == null ? null : leg.waiting().forUpTo();
        return new LegItem(leg.id(), Words.of(leg.stage()), leg.title(), Words.of(leg.by()), Words.of(leg.onlyFor()),
                leg.instruct(), waits == null ? null : "up to " + waits,
                leg.captures().entrySet().stream().map(c -> new CaptureView(c.getKey(), Words.of(c.getValue().type()),
                        c.getValue().secret(), Words.of(c.getValue().credential()))).toList());
    }

    private static Map<String, ProcedureView> procedures(Map<Procedure.Kind, Procedure> procedures) {
        var views = new LinkedHashMap<String, ProcedureView>();
        if (procedures != null) {
            procedures.forEach((kind, p) -> views.put(Words.of(kind), view(p)));
        }
        return views;
    }

    private static ProcedureView view(Procedure p) {
        return new ProcedureView(p.mode(), p.overlap(), p.downtime(), p.consentImpact(), p.leadTime(), p.contact());
    }

    private static <S, T> List<T> list(List<S> items, Function<S, T> view) {
        return items == null ? List.of() : items.stream().map(view).toList();
    }

    private static <S, T> Map<String, T> map(Map<String, S> items, Function<S, T> view) {
        var views = new LinkedHashMap<String, T>();
        if (items != null) {
            items.forEach((key, item) -> views.put(key, view.apply(item)));
        }
        return views;
    }
}
