package io.portolan.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.TrustManagerFactory;

/** The bank's API: what answers which address, over TLS that asks for a certificate but talks to a client without one. */
final class Api implements HttpHandler {

    private final TokenEndpoint token;
    private final AccountsEndpoint accounts;
    private final Mischief mischief;

    Api(TokenEndpoint token, AccountsEndpoint accounts, Mischief mischief) {
        this.token = token;
        this.accounts = accounts;
        this.mischief = mischief;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var visit = new Visit(exchange);
            if (mischief.apiDropsConnection) {
                return;
            }
            var certificate = certificate((HttpsExchange) exchange);
            switch (visit.method() + " " + visit.path()) {
                case "POST /token" -> token.answer(visit, certificate);
                case "GET /v1/accounts" -> accounts.answer(visit, certificate);
                default -> AccountsEndpoint.refuse(visit, 404, "RESOURCE_UNKNOWN", "There is no such resource.");
            }
            visit.send();
        }
    }

    private static ClientCertificate certificate(HttpsExchange exchange) {
        try {
            return ClientCertificate.read((X509Certificate) exchange.getSSLSession().getPeerCertificates()[0]);
        } catch (SSLPeerUnverifiedException e) {
            return null;
        }
    }

    /** TLS with this server's certificate that trusts clients of this authority and no others. */
    static HttpsConfigurator tls(DemoAuthority authority, IssuedCertificate own) {
        var password = Passwords.random(12).toCharArray();
        try {
            var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(own.keyStore(password), password);
            var trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry("authority", authority.certificate());
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            var context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
            return new HttpsConfigurator(context) {
                @Override
                public void configure(HttpsParameters parameters) {
                    var wanted = getSSLContext().getDefaultSSLParameters();
                    wanted.setWantClientAuth(true);
                    parameters.setSSLParameters(wanted);
                }
            };
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
