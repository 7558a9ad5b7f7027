package io.portolan.simulator;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Map;
import java.util.stream.Collectors;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedKeyManager;

/** A bare client of a bank's API, with or without a certificate. */
public final class ApiCaller {

    private final String api;
    private final HttpClient http;

    /** With the certificate that it shows, or null for none. */
    public ApiCaller(String api, DemoAuthority trusted, IssuedCertificate own) {
        this.api = api;
        this.http = HttpClient.newBuilder().sslContext(tls(trusted, own)).build();
    }

    /** Asks for a token. */
    public HttpResponse<String> token(String clientId, String secret) throws IOException {
        var form = Map.of("grant_type", "client_credentials", "client_id", clientId, "client_secret", secret).entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(URI.create(api + "/token"))
                .header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    /** Asks for the accounts with these headers. */
    public HttpResponse<String> accounts(Map<String, String> headers) throws IOException {
        var request = HttpRequest.newBuilder(URI.create(api + "/v1/accounts"));
        headers.forEach(request::header);
        return send(request.GET());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static SSLContext tls(DemoAuthority trusted, IssuedCertificate own) {
        try {
            var trust = KeyStore.getInstance("PKCS12");
            trust.load(null, null);
            trust.setCertificateEntry("authority", trusted.certificate());
            var trustManagers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trustManagers.init(trust);
            KeyManager[] keys = null;
            if (own != null) {
                var password = "client".toCharArray();
                var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
                managers.init(own.keyStore(password), password);
                keys = new KeyManager[] {new ShowsItsCertificate((X509ExtendedKeyManager) managers.getKeyManagers()[0])};
            }
            var context = SSLContext.getInstance("TLS");
            context.init(keys, trustManagers.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
