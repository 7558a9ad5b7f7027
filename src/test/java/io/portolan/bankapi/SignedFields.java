package io.portolan.bankapi;

import io.portolan.certificate.Certificate;
import io.portolan.certificate.InMemoryCertificates;
import io.portolan.leg.FakeLegRun;
import io.portolan.leg.Filled;
import io.portolan.leg.SampleOrders;
import io.portolan.playbook.CertificateKind;
import io.portolan.playbook.HttpSignature;
import io.portolan.playbook.Template;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.adamcin.httpsig.api.Authorization;
import net.adamcin.httpsig.api.RequestContent;

/** A call whose header fields are signed for a test, and what a library that is not ours reads in them. */
final class SignedFields {

    static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final String LEG = "- {id: call, stage: verify-access, by: api, title: Call, probe: {method: GET, url: '{{environment.base-url}}', proves: data}}";

    private final KeyPair keys;
    private final String method;
    private final URI uri;
    private final String body;
    private final Map<String, Filled> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final FakeLegRun run = new FakeLegRun(SampleOrders.of(SampleOrders.playbook("xx-signed",
            SampleOrders.yaml("xx-signed", "base-url: https://bank.example\nhosts: [bank.example]\n", LEG)), "call"));

    private SignedFields(KeyPair keys, String method, String uri, String body) {
        this.keys = keys;
        this.method = method;
        this.uri = URI.create(uri);
        this.body = body;
    }

    static SignedFields of(KeyPair keys, String method, String uri, String body) {
        return new SignedFields(keys, method, uri, body);
    }

    /** How a playbook would say that these fields are signed. */
    static HttpSignature by(String keyId, String... fields) {
        return new HttpSignature(CertificateKind.QSEALC, new Template(keyId), List.of(fields), null, null, null, null, null);
    }

    SignedFields with(String name, String value) {
        headers.put(name, new Filled(value, false));
        return this;
    }

    SignedFields knowing(String place, String value) {
        run.with(place, value);
        return this;
    }

    SignedFields knowingSecret(String place, String value) {
        run.withSecret(place, value);
        return this;
    }

    SignedFields signed(HttpSignature by) {
        var certificates = new InMemoryCertificates();
        certificates.add("demo-tpp", Certificate.Kind.QSEALC, "test", KnownKeys.certified(keys));
        new HttpSignatures(certificates, Clock.fixed(NOW, ZoneOffset.UTC)).sign(by, method, uri, headers, body, new Filling(run));
        return this;
    }

    String header(String name) {
        return headers.get(name).text();
    }

    boolean isHidden(String name) {
        return headers.get(name).hidden();
    }

    /** The signature as the other library reads it. */
    Authorization read() {
        return Authorization.parse(headers.containsKey("Authorization") ? header("Authorization") : "Signature " + header("Signature"));
    }

    /** Whether it is ours by the text that the other library puts together, of what the connection sends as host and length too. */
    boolean isGood(String javaAlgorithm, String host) {
        var sent = new RequestContent.Builder().setRequestTarget(method, uri.getRawPath().isEmpty() ? "/" : target()).addHeader("Host", host);
        if (body != null) {
            sent.addHeader("Content-Length", String.valueOf(body.getBytes(StandardCharsets.UTF_8).length));
        }
        headers.forEach((name, value) -> sent.addHeader(name, value.text()));
        var read = read();
        return isSignature(javaAlgorithm, keys.getPublic(), sent.build().getBytesToSign(read.getHeaders(), StandardCharsets.US_ASCII), read.getSignatureBytes());
    }

    private String target() {
        return uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    }

    static boolean isSignature(String javaAlgorithm, PublicKey key, byte[] text, byte[] signed) {
        try {
            var signature = Signature.getInstance(javaAlgorithm);
            signature.initVerify(key);
            signature.update(text);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
