package io.portolan.onboarding;

import io.portolan.certificate.Certificate;
import io.portolan.certificate.Certificates;
import io.portolan.certificate.SigningKeys;
import io.portolan.playbook.ApiWork;
import io.portolan.playbook.CertificateKind;
import io.portolan.playbook.DocumentsAsked;
import io.portolan.playbook.Leg;
import io.portolan.playbook.Needs;
import io.portolan.playbook.NeedsAcross;
import io.portolan.playbook.Playbook;
import io.portolan.playbook.Playbooks;
import io.portolan.playbook.PortalWork;
import io.portolan.playbook.RegistrationWork;
import io.portolan.playbook.Service;
import io.portolan.playbook.WantedSignature;
import io.portolan.refusal.Refused;
import io.portolan.registration.Registrations;
import io.portolan.tpp.Tpp;
import io.portolan.tpp.TppProfile.Role;
import io.portolan.tpp.Tpps;
import java.security.interfaces.RSAKey;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Everything that is missing or wrong before an onboarding may start. */
@Component
public class Preflight {

    private final ReadRequest readRequest;
    private final Tpps tpps;
    private final Certificates certificates;
    private final Registrations registrations;
    private final JdbcOnboardings onboardings;
    private final Playbooks playbooks;
    private final Clock clock;

    Preflight(ReadRequest readRequest, Tpps tpps, Certificates certificates, Registrations registrations,
            JdbcOnboardings onboardings, Playbooks playbooks, Clock clock) {
        this.readRequest = readRequest;
        this.onboardings = onboardings;
        this.playbooks = playbooks;
        this.tpps = tpps;
        this.certificates = certificates;
        this.registrations = registrations;
        this.clock = clock;
    }

    /**
     * Something that was found.
     *
     * @param code stable, such as {@code certificate-missing}
     * @param about the field, certificate or fact that it is about
     * @param sentence what is wrong and what would be right
     */
    public record Finding(String code, String about, String sentence) { }

    /**
     * What is found for this TPP at this bank and environment, by the route that would be taken for account information and
     * payment initiation as far as the TPP's roles reach; empty where nothing stands in the way.
     */
    public List<Finding> of(String tpp, String bank, String environment) {
        var roles = tpps.find(tpp).map(found -> found.profile().roles()).orElse(Set.of());
        var services = new ArrayList<String>();
        if (roles.contains(Role.PSP_AI)) {
            services.add("AIS");
        }
        if (roles.contains(Role.PSP_PI)) {
            services.add("PIS");
        }
        return of(readRequest.readWithoutApplication(new StartRequest(tpp, bank, null, environment, null,
                services.isEmpty() ? List.of("AIS") : services, null)));
    }

    List<Finding> of(Wish wish) {
        var tpp = tpps.find(wish.tpp()).orElseThrow();
        var findings = new ArrayList<Finding>();
        wish.services().forEach(service -> role(service, tpp).ifPresent(findings::add));
        if (!tpp.profile().applications().containsKey(wish.application())) {
            findings.add(new Finding("application-missing", wish.application(),
                    "The TPP's profile does not say what application " + wish.application() + " is to be registered."));
        }
        branch(wish).ifPresent(findings::add);
        wish.route().legs().stream().filter(wish::asks).flatMap(leg -> DocumentsAsked.of(leg).stream()).distinct()
                .forEach(name -> document(name, tpp).ifPresent(findings::add));
        wish.route().legs().stream().filter(wish::asks).flatMap(leg -> WantedSignature.of(leg.work()).stream()).distinct()
                .forEach(wanted -> signature(wanted, wish).ifPresent(findings::add));
        var needs = wish.playbook().playbook().needs();
        if (needs != null) {
            (wish.environment().ownCertificates() ? List.<Needs.NeededCertificate>of() : needs.certificates()).stream()
                    .filter(needed -> needed.isFor(wish.environmentName(), wish.route().name(), wish.services())).forEach(needed -> findings.addAll(certificate(needed, wish, tpp)));
            needs.passports().forEach(country -> passport(country, tpp).ifPresent(findings::add));
            needs.tpp().forEach(field -> field(field, tpp).ifPresent(findings::add));
        }
        var circle = circle(wish);
        circle.ifPresent(findings::add);
        if (circle.isEmpty()) {
            wish.route().legs().stream().filter(wish::asks).map(Leg::work).filter(RegistrationWork.class::isInstance).map(RegistrationWork.class::cast)
                    .flatMap(needed -> elsewhere(needed, wish)).forEach(findings::add);
        }
        if (wish.environmentKind().equals("live") && findings.isEmpty() && callsByItself(wish) && Stream.of(CertificateKind.values()).allMatch(kind -> inUse(kind, wish).isEmpty())) {
            findings.add(new Finding("certificate-missing", "certificates",
                    "A live onboarding needs at least one certificate of ours that is valid now."));
        }
        return List.copyOf(findings);
    }

