package io.portolan.console;

import io.portolan.playbook.Environment;
import io.portolan.playbook.Leg;
import io.portolan.playbook.LegInWords;
import io.portolan.playbook.Needs;
import io.portolan.playbook.Playbook;
import io.portolan.playbook.Playbooks;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A bank as the pages show it, with its ways in told in plain words. */
record BankView(String id, String name, String country, List<String> bics, String group, String standard, String sca, String access,
        String automation, String confidence, String checkedOn, String version, List<String> needs,
        List<EnvironmentView> environments, List<Playbook.Document> documents, List<Playbook.Quirk> quirks, List<String> sources,
        boolean asksForFacts) {

    /** An environment with its ways in. */
    record EnvironmentView(String name, boolean isLive, String baseUrl, List<RouteView> routes) { }

    /** A way in. */
    record RouteView(String name, boolean isOnlyOne, List<LegLine> legs) { }

    /** A leg in plain words. */
    record LegLine(String title, String stage, String means, String meansLabel, String onlyFor, String waits, String brings) { }

    static BankView of(Playbooks.Versioned version) {
        var p = version.playbook();
        return new BankView(p.bank(), p.name(), p.bank().substring(0, 2).toUpperCase(Locale.ROOT), list(p.bics()), p.group(),
                p.standard() == null ? null : (p.standard().family() + " " + (p.standard().version() == null ? "" : p.standard().version())).strip(),
                p.sca() == null || p.sca().approaches() == null ? null
                        : p.sca().approaches().stream().map(Wording::word).collect(Collectors.joining(", ")),
                p.access(), automation(p), Wording.sentence(p.confidence()), p.checkedOn() == null ? null : p.checkedOn().toString(),
                version.shortHash(), needs(p.needs()),
                p.environments().entrySet().stream().map(e -> environment(e.getKey(), e.getValue())).toList(),
                list(p.documents()), list(p.quirks()), list(p.sources()), !p.ask().isEmpty());
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
        if (needs != null) {
            list(needs.certificates()).forEach(c -> sentences.add("A " + (c.kind().name().equals("QSEALC") ? "QSealC" : c.kind().name())
                    + (list(c.uses()).isEmpty() ? "" : " for " + c.uses().stream().map(BankView::use).collect(Collectors.joining(" and "))) + where(c)));
            list(needs.tpp()).forEach(field -> sentences.add("Our " + field.replace('-', ' ')));
            list(needs.registrations()).forEach(r -> sentences.add("A registration at " + r.unit()));
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

    private static EnvironmentView environment(String name, Environment environment) {
        return new EnvironmentView(name, environment.kind() == Environment.Kind.LIVE, environment.baseUrl(),
                environment.routes().stream().map(route -> new RouteView(route.name(), environment.routes().size() == 1,
                        route.legs().stream().map(BankView::leg).toList())).toList());
    }

    private static LegLine leg(Leg leg) {
        return new LegLine(leg.title(), leg.stage() == null ? "" : Wording.of(leg.stage()), Wording.word(leg.by()),
                Wording.of(leg.by()), leg.onlyFor() == null || leg.onlyFor().isEmpty() ? null : "only for " + Wording.joined(leg.onlyFor()), LegInWords.usualWait(leg), LegInWords.brought(leg));
    }

    private static <T> List<T> list(List<T> items) {
        return items == null ? List.of() : items;
    }
}
