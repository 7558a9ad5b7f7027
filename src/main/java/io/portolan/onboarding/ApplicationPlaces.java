package io.portolan.onboarding;

import io.portolan.tpp.TppDetails;
import io.portolan.tpp.TppProfile;
import io.portolan.tpp.TppProfile.Application;
import java.util.Optional;

/** The fields of an application by the names that playbooks give them. */
final class ApplicationPlaces {

    private static final String NAME = "name.";
    private static final String DESCRIPTION = "description.";
    private static final String MADE_FOR = "made-for.";

    private ApplicationPlaces() { }

    static Optional<String> text(TppProfile profile, Application application, String field) {
        if (field.startsWith(NAME)) {
            return Optional.ofNullable(application.names().getOrDefault(field.substring(NAME.length()), application.name()));
        }
        if (field.startsWith(DESCRIPTION)) {
            return Optional.ofNullable(application.descriptions().getOrDefault(field.substring(DESCRIPTION.length()), application.description()));
        }
        if (field.startsWith(MADE_FOR)) {
            var party = application.madeFor() == null ? ourselves(profile) : profile.details().parties().get(application.madeFor());
            return Optional.ofNullable(party).map(whom -> party(whom, field.substring(MADE_FOR.length())));
        }
        return Optional.ofNullable(switch (field) {
            case "name" -> application.name();
            case "description" -> application.description();
            case "platform" -> application.platform();
            case "type" -> application.type();
            case "language" -> application.language();
            case "terms-url" -> application.terms() == null ? profile.details().terms() : application.terms();
            case "privacy-url" -> application.privacy() == null ? profile.details().privacy() : application.privacy();
            default -> null;
        });
    }

    private static TppDetails.Party ourselves(TppProfile profile) {
        return new TppDetails.Party(null, profile.legalName(), profile.country(), profile.registerNumber(), profile.licenceNumber(), profile.website(), null, null);
    }

    private static String party(TppDetails.Party party, String field) {
        return switch (field) {
            case "legal-name" -> party.legalName();
            case "country" -> party.country();
            case "register-number" -> party.registerNumber();
            case "authorisation-number" -> party.authorisationNumber();
            case "website" -> party.website();
            default -> null;
        };
    }
}
