package io.portolan.onboarding;

import static io.portolan.onboarding.PreflightReport.Subject.CERTIFICATE;

import io.portolan.certificate.Certificate;
import io.portolan.certificate.Certificates;
import io.portolan.certificate.Finding;
import io.portolan.onboarding.AskedRoute.AskedLeg;
import io.portolan.playbook.CertificateKind;
import io.portolan.playbook.Needs;
import java.security.interfaces.RSAKey;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Whether the certificates that the bank or a leg asks for are there, valid for long enough, and as the bank wants them. */
@Component
@Order(3)
class CheckCertificates implements PreflightCheck {

    /** What pre-flight says of validity itself, and better, since it knows the waits. */
    private static final Set<String> OF_VALIDITY = Set.of("expired", "not-yet-valid", "ends-soon", "never-valid");

    private final Certificates certificates;

    CheckCertificates(Certificates certificates) {
        this.certificates = certificates;
    }

    @Override
    public void check(AskedRoute asked, PreflightFindings findings) {
        var wish = asked.wish();
        var inUse = new CertificatesInUse(certificates, wish, asked.now());
        if (wish.environment().ownCertificates()) {
            findings.fine(CERTIFICATE, "certificates-of-the-bank", wish.environmentName(), "The bank hands out its own certificates for this environment, so ours are not asked for.");
        } else {
            var needed = wish.playbook().playbook().needs().certificates().stream()
                    .filter(one -> one.isFor(wish.environmentName(), wish.route().name(), wish.services())).toList();
            needed.forEach(one -> inUse.valid(one.kind()).ifPresentOrElse(found -> there(one, found, asked, findings),
                    () -> missing(one.kind(), "This bank asks for a " + CertificatesInUse.said(one.kind()), inUse, findings)));
            used(asked).stream().filter(kind -> needed.stream().noneMatch(one -> one.kind() == kind)).forEach(kind ->
                    inUse.valid(kind).ifPresentOrElse(found -> there(new Needs.NeededCertificate(kind, List.of(), null, List.of(), List.of(), List.of(), List.of(), Set.of()), found, asked, findings),
                            () -> missing(kind, AskedRoute.said(asked.titles(leg -> leg.asked().certificates().contains(kind))) + " needs a "
                                    + CertificatesInUse.said(kind), inUse, findings)));
        }
        if (wish.environmentKind().equals("live") && Stream.of(CertificateKind.values()).allMatch(kind -> inUse.valid(kind).isEmpty())) {
            none(wish, findings);
        }
    }

    /** Nothing goes live without one (RTS (EU) 2018/389, Article 34), but for what hands out the first. */
    private static void none(Wish wish, PreflightFindings findings) {
        if (wish.environment().issuesCertificates()) {
            findings.warning(CERTIFICATE, "certificates-to-come", "certificates", "We have no certificate for live environments yet: this is where one is handed out.");
        } else {
            findings.error(CERTIFICATE, "certificate-missing", "certificates", "A live onboarding needs at least one QWAC or QSealC of ours (in the United Kingdom OBWAC or"
                    + " OBSEAL) that is valid now.");
        }
    }

    private static List<CertificateKind> used(AskedRoute asked) {
        return asked.legs().stream().filter(leg -> !leg.isByPerson()).map(AskedLeg::asked).flatMap(leg -> leg.certificates().stream()).distinct().sorted().toList();
    }

    private static void missing(CertificateKind kind, String who, CertificatesInUse inUse, PreflightFindings findings) {
        var name = CertificatesInUse.said(kind);
        var sentence = who + " for " + inUse.environments() + ", and ";
        inUse.notValid(kind).ifPresentOrElse(one -> {
            if (one.notBefore().isAfter(inUse.now())) {
                findings.error(CERTIFICATE, "certificate-not-yet-valid", name, sentence + "ours is valid from " + AskedRoute.day(one.notBefore()) + " on.");
            } else {
                findings.error(CERTIFICATE, "certificate-ended", name, sentence + "ours ended on " + AskedRoute.day(one.notAfter()) + ".");
            }
        }, () -> findings.error(CERTIFICATE, "certificate-missing", name, sentence + "there is none that is valid now."));
    }

    private void there(Needs.NeededCertificate needed, Certificate found, AskedRoute asked, PreflightFindings findings) {
        var name = found.kind().said();
        validity(found, asked, findings);
        var leaf = found.leaf();
        if (needed.maxRsaBits() != null && leaf.getPublicKey() instanceof RSAKey rsa && rsa.getModulus().bitLength() > needed.maxRsaBits()) {
            findings.error(CERTIFICATE, "key-too-long", name, "This bank takes RSA keys of at most " + needed.maxRsaBits() + " bits; that of the " + name
                    + " has " + rsa.getModulus().bitLength() + ".");
        }
        if (!needed.issuers().isEmpty() && needed.issuers().stream().noneMatch(found::isIssuedBy)) {
            findings.error(CERTIFICATE, "issuer-not-trusted", name, "This bank trusts only " + String.join(", ", needed.issuers()) + "; the " + name
                    + " was issued by " + leaf.getIssuerX500Principal().getName() + ".");
        }
        needed.sameAsProfile().forEach(what -> AsInTheRegister.difference(what, found, asked.tpp().profile()).ifPresent(differs ->
                findings.error(CERTIFICATE, "certificate-differs", name, "This bank compares us with the register of licences: the " + name + " " + differs + ".")));
        roles(found, asked, findings);
        certificates.findings(found).stream().filter(one -> one.severity() != Finding.Severity.NOTE && !OF_VALIDITY.contains(one.code())).forEach(one ->
                findings.warning(CERTIFICATE, one.code(), name, "Of our " + name + ": " + one.sentence()));
    }

    private static void validity(Certificate found, AskedRoute asked, PreflightFindings findings) {
        var name = found.kind().said();
        var ends = AskedRoute.day(found.notAfter());
        if (found.notAfter().isBefore(asked.liveBy())) {
            findings.warning(CERTIFICATE, "certificate-ends-before-live", name, "Our " + name + " ends on " + ends
                    + ", and by the waits of this route it may take until " + AskedRoute.day(asked.liveBy()) + " to be live.");
        } else if (found.notAfter().isBefore(asked.shouldLastUntil())) {
            var days = ChronoUnit.DAYS.between(asked.today(), ends);
            findings.warning(CERTIFICATE, "certificate-ends-soon", name, "Our " + name + " ends on " + ends
                    + (days == 0 ? ", today" : ", in " + days + (days == 1 ? " day" : " days")) + ". Renew it first, or soon after.");
        } else {
            findings.fine(CERTIFICATE, "certificate-valid", name, "Our " + name + " \"" + found.label() + "\" is valid until " + ends + ".");
        }
    }

    /** Banks read the roles in the certificate, whatever the register says (ETSI TS 119 495, clause 5.1); those of Open Banking (UK) name none. */
    private static void roles(Certificate found, AskedRoute asked, PreflightFindings findings) {
        if (found.kind() != Certificate.Kind.QWAC && found.kind() != Certificate.Kind.QSEALC) {
            return;
        }
        asked.wish().services().stream().sorted().filter(service -> !found.psd2Roles().contains(CheckLicence.role(service).name())).forEach(service ->
                findings.warning(CERTIFICATE, "certificate-without-role", found.kind().said(), "Our " + found.kind().said() + " does not name the role "
                        + CheckLicence.role(service) + ", so the bank may refuse it for " + service + "."));
    }
}
