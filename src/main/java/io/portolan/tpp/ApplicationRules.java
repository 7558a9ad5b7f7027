package io.portolan.tpp;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Checks the applications of a profile. */
final class ApplicationRules {

    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
    private static final int LONGEST_DESCRIPTION = 4_000;

    private ApplicationRules() {
    }

    static void check(FieldChecks checks, String field, String label, TppProfile.Application application, TppProfile profile) {
        checks.id(field, "The label of an application", label);
        checks.required(field + ".name", application.name(), "The application " + label + " has no name: it is what account holders read at the bank.");
        checks.text(field + ".name", application.name(), ProfileRules.NAME);
        checks.text(field + ".description", application.description(), LONGEST_DESCRIPTION);
        byLanguage(checks, field + ".names", application.names(), ProfileRules.NAME);
        byLanguage(checks, field + ".descriptions", application.descriptions(), LONGEST_DESCRIPTION);
        checks.text(field + ".platform", application.platform(), ProfileRules.NAME);
        checks.text(field + ".type", application.type(), ProfileRules.NAME);
        checks.text(field + ".language", application.language(), ProfileRules.NAME);
        application.redirectUris().forEach((environment, uris) -> RedirectUris.check(checks, field + ".redirectUris." + environment, environment, uris));
        checks.webAddress(field + ".termsUrl", application.terms(), true);
        checks.webAddress(field + ".privacyUrl", application.privacy(), true);
        checks.needs(application.logo() == null || FieldChecks.ID.matcher(application.logo()).matches(), field + ".logo",
                "The logo is the name of one of the documents, such as logo.");
        var madeFor = application.madeFor();
        checks.needs(madeFor == null || profile.details().parties().containsKey(madeFor), field + ".madeFor", "There is no agent or customer \"" + madeFor
                + "\" in this profile" + (profile.details().parties().isEmpty() ? "; leave it empty for the TPP itself." : ", only "
                        + String.join(", ", profile.details().parties().keySet()) + "."));
    }

    private static void byLanguage(FieldChecks checks, String field, Map<String, String> words, int longest) {
        words.forEach((language, text) -> {
            checks.needs(LANGUAGES.contains(language), field, "\"" + language + "\" is no language: two small letters of ISO 639-1, such as de.");
            checks.text(field, text, longest);
        });
    }
}
