package io.portolan.bankapi;

import io.portolan.certificate.Certificate;
import io.portolan.certificate.CertificateRetired;
import io.portolan.certificate.Certificates;
import io.portolan.playbook.Connection;
import java.net.http.HttpClient;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Connections to banks, one pool for each of our certificates and each kind of connection: nobody gets a connection that another's certificate has opened. */
@Component
class BankConnections {

    private static final String WITHOUT = "";
    private static final Duration UNUSED = Duration.ofMinutes(10);
    private static final String KEEP_ALIVE = "jdk.httpclient.keepalive.timeout";

    private final Certificates certificates;
    private final BankApiSettings settings;
    private final TrustedAuthorities authorities;
    private final ProxyRoute proxy;
    private final Clock clock;
    private final Map<Key, Pool> pools = new ConcurrentHashMap<>();
    private volatile Instant looked;

    BankConnections(Certificates certificates, BankApiSettings settings, ProxyRoute proxy, Clock clock) {
        this.certificates = certificates;
        this.settings = settings;
        this.authorities = new TrustedAuthorities(settings.trust());
        this.proxy = proxy;
        this.clock = clock;
        this.looked = clock.instant();
        // Java 17 keeps idle connections for twenty minutes, in which most servers have long closed them; later ones for half of one
        if (System.getProperty(KEEP_ALIVE) == null) {
            System.setProperty(KEEP_ALIVE, "30");
        }
    }

    private record Key(String certificate, Connection connection) { }

    private record Pool(SSLContext context, HttpClient client, Instant used) {

        Pool usedAt(Instant now) {
            return new Pool(context, client, now);
        }
    }

    /** The pool for connections of this kind by this certificate, or by none where it is null. */
    HttpClient pooled(Certificate certificate, Connection connection) {
        return pool(certificate, connection).client();
    }

    /**
     * A new connection for a call that must not be made twice: a pooled one may have been closed by the bank just now, and
     * then nobody knows whether it got the call. It is {@link #letGo} of after that.
     */
    HttpClient fresh(Certificate certificate, Connection connection) {
        return client(pool(certificate, connection).context());
    }

    private Pool pool(Certificate certificate, Connection connection) {
        var now = clock.instant();
        if (looked.plus(UNUSED).isBefore(now)) {
            looked = now;
            // another node may have taken the certificate out of use
            letGoOf(pool -> pool.used().plus(UNUSED).isBefore(now), key -> true);
        }
        var key = new Key(certificate == null ? WITHOUT : certificate.id(), connection);
        return pools.compute(key, (id, pool) -> pool == null ? opened(certificate, connection, now) : pool.usedAt(now));
    }

    /** Lets nobody connect again with a certificate that is used no more. */
    @TransactionalEventListener
    public void retired(CertificateRetired retired) {
        letGoOf(pool -> true, key -> key.certificate().equals(retired.certificate()));
    }

    private void letGoOf(Predicate<Pool> which, Predicate<Key> whose) {
        List.copyOf(pools.keySet()).stream().filter(whose).forEach(key -> pools.computeIfPresent(key, (id, pool) -> {
            if (!which.test(pool)) {
                return pool;
            }
            letGo(pool.client());
            return null;
        }));
    }

    /** From Java 21 on a client is closed, which waits for its calls; before, it closes its connections by itself once nobody holds it. */
    static void letGo(HttpClient client) {
        if ((Object) client instanceof AutoCloseable closeable) {
            CompletableFuture.runAsync(() -> {
                try {
                    closeable.close();
                } catch (Exception e) {
                    throw new IllegalStateException("a client could not be closed", e);
                }
            });
        }
    }

    private Pool opened(Certificate certificate, Connection connection, Instant now) {
        var context = context(certificate, connection);
        return new Pool(context, client(context), now);
    }

    private HttpClient client(SSLContext context) {
        var parameters = new SSLParameters();
        parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.connectTimeout()).proxy(proxy).sslParameters(parameters).sslContext(context).build();
    }

    private SSLContext context(Certificate certificate, Connection connection) {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(certificate == null ? new KeyManager[0] : new KeyManager[] {certificates.keyManager(shown(certificate, connection))},
                    new TrustManager[] {authorities.manager(connection)}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has TLS", e);
        }
    }

    private static Certificate shown(Certificate certificate, Connection connection) {
        return connection.chain() == Connection.Chain.LEAF ? certificate.alone() : certificate;
    }
}