    /** People may begin without a certificate, such as at the directory that issues the first. */
    private static boolean callsByItself(Wish wish) {
        return wish.route().legs().stream().anyMatch(leg -> leg.work() instanceof ApiWork || leg.work() instanceof PortalWork);
    }

    private Optional<Finding> branch(Wish wish) {
        var branches = wish.playbook().playbook().branches();
        if (wish.branch() == null) {
            var each = !branches.isEmpty() && branches.values().stream().allMatch(known -> known.scope() == Playbook.Branch.Scope.REGISTRATION);
            return !each ? Optional.empty() : Optional.of(new Finding("branch-missing", "branch", "Each branch of this bank registers us by itself, so say"
                    + " which: " + String.join(", ", branches.keySet()) + "."));
        }
        var branch = branches.get(wish.branch());
        return branch == null || branch.closesOn() == null || LocalDate.now(clock).isBefore(branch.closesOn()) ? Optional.empty()
                : Optional.of(new Finding("branch-closed", wish.branch(), "The branch " + branch.name() + " has been closed since " + branch.closesOn() + "."));
    }

    private Optional<Finding> document(String name, Tpp tpp) {
        var document = tpps.document(tpp.id(), name);
        if (document.isEmpty()) {
            return Optional.of(new Finding("document-missing", name, "This bank asks for the document " + name + ", which the TPP's profile does not have."));
        }
        return document.filter(kept -> kept.isExpired(LocalDate.now(clock))).map(kept -> new Finding("document-expired", name, "This bank asks for the document " + name
                + ", and ours was good until " + kept.expiresOn() + " only."));
    }

    private static Optional<Finding> role(Service service, Tpp tpp) {
        var role = switch (service) {
            case AIS -> Role.PSP_AI;
            case PIS -> Role.PSP_PI;
            case CAF -> Role.PSP_IC;
        };
        return tpp.profile().roles().contains(role) ? Optional.empty() : Optional.of(new Finding("role-missing", "roles",
                "For " + service + " the TPP needs the role " + role + ", which its licence does not have."));
    }

    private Optional<Finding> circle(Wish wish) {
        var place = new NeedsAcross.Place(wish.playbook().playbook().bank(), wish.environmentName());
        var circle = new NeedsAcross(playbooks.all().stream().map(Playbooks.Versioned::playbook).toList()).circle(place);
        return circle.isEmpty() ? Optional.empty() : Optional.of(new Finding("needs-circle", place.bank(), "These wait for each other, so none of them"
                + " can begin: " + circle.stream().map(NeedsAcross.Place::toString).collect(Collectors.joining(" -> ")) + "."));
    }

    /** What a route leans on is there, under way, or can begin: what would stand in its way stands in the way here. */
    private Stream<Finding> elsewhere(RegistrationWork needed, Wish wish) {
        if (registrations.held(wish.tpp(), needed.unit(), null, needed.environment(), wish.application()).isPresent()
                || onboardings.running(wish.tpp(), needed.unit(), "", needed.environment(), wish.application()).isPresent()) {
            return Stream.empty();
        }
        try {
            return of(readRequest.readWithoutApplication(new StartRequest(wish.tpp(), needed.unit(), null, needed.environment(), wish.application(),
                    wish.services().stream().map(Enum::name).toList(), null))).stream().map(finding -> new Finding(finding.code(),
                            finding.about(), "At " + needed.unit() + ", " + needed.environment() + ", where this bank needs a registration: "
                                    + finding.sentence()));
        } catch (Refused refused) {
            return Stream.of(new Finding("registration-missing", needed.unit(), "This bank needs a registration at " + needed.unit() + ", "
                    + needed.environment() + ", and that cannot be started: " + refused.getMessage()));
        }
    }

