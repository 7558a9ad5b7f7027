package io.portolan.onboarding;

import io.portolan.certificate.Certificate;
import io.portolan.certificate.CertificateForms;
import io.portolan.certificate.Certificates;
import io.portolan.journal.Act;
import io.portolan.journal.Journal;
import io.portolan.leg.LegQueue;
import io.portolan.leg.LegRecord;
import io.portolan.leg.LegState;
import io.portolan.playbook.Needs;
import io.portolan.playbook.Playbook;
import io.portolan.playbook.Route;
import io.portolan.playbook.Stage;
import io.portolan.refusal.Refused;
import io.portolan.registration.UniqueUses;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * What a bank takes for one registration only, ever: a certificate, a name, an organisation or an account. It counts as used from
 * the first act of creating an application or registering a client that cannot be taken back, and for good, a withdrawal included.
 */
@Component
class UniqueValues {

    private final Certificates certificates;
    private final UniqueUses uses;
    private final OnboardingOrders orders;
    private final LegQueue legs;
    private final Journal journal;

    UniqueValues(Certificates certificates, UniqueUses uses, OnboardingOrders orders, LegQueue legs, Journal journal) {
        this.certificates = certificates;
        this.uses = uses;
        this.orders = orders;
        this.legs = legs;
        this.journal = journal;
    }

    /**
     * Makes sure that no other registration has used it or is about to, until the transaction ends; a person who gives a reason may
     * go on all the same. Refuses with {@code unique-value-used}, naming the registration.
     */
    void claim(Wish wish, String onboarding, String despite, String actor) {
        usedBy(wish).ifPresent(used -> {
            if (despite == null || despite.isBlank() || !actor.startsWith("user:")) {
                throw Refused.conflict("unique-value-used", said(wish, used), Map.of("registration", used));
            }
            journal.write(Act.by(actor, onboarding, "unique-value-reused", "The registration " + used + " has used "
                    + said(uniqueBy(wish)) + "; started all the same: " + despite.strip()));
        });
    }

    /** The registration that has used it, or is about to. */
    Optional<String> usedBy(Wish wish) {
        return value(wish).flatMap(value -> uses.usedBy(wish.unit(), wish.environmentName(), uniqueBy(wish), value));
    }

    /** That this registration has used it, and what a person may do. */
    static String said(Wish wish, String used) {
        return "This bank takes " + said(uniqueBy(wish)) + " for one registration only, ever, and the registration " + used
                + " has used it. A person may start this all the same, with a reason.";
    }

    /** Keeps with the registration what it is made with. */
    void keep(Wish wish, String registration) {
        value(wish).ifPresent(value -> uses.madeWith(registration, uniqueBy(wish), value));
    }

    /** Says that it is used, if an act of this onboarding has used it. */
    void use(Onboarding onboarding) {
        var route = orders.route(onboarding);
        if (legs.of(onboarding.id()).stream().anyMatch(row -> hasUsed(row, route))) {
            uses.used(onboarding.registration());
        }
    }

    private static boolean hasUsed(LegRecord row, Route route) {
        var isRegistering = route.leg(row.leg()).map(leg -> leg.stage() == Stage.CREATE_APPLICATION || leg.stage() == Stage.REGISTER_CLIENT);
        return isRegistering.orElse(false) && (row.state() == LegState.DONE || row.intent() != null || row.happenedAt() != null);
    }

    private static Playbook.UniqueBy uniqueBy(Wish wish) {
        return wish.playbook().playbook().uniqueBy();
    }

    private static String said(Playbook.UniqueBy by) {
        return switch (by) {
            case CERTIFICATE -> "a certificate";
            case DN -> "the subject of a certificate";
            case ORGANISATION_ID -> "an organizationIdentifier";
            case PORTAL_ACCOUNT -> "a portal account";
        };
    }

    private Optional<String> value(Wish wish) {
        if (uniqueBy(wish) == null || !wish.isForAll()) {
            return Optional.empty();
        }
        if (uniqueBy(wish) == Playbook.UniqueBy.PORTAL_ACCOUNT) {
            var portal = wish.environment().portal();
            return Optional.of(wish.tpp() + "/" + (portal == null ? wish.unit() : portal.name()) + "/" + wish.environmentName());
        }
        var form = switch (uniqueBy(wish)) {
            case DN -> "subject-dn";
            case ORGANISATION_ID -> "organisation-id";
            default -> "fingerprint-sha256";
        };
        return kinds(wish).flatMap(kind -> certificates.inUse(wish.tpp(), kind, wish.certificatesFor(), wish.playbook().playbook().bank()).stream()).findFirst()
                .flatMap(certificate -> CertificateForms.form(certificate, form));
    }

    /** The certificate that the bank asks for first, or else any of ours. */
    private static Stream<Certificate.Kind> kinds(Wish wish) {
        return Stream.concat(wish.playbook().playbook().needs().certificates().stream()
                .filter(needed -> needed.isFor(wish.environmentName(), wish.route().name(), wish.services())).map(Needs.NeededCertificate::kind)
                .map(kind -> Certificate.Kind.valueOf(kind.name())), Stream.of(Certificate.Kind.values()));
    }
}
