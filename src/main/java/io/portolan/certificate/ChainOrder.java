package io.portolan.certificate;

import io.portolan.refusal.Refused;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Finds the order of certificates that were given in any: our own first, then its issuer, and so on to the root. */
final class ChainOrder {

    private final Set<X509Certificate> all;

    private ChainOrder(Collection<X509Certificate> all) {
        this.all = new LinkedHashSet<>(all);
    }

    /** The chain of the certificate that this key belongs to. */
    static List<X509Certificate> of(Collection<X509Certificate> certificates, Predicate<PublicKey> isOurs) {
        var order = new ChainOrder(certificates);
        var ours = order.all.stream().filter(certificate -> isOurs.test(certificate.getPublicKey())).toList();
        if (ours.isEmpty()) {
            throw Unsuitable.because("key", certificates.size() == 1 ? "The private key does not belong to this certificate."
                    : "The private key belongs to none of these certificates.");
        }
        return order.from(ours.stream().filter(certificate -> order.isOwn(certificate)).findFirst().orElse(ours.get(0)));
    }

    /** The chain of the one certificate that is nobody's issuer. */
    static List<X509Certificate> of(Collection<X509Certificate> certificates) {
        var order = new ChainOrder(certificates);
        var own = order.all.stream().filter(order::isOwn).toList();
        if (own.size() > 1) {
            var people = own.stream().filter(certificate -> certificate.getBasicConstraints() < 0).toList();
            own = people.isEmpty() ? own : people;
        }
        if (own.size() > 1) {
            throw Unsuitable.because("chain", "There is more than one certificate in it that is nobody's issuer; give one with its issuers: "
                    + own.get(0).getSubjectX500Principal() + " or " + own.get(1).getSubjectX500Principal() + ".");
        }
        if (own.isEmpty()) {
            throw circle(order.all.iterator().next());
        }
        return order.from(own.get(0));
    }

    private boolean isOwn(X509Certificate certificate) {
        return all.stream().noneMatch(other -> !other.equals(certificate) && isIssuedBy(other, certificate));
    }

    private List<X509Certificate> from(X509Certificate own) {
        var chain = new ArrayList<X509Certificate>();
        var next = own;
        while (next != null) {
            chain.add(next);
            next = issuer(next, chain);
        }
        var foreign = all.stream().filter(certificate -> !belongs(certificate, chain)).findFirst();
        if (foreign.isPresent()) {
            throw Unsuitable.because("chain", "This certificate does not belong to the chain; leave it out, or take it in by itself: "
                    + foreign.get().getSubjectX500Principal() + ".");
        }
        return List.copyOf(chain);
    }

    /** Of several issuers, as where authorities certify each other, the one that is a root; refuses where the way leads back. */
    private X509Certificate issuer(X509Certificate certificate, List<X509Certificate> chain) {
        if (isRoot(certificate)) {
            return null;
        }
        var issuers = all.stream().filter(other -> isIssuedBy(certificate, other)).toList();
        var onward = issuers.stream().filter(other -> !chain.contains(other)).toList();
        if (onward.isEmpty() && !issuers.isEmpty()) {
            throw circle(certificate);
        }
        return onward.stream().filter(ChainOrder::isRoot).findFirst().orElse(onward.isEmpty() ? null : onward.get(0));
    }

    /** Whether it is on the way, or on another way to the top of the same certificates. */
    private boolean belongs(X509Certificate certificate, List<X509Certificate> chain) {
        return chain.contains(certificate) || chain.stream().anyMatch(each -> isIssuedBy(each, certificate)
                || each.getPublicKey().equals(certificate.getPublicKey()))
                || all.stream().anyMatch(other -> !other.equals(certificate) && !chain.contains(other) && isIssuedBy(other, certificate)
                        && chain.stream().anyMatch(each -> isIssuedBy(each, other) || each.getPublicKey().equals(other.getPublicKey())));
    }

    private static Refused circle(X509Certificate certificate) {
        return Unsuitable.because("chain", "The issuers go round in a circle, back to " + certificate.getSubjectX500Principal()
                + "; leave out the certificates that do not lead to a root.");
    }

    private static boolean isRoot(X509Certificate certificate) {
        return isIssuedBy(certificate, certificate);
    }

    private static boolean isIssuedBy(X509Certificate certificate, X509Certificate issuer) {
        if (!issuer.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())) {
            return false;
        }
        try {
            certificate.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException | RuntimeException e) {
            return isIssuedLeniently(certificate, issuer);
        }
    }

    private static boolean isIssuedLeniently(X509Certificate certificate, X509Certificate issuer) {
        try {
            certificate.verify(issuer.getPublicKey(), X509Files.LENIENT);
            return true;
        } catch (GeneralSecurityException | RuntimeException e) {
            return false;
        }
    }
}