    private static Optional<Finding> passport(String country, Tpp tpp) {
        var has = country.equals(tpp.profile().country()) || tpp.profile().passportedTo().contains(country);
        return has ? Optional.empty() : Optional.of(new Finding("passport-missing", country, "This bank takes only TPPs whose licence is passported to "
                + new Locale("", country).getDisplayCountry(Locale.ENGLISH) + " (" + country + "), which the TPP's profile does not list."));
    }

    private List<Finding> certificate(Needs.NeededCertificate needed, Wish wish, Tpp tpp) {
        var found = inUse(needed.kind(), wish);
        var name = needed.kind() == CertificateKind.QSEALC ? "QSealC" : needed.kind().name();
        if (found.isEmpty()) {
            return List.of(new Finding("certificate-missing", name, "This bank asks for a " + name + " for "
                    + (wish.certificatesFor().equals("live") ? "live" : "test") + " environments, and there is none that is valid now."));
        }
        var findings = new ArrayList<Finding>();
        var leaf = found.get().leaf();
        if (needed.maxRsaBits() != null && leaf.getPublicKey() instanceof RSAKey rsa && rsa.getModulus().bitLength() > needed.maxRsaBits()) {
            findings.add(new Finding("key-too-long", name, "This bank takes RSA keys of at most " + needed.maxRsaBits()
                    + " bits; that of the " + name + " has " + rsa.getModulus().bitLength() + "."));
        }
        if (!needed.issuers().isEmpty() && needed.issuers().stream().noneMatch(leaf.getIssuerX500Principal().getName()::contains)) {
            findings.add(new Finding("issuer-not-trusted", name, "This bank trusts only " + String.join(", ", needed.issuers())
                    + "; the " + name + " was issued by " + leaf.getIssuerX500Principal().getName() + "."));
        }
        needed.sameAsProfile().forEach(what -> AsInTheRegister.difference(what, found.get(), tpp.profile()).ifPresent(differs -> findings.add(new Finding(
                "certificate-differs", name, "This bank compares us with the register of licences: the " + name + " " + differs + "."))));
        return findings;
    }

    /** A route may want what no key of our certificate can give, and would find it out only when it signs. */
    private Optional<Finding> signature(WantedSignature wanted, Wish wish) {
        return wish.environment().ownCertificates() ? Optional.empty() : inUse(wanted.key(), wish).flatMap(found -> SigningKeys.unfit(wanted.algorithm(),
                found.leaf().getPublicKey()).map(why -> new Finding("key-cannot-sign", found.kind().said(), "This bank wants signatures by " + wanted.algorithm()
                        + ", for which our " + found.kind().said() + " has the wrong kind of key, " + why)));
    }

    private Optional<Certificate> inUse(CertificateKind kind, Wish wish) {
        return certificates.inUse(wish.tpp(), Certificate.Kind.valueOf(kind.name()), wish.certificatesFor(), wish.playbook().playbook().bank())
                .filter(certificate -> certificate.notAfter().isAfter(clock.instant()));
    }

    private Optional<Finding> field(String field, Tpp tpp) {
        var isThere = field.equals("logo") ? Optional.ofNullable(tpp.profile().details().logo()).flatMap(name -> tpps.document(tpp.id(), name)).isPresent()
                : TppPlaces.text(tpp.profile(), field, LocalDate.now(clock)).filter(text -> !text.isBlank()).isPresent();
        return isThere ? Optional.empty()
                : Optional.of(new Finding("tpp-field-missing", field, "This bank asks for " + field + ", which the TPP's profile does not have."));
    }
}
