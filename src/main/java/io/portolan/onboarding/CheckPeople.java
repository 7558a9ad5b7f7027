package io.portolan.onboarding;

import static io.portolan.onboarding.PreflightReport.Subject.CONTACT;

import io.portolan.tpp.TppProfile;
import io.portolan.tpp.TppProfile.Contact;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Whether the people whom the bank is given are still there when it has registered us. */
@Component
@Order(6)
class CheckPeople implements PreflightCheck {

    private static final Map<String, Contact.Kind> CONTACTS = Map.of("tpp.contact.", Contact.Kind.BANKS, "tpp.business-contact.", Contact.Kind.BUSINESS,
            "tpp.technical-contact.", Contact.Kind.TECHNICAL, "tpp.incident-contact.", Contact.Kind.INCIDENT);

    @Override
    public void check(AskedRoute asked, PreflightFindings findings) {
        var profile = asked.tpp().profile();
        asked.places().forEach((place, legs) -> {
            CONTACTS.forEach((before, kind) -> {
                if (place.startsWith(before)) {
                    profile.contact(kind, asked.today()).ifPresent(contact -> leaves(contact.firstName() + " " + contact.lastName(), contact.until(),
                            before.substring("tpp.".length(), before.length() - 1), asked, findings));
                }
            });
            if (place.startsWith("tpp.signatory.")) {
                signatory(profile, asked, findings);
            }
        });
    }

    private static void signatory(TppProfile profile, AskedRoute asked, PreflightFindings findings) {
        profile.details().signatories().stream().filter(one -> one.until() == null || !one.until().isBefore(asked.today())).findFirst()
                .ifPresent(one -> leaves(one.firstName() + " " + one.lastName(), one.until(), "signatory", asked, findings));
    }

    private static void leaves(String who, LocalDate until, String what, AskedRoute asked, PreflightFindings findings) {
        if (until != null && until.isBefore(AskedRoute.day(asked.shouldLastUntil()))) {
            findings.warning(CONTACT, "contact-leaves-soon", what, who + ", whom this bank is given, leaves on " + until + ". It has to be told of somebody else then.");
        }
    }
}
