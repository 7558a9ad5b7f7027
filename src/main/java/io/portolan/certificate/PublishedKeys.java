package io.portolan.certificate;

import com.nimbusds.jose.Algorithm;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64;
import com.nimbusds.jose.util.Base64URL;
import io.portolan.refusal.Refused;
import io.portolan.tpp.Tpps;
import java.net.URI;
import java.security.PublicKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Makes sets of public keys of the certificates that we have. */
@Component
class PublishedKeys implements PublicKeys {

    private static final Set<String> ENVIRONMENTS = Set.of("live", "test");
    private static final Set<String> OF_RSA = Set.of("RS256", "PS256");
    private static final Map<Curve, JWSAlgorithm> OF_CURVES = Map.of(Curve.P_256, JWSAlgorithm.ES256, Curve.P_384, JWSAlgorithm.ES384, Curve.P_521, JWSAlgorithm.ES512);

    private final Certificates certificates;
    private final Tpps tpps;
    private final CertificateSettings settings;
    private final Clock clock;

    PublishedKeys(Certificates certificates, Tpps tpps, CertificateSettings settings, Clock clock) {
        this.certificates = certificates;
        this.tpps = tpps;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String set(String tpp, String environment, String algorithm) {
        if (tpps.find(tpp).isEmpty()) {
            throw Refused.notFound("unknown-tpp", "There is no TPP " + tpp + ".");
        }
        if (algorithm != null && !OF_RSA.contains(algorithm)) {
            throw Refused.invalid("unknown-algorithm", "RSA keys are used with RS256 or PS256.", Map.of("alg", "is RS256 or PS256"));
        }
        var published = published(tpp, environment);
        if (published.isEmpty() && !ENVIRONMENTS.contains(environment)) {
            throw Refused.notFound("unknown-environment", "There are no keys for " + environment + ". Keys are for live or test.");
        }
        var keys = published.stream().flatMap(certificate -> key(certificate, algorithm).stream()).toList();
        return new JWKSet(keys).toString(true);
    }

    @Override
    public Optional<String> certificate(String tpp, String sha256) {
        return certificates.of(tpp).stream().filter(certificate -> certificate.sha256().equals(sha256) && isPublished(certificate, certificate.environment(), clock.instant()))
                .findFirst().map(certificate -> CertificateForms.pem(certificate.leaf()));
    }

    @Override
    public Optional<URI> address(Certificate certificate) {
        return isPublished(certificate, certificate.environment(), clock.instant()) ? address("/jwks/" + certificate.tpp() + "/certificates/" + certificate.sha256()) : Optional.empty();
    }

    @Override
    public Optional<URI> address(String tpp, String environment) {
        return address("/jwks/" + tpp + "/" + environment);
    }

    private Optional<URI> address(String path) {
        return Optional.ofNullable(settings.publicAddress()).map(address -> URI.create(address.toString().replaceFirst("/+$", "") + path));
    }

    /** Of several certificates of one key the one that is valid now and ends last: a set names each key once. */
    private List<Certificate> published(String tpp, String environment) {
        var now = clock.instant();
        var byKey = new LinkedHashMap<String, Certificate>();
        certificates.of(tpp).stream().filter(certificate -> isPublished(certificate, environment, now))
                .sorted(Comparator.comparing((Certificate certificate) -> certificate.notBefore().isAfter(now))
                        .thenComparing(Certificate::notAfter, Comparator.reverseOrder()).thenComparing(Certificate::sha256))
                .forEach(certificate -> byKey.putIfAbsent(certificate.keySha256(), certificate));
        return new ArrayList<>(byKey.values());
    }

    /** A key for TLS is not there, or a bank would take signatures by it; nor one that a single bank has handed out for all its test. */
    private static boolean isPublished(Certificate certificate, String environment, Instant now) {
        return certificate.environment().equals(environment) && !certificate.kind().isForWeb() && !certificate.isRetired()
                && certificate.notAfter().isAfter(now) && (certificate.bank() == null || !ENVIRONMENTS.contains(environment));
    }

    private static Optional<JWK> key(Certificate certificate, String algorithm) {
        return key(certificate).map(key -> key instanceof RSAKey rsa
                ? new RSAKey.Builder(rsa).keyUse(KeyUse.SIGNATURE).algorithm(algorithm == null ? null : new Algorithm(algorithm)).build()
                : new ECKey.Builder((ECKey) key).keyUse(KeyUse.SIGNATURE).algorithm(OF_CURVES.get(((ECKey) key).getCurve())).build());
    }

    /** The public key of a certificate with its chain, for whatever use (RFC 7517); empty for a kind of key that has no form as JSON. */
    static Optional<JWK> key(Certificate certificate) {
        var id = thumbprint(certificate.leaf().getPublicKey());
        if (id.isEmpty()) {
            return Optional.empty();
        }
        var chain = certificate.chain().stream().map(PublishedKeys::written).toList();
        var sha256 = Base64URL.encode(HexFormat.of().parseHex(certificate.sha256()));
        if (certificate.leaf().getPublicKey() instanceof RSAPublicKey rsa) {
            return Optional.of(new RSAKey.Builder(rsa).keyID(id.get()).x509CertChain(chain).x509CertSHA256Thumbprint(sha256).build());
        }
        var key = (ECPublicKey) certificate.leaf().getPublicKey();
        return Optional.of(new ECKey.Builder(Curve.forECParameterSpec(key.getParams()), key).keyID(id.get()).x509CertChain(chain)
                .x509CertSHA256Thumbprint(sha256).build());
    }

    /** The thumbprint of a key (RFC 7638, with SHA-256); empty for a kind of key that has no form as JSON. */
    static Optional<String> thumbprint(PublicKey key) {
        try {
            if (key instanceof RSAPublicKey rsa) {
                return Optional.of(new RSAKey.Builder(rsa).build().computeThumbprint().toString());
            }
            var curve = key instanceof ECPublicKey ec ? Curve.forECParameterSpec(ec.getParams()) : null;
            return curve != null && OF_CURVES.containsKey(curve) ? Optional.of(new ECKey.Builder(curve, (ECPublicKey) key).build().computeThumbprint().toString()) : Optional.empty();
        } catch (JOSEException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static Base64 written(X509Certificate certificate) {
        try {
            return Base64.encode(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was read can be written", e);
        }
    }
}
