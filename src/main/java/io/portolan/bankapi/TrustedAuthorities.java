package io.portolan.bankapi;

import io.portolan.playbook.Connection;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;

/** Whom we trust to say who a bank's server is: those whom Java trusts, those of the settings, and for one environment those of its playbook. */
final class TrustedAuthorities {

    private final List<X509Certificate> everywhere;
    private final TrustManager usual;

    TrustedAuthorities(List<Path> files) {
        try {
            everywhere = Stream.concat(ofJava().stream(), ofFiles(files).stream()).toList();
            usual = manager(everywhere);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("portolan.bankapi.trust names a file without readable PEM certificates: " + files, e);
        }
    }

    /** What checks servers to which connections of this kind are made. */
    TrustManager manager(Connection connection) {
        if (connection.trust().isEmpty()) {
            return usual;
        }
        try {
            return manager(Stream.concat(everywhere.stream(), connection.authorities().stream()).toList());
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("certificates that were read can be trusted", e);
        }
    }

    private static List<X509Certificate> ofFiles(List<Path> files) throws IOException, GeneralSecurityException {
        var found = new ArrayList<X509Certificate>();
        for (var file : files) {
            try (InputStream in = Files.newInputStream(file)) {
                CertificateFactory.getInstance("X.509").generateCertificates(in).forEach(each -> found.add((X509Certificate) each));
            }
        }
        return found;
    }

    private static List<X509Certificate> ofJava() throws GeneralSecurityException {
        return Arrays.stream(managers(null)).filter(X509TrustManager.class::isInstance).map(X509TrustManager.class::cast)
                .flatMap(manager -> Arrays.stream(manager.getAcceptedIssuers())).toList();
    }

    private static TrustManager manager(List<X509Certificate> authorities) throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        int number = 0;
        for (var authority : authorities) {
            store.setCertificateEntry("authority-" + number++, authority);
        }
        return Arrays.stream(managers(store)).filter(X509ExtendedTrustManager.class::isInstance).map(X509ExtendedTrustManager.class::cast)
                .findFirst().map(BankTrust::new).orElseThrow(() -> new IllegalStateException("every Java checks certificates"));
    }

    private static TrustManager[] managers(KeyStore store) throws GeneralSecurityException {
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }
}
