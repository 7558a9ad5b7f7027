package io.portolan.certificate;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** Reads certificates in DER, one or a bundle (PKCS #7). */
final class X509Files {

    /** Not registered with Java: only what is asked of it by name uses it. */
    static final Provider LENIENT = new BouncyCastleProvider();

    private X509Files() {
    }

    /** The certificate that these bytes begin with; what Java's own reader refuses is read by the more lenient one. */
    static Optional<X509Certificate> certificate(byte[] der) {
        return certificate(der, null).or(() -> certificate(der, LENIENT));
    }

    private static Optional<X509Certificate> certificate(byte[] der, Provider provider) {
        if (der.length == 0 || !Nesting.isBearable(der)) {
            return Optional.empty();
        }
        try {
            var factory = provider == null ? CertificateFactory.getInstance("X.509") : CertificateFactory.getInstance("X.509", provider);
            return Optional.ofNullable((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der)));
        } catch (CertificateException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** The certificates of a PKCS #7 bundle, in its order; none where these bytes are not one. */
    static List<X509Certificate> bundle(byte[] der) {
        if (!Nesting.isBearable(der)) {
            return List.of();
        }
        try {
            var all = new ArrayList<X509Certificate>();
            CertificateFactory.getInstance("X.509", LENIENT).generateCertificates(new ByteArrayInputStream(der))
                    .forEach(each -> all.add((X509Certificate) each));
            return List.copyOf(all);
        } catch (GeneralSecurityException | RuntimeException e) {
            return List.of();
        }
    }
}
