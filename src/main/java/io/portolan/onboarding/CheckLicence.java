package io.portolan.onboarding;

import static io.portolan.onboarding.PreflightReport.Subject.PASSPORT;
import static io.portolan.onboarding.PreflightReport.Subject.ROLE;

import io.portolan.playbook.Service;
import io.portolan.tpp.TppProfile.Role;
import java.util.Locale;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Whether the licence of the TPP is for these services, and for the countries that the bank names. */
@Component
@Order(1)
class CheckLicence implements PreflightCheck {

    @Override
    public void check(AskedRoute asked, PreflightFindings findings) {
        var profile = asked.tpp().profile();
        asked.wish().services().stream().sorted().forEach(service -> {
            var role = role(service);
            if (profile.roles().contains(role)) {
                findings.fine(ROLE, "role-held", role.name(), "For " + service + " the TPP has the role " + role + ".");
            } else {
                findings.error(ROLE, "role-missing", "roles", "For " + service + " the TPP needs the role " + role + ", which its licence does not have.");
            }
        });
        asked.wish().playbook().playbook().needs().passports().forEach(country -> {
            var name = new Locale("", country).getDisplayCountry(Locale.ENGLISH) + " (" + country + ")";
            if (country.equals(profile.country()) || profile.passportedTo().contains(country)) {
                findings.fine(PASSPORT, "passport-held", country, "The licence counts in " + name + ".");
            } else {
                findings.error(PASSPORT, "passport-missing", country, "This bank takes only TPPs whose licence is passported to " + name
                        + ", which the TPP's profile does not list.");
            }
        });
    }

    /** The role that a service takes (PSD2, annex I; ETSI TS 119 495, clause 5.1). */
    static Role role(Service service) {
        return switch (service) {
            case AIS -> Role.PSP_AI;
            case PIS -> Role.PSP_PI;
            case CAF -> Role.PSP_IC;
        };
    }
}
