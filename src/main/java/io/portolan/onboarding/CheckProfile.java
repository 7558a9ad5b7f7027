package io.portolan.onboarding;

import static io.portolan.onboarding.PreflightReport.Subject.APPLICATION;
import static io.portolan.onboarding.PreflightReport.Subject.BANK;
import static io.portolan.onboarding.PreflightReport.Subject.PROFILE;

import io.portolan.certificate.PublicKeys;
import io.portolan.onboarding.PreflightReport.Subject;
import io.portolan.tpp.Tpps;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Whether the profile of the TPP and of its application has what the bank asks for, and what the legs really fill in. */
@Component
@Order(5)
class CheckProfile implements PreflightCheck {

    private static final String TPP = "tpp.";
    private static final String APPLICATION_PLACE = "application.";
    private static final String JWKS = "tpp.jwks-uri";
    /** What others look at. */
    private static final Set<String> ELSEWHERE = Set.of("tpp.logo", "application.logo", "application.logo-base64", "application.redirect-uri", "application.redirect-uris");

    private final Tpps tpps;
    private final PublicKeys keys;

    CheckProfile(Tpps tpps, PublicKeys keys) {
        this.tpps = tpps;
        this.keys = keys;
    }

    @Override
    public void check(AskedRoute asked, PreflightFindings findings) {
        var seen = new HashSet<String>();
        asked.wish().playbook().playbook().needs().tpp().forEach(field -> {
            seen.add(TPP + field);
            needed(field, asked, findings);
        });
        asked.filledByMachines().forEach((place, legs) -> {
            if (isHere(place) && seen.add(place)) {
                used(place, legs, true, asked, findings);
            }
        });
        asked.shownToPeople().forEach((place, legs) -> {
            if (isHere(place) && seen.add(place)) {
                used(place, legs, false, asked, findings);
            }
        });
        if (asked.filledByMachines().containsKey(JWKS)) {
            publicAddress(asked, findings);
        }
    }

    private static boolean isHere(String place) {
        return (place.startsWith(TPP) || place.startsWith(APPLICATION_PLACE)) && !ELSEWHERE.contains(place) && !place.equals(JWKS);
    }

    private void needed(String field, AskedRoute asked, PreflightFindings findings) {
        var text = field.equals("logo") ? Optional.ofNullable(asked.tpp().profile().details().logo()).filter(name -> tpps.document(asked.tpp().id(), name).isPresent())
                : TppPlaces.text(asked.tpp().profile(), field, asked.today());
        text.filter(found -> !found.isBlank()).ifPresentOrElse(found -> there(PROFILE, field, found, findings),
                () -> findings.error(PROFILE, "tpp-field-missing", field, "This bank asks for " + field + ", which the TPP's profile does not have."));
    }

    private static void used(String place, List<String> legs, boolean byMachine, AskedRoute asked, PreflightFindings findings) {
        var isOfTpp = place.startsWith(TPP);
        var field = place.substring(place.indexOf('.') + 1);
        var application = asked.tpp().profile().applications().get(asked.wish().application());
        if (!isOfTpp && application == null) {
            return;
        }
        var subject = isOfTpp ? PROFILE : APPLICATION;
        var code = isOfTpp ? "tpp-field-missing" : "application-field-missing";
        var whose = isOfTpp ? "the TPP's profile" : "the application " + asked.wish().application();
        var text = isOfTpp ? TppPlaces.text(asked.tpp().profile(), field, asked.today()) : ApplicationPlaces.text(asked.tpp().profile(), application, field);
        if (text.filter(found -> !found.isBlank()).isPresent()) {
            there(subject, field, text.get(), findings);
        } else if (byMachine) {
            findings.error(subject, code, field, AskedRoute.said(legs) + " asks for " + field + ", which " + whose + " does not have.");
        } else {
            findings.warning(subject, code, field, "A person who does " + AskedRoute.said(legs) + " needs " + field + ", which " + whose + " does not have.");
        }
    }

    private static void there(Subject subject, String field, String text, PreflightFindings findings) {
        findings.fine(subject, subject == PROFILE ? "tpp-field-there" : "application-field-there", field, text);
    }

    private void publicAddress(AskedRoute asked, PreflightFindings findings) {
        var legs = asked.filledByMachines().get(JWKS);
        keys.address(asked.wish().tpp(), asked.wish().certificatesFor()).ifPresentOrElse(
                address -> findings.fine(BANK, "public-address-there", "jwks-uri", "The bank finds our public keys at " + address + "."),
                () -> findings.error(BANK, "public-address-missing", "jwks-uri", AskedRoute.said(legs) + " tells the bank where our public keys are, and nobody has said"
                        + " under which address we are reached from outside: portolan.certificate.public-address."));
    }
}
