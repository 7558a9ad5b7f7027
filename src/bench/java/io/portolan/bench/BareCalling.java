package io.portolan.bench;

import io.portolan.simulator.DemoAuthority;
import io.portolan.simulator.IssuedCertificate;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.Certificate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import java.util.UUID;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** The same signed call by nothing but Java's own HTTP client. */
final class BareCalling {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final String BODY = "{\"access\":{\"allPsd2\":\"allAccounts\"},\"recurringIndicator\":true,\"validUntil\":\"2027-11-23\",\"frequencyPerDay\":4,"
            + "\"combinedServiceIndicator\":false}";

    private final HttpClient client;
    private final URI address;
    private final IssuedCertificate seal;
    private final String certificate;

    BareCalling(int port, DemoAuthority authority, IssuedCertificate web, IssuedCertificate seal) throws GeneralSecurityException, IOException {
        this.client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).sslContext(context(authority, web)).build();
        this.address = URI.create("https://localhost:" + port + "/v1/consents?of=us");
        this.seal = seal;
        this.certificate = Base64.getEncoder().encodeToString(seal.certificate().getEncoded());
    }

    /** Makes the call; how long its answer is. */
    int call() {
        try {
            var digest = "SHA-256=" + Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(BODY.getBytes(StandardCharsets.UTF_8)));
            var date = DATE.format(Instant.now());
            var id = UUID.randomUUID().toString();
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(seal.key());
            signature.update(("digest: " + digest + "\ndate: " + date + "\nx-request-id: " + id).getBytes(StandardCharsets.UTF_8));
            var signed = "keyId=\"" + seal.certificate().getSerialNumber().toString(16) + "\",algorithm=\"rsa-sha256\",headers=\"digest date x-request-id\",signature=\""
                    + Base64.getEncoder().encodeToString(signature.sign()) + '"';
            var answer = client.send(HttpRequest.newBuilder(address).header("Accept", "application/json").header("Content-Type", "application/json")
                    .header("Date", date).header("Digest", digest).header("Signature", signed).header("TPP-Signature-Certificate", certificate)
                    .header("X-API-Key", "k3y-0001-of-the-bank").header("X-Request-ID", id).POST(HttpRequest.BodyPublishers.ofString(BODY)).build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 201) {
                throw new IllegalStateException("answered " + answer.statusCode());
            }
            return answer.body().length();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static SSLContext context(DemoAuthority authority, IssuedCertificate own) throws GeneralSecurityException, IOException {
        var password = "bench".toCharArray();
        var keys = KeyStore.getInstance("PKCS12");
        keys.load(null, null);
        keys.setKeyEntry("own", own.key(), password, own.chain().toArray(Certificate[]::new));
        keys.setCertificateEntry("authority", authority.certificate());
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, password);
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(keys);
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }
}
