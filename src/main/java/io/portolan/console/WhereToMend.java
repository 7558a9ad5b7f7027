package io.portolan.console;

import static io.portolan.console.Messages.say;

import io.portolan.onboarding.Preflight;
import io.portolan.onboarding.PreflightReport.Finding;
import java.util.Map;
import org.springframework.web.util.UriComponentsBuilder;

/** The page on which something that pre-flight has found is put right, with the words of the link to it. */
record WhereToMend(String text, String link) {

    private static final Map<String, String> PARTS = Map.of("signatory", "part-signatories", "address", "part-addresses", "contact", "part-contacts",
            "business-contact", "part-contacts", "technical-contact", "part-contacts", "incident-contact", "part-contacts");
    private static final Map<String, String> FIELDS = Map.of("trading-names", "furtherTradingNames", "country-name", "country");

    /** Where it is, or null where no page of ours can mend it. */
    static WhereToMend of(Finding finding, Preflight.Looked looked) {
        var tpp = path("/tpps/{id}", looked.tpp());
        return switch (finding.subject()) {
            case ROLE -> new WhereToMend(say("onboarding.change-the-roles"), tpp + "/edit#f-roles");
            case PASSPORT -> new WhereToMend(say("onboarding.change-the-passports"), tpp + "/edit#f-passportedTo");
            case PROFILE -> new WhereToMend(say("onboarding.change-it-in-the-profile"), tpp + "/edit#" + field(finding.about()));
            case APPLICATION -> new WhereToMend(say("onboarding.change-the-application"), tpp + "/edit#part-applications");
            case REDIRECT_URI -> new WhereToMend(say("onboarding.add-a-redirect-uri"), tpp + "/edit#part-applications");
            case CONTACT -> new WhereToMend(say("onboarding.change-the-contacts"), tpp + "/edit#" + part(finding.about()));
            case DOCUMENT -> new WhereToMend(say("onboarding.see-the-documents"), tpp + "#documents");
            case CERTIFICATE -> new WhereToMend(say("onboarding.see-the-certificates"), "/certificates");
            case FACT -> fact(finding.about(), looked);
            case BANK -> null;
            case BRANCH -> new WhereToMend(say("onboarding.choose-another-branch"), "#branch");
            case ONBOARDING -> new WhereToMend(say("onboarding.see-that-onboarding"), path("/onboardings/{id}", finding.about()));
            case REGISTRATION -> registration(finding, looked);
            case PORTAL -> null;
        };
    }

    /** A fact that each branch has of its own has a box for each; where no branch is chosen, all of them are shown. */
    private static WhereToMend fact(String name, Preflight.Looked looked) {
        var isOfBranch = looked.factsByBranch().contains(name);
        var page = UriComponentsBuilder.fromPath("/banks/{bank}/environments/{environment}/facts");
        return new WhereToMend(say("onboarding.supply-it"), isOfBranch && looked.branch() == null ? page.encode().buildAndExpand(looked.bank(), looked.environment()).toUriString()
                : page.fragment("{fact}").encode().buildAndExpand(looked.bank(), looked.environment(),
                        FactsPage.box(name, isOfBranch ? looked.branch() : null)).toUriString());
    }

    private static WhereToMend registration(Finding finding, Preflight.Looked looked) {
        return switch (finding.code()) {
            case "already-registered", "unique-value-used" -> new WhereToMend(say("onboarding.see-that-registration"), path("/registrations/{id}", finding.about()));
            case "registration-suspended", "services-added" -> new WhereToMend(say("onboarding.see-the-registrations"), "/registrations");
            default -> new WhereToMend(say("onboarding.see-what-stands-in-the"), UriComponentsBuilder.fromPath("/onboardings/new").queryParam("tpp", "{tpp}")
                    .queryParam("bank", "{bank}").encode().buildAndExpand(looked.tpp(), finding.about()).toUriString());
        };
    }

    /** The field of the form for what playbooks call by this name, or the part of it that has it. */
    private static String field(String name) {
        var first = name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
        return PARTS.containsKey(first) ? part(first) : TppFields.id(FIELDS.getOrDefault(name, camel(name)));
    }

    private static String part(String name) {
        return PARTS.getOrDefault(name, "part-company");
    }

    private static String camel(String name) {
        var text = new StringBuilder();
        for (var word : name.split("-")) {
            text.append(text.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return text.toString();
    }

    private static String path(String template, String value) {
        return UriComponentsBuilder.fromPath(template).encode().buildAndExpand(value).toUriString();
    }
}
