package io.portolan.onboarding;

import static io.portolan.onboarding.PreflightReport.Subject.CERTIFICATE;

import io.portolan.certificate.Certificate;
import io.portolan.certificate.Certificates;
import io.portolan.certificate.SigningKeys;
import io.portolan.playbook.WantedSignature;
import java.util.Comparator;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Whether the keys of our certificates are here where a leg needs them, and can make the signatures that the bank wants. */
@Component
@Order(4)
class CheckKeys implements PreflightCheck {

    private final Certificates certificates;

    CheckKeys(Certificates certificates) {
        this.certificates = certificates;
    }

    @Override
    public void check(AskedRoute asked, PreflightFindings findings) {
        var inUse = new CertificatesInUse(certificates, asked.wish(), asked.now());
        if (asked.wish().environment().ownCertificates()) {
            return;
        }
        asked.legs().stream().flatMap(leg -> leg.asked().keys().stream()).distinct().sorted().forEach(kind ->
                inUse.valid(kind).ifPresent(found -> key(found, AskedRoute.said(asked.titles(leg -> leg.asked().keys().contains(kind))), findings)));
        asked.legs().stream().flatMap(leg -> leg.asked().signatures().stream()).distinct()
                .sorted(Comparator.comparing(WantedSignature::key).thenComparing(WantedSignature::algorithm)).forEach(wanted ->
                        inUse.valid(wanted.key()).ifPresent(found -> signature(found, wanted.algorithm(), findings)));
    }

    /** Handing in a certificate, sending it or reading it needs no key, and is no leg that comes here. */
    private static void key(Certificate found, String legs, PreflightFindings findings) {
        var name = found.kind().said();
        if (found.hasKey()) {
            findings.fine(CERTIFICATE, "key-there", name, "The key of our " + name + " is kept here for " + legs + ".");
        } else {
            findings.warning(CERTIFICATE, "certificate-without-key", name, "The key of our " + name + " is not kept here, so a person who has it does " + legs + ".");
        }
    }

    /** A route may want what no key of our certificate can give, and would find it out only when it signs. */
    private static void signature(Certificate found, String algorithm, PreflightFindings findings) {
        var name = found.kind().said();
        SigningKeys.unfit(algorithm, found.leaf().getPublicKey()).ifPresentOrElse(
                why -> findings.error(CERTIFICATE, "key-cannot-sign", name, "This bank wants signatures by " + algorithm + ", for which our " + name
                        + " has the wrong kind of key, " + why),
                () -> findings.fine(CERTIFICATE, "key-can-sign", name, "The key of our " + name + " can sign by " + algorithm + ", as this bank wants."));
    }
}
