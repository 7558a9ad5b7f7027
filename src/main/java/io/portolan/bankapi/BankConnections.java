package io.portolan.bankapi;

import io.portolan.certificate.Certificate;
import io.portolan.certificate.Certificates;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import java.net.http.HttpClient;
import org.springframework.stereotype.Component;

/** Connections to banks, one pool for each of our certificates. */
@Component
class BankConnections {

    private static final String WITHOUT = "";

    private final Certificates certificates;
    private final BankApiSettings settings;
    private final TrustManager[] trust;
    private final Map<String, SSLContext> contexts = new ConcurrentHashMap<>();
    private final Map<String, HttpClient> clients = new ConcurrentHashMap<>();

    BankConnections(Certificates certificates, BankApiSettings settings) {
        this.certificates = certificates;
        this.settings = settings;
        this.trust = trust(settings.trust());
    }

    /** The pool for this certificate, or for none where it is null. */
    HttpClient pooled(Certificate certificate) {
        return clients.computeIfAbsent(id(certificate), id -> client(certificate));
    }

    /**
     * A new connection for a call that must not be made twice: a pooled one may have been closed by the bank just now, and
     * then nobody knows whether it got the call.
     */
    HttpClient fresh(Certificate certificate) {
        return client(certificate);
    }

    private HttpClient client(Certificate certificate) {
        var parameters = new SSLParameters();
        parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.connectTimeout()).sslParameters(parameters)
                .sslContext(contexts.computeIfAbsent(id(certificate), id -> context(certificate))).build();
    }

    private SSLContext context(Certificate certificate) {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(certificate == null ? new KeyManager[0] : new KeyManager[] {certificates.keyManager(certificate)},
                    trust, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has TLS", e);
        }
    }

    private static String id(Certificate certificate) {
        return certificate == null ? WITHOUT : certificate.id();
    }

    private static TrustManager[] trust(List<Path> further) {
        try {
            var store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            var number = 0;
            for (var anchor : ofJava()) {
                store.setCertificateEntry("java-" + number++, anchor);
            }
            for (var file : further) {
                try (InputStream in = Files.newInputStream(file)) {
                    for (var anchor : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                        store.setCertificateEntry("further-" + number++, anchor);
                    }
                }
            }
            return managers(store);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("portolan.bankapi.trust names a file without readable PEM certificates: " + further, e);
        }
    }

    private static List<X509Certificate> ofJava() throws GeneralSecurityException {
        return Arrays.stream(managers(null)).filter(X509TrustManager.class::isInstance).map(X509TrustManager.class::cast)
                .flatMap(manager -> Arrays.stream(manager.getAcceptedIssuers())).toList();
    }

    private static TrustManager[] managers(KeyStore store) throws GeneralSecurityException {
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }
}
