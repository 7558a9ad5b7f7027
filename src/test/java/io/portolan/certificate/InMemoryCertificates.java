package io.portolan.certificate;

import io.portolan.simulator.IssuedCertificate;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.net.ssl.X509KeyManager;

/** Certificates for tests, their keys in memory; of those of a kind the last one added is in use. */
public final class InMemoryCertificates implements Certificates {

    private final Map<Certificate, PrivateKey> keys = new LinkedHashMap<>();

    /** Adds a certificate that was issued, perhaps without its key. */
    public Certificate add(String tpp, Certificate.Kind kind, String environment, IssuedCertificate issued) {
        var certificate = CertificateReading.of(tpp, kind, environment, null, kind.name(), issued.chain(), issued.key() != null, Instant.now());
        keys.put(certificate, issued.key());
        return certificate;
    }

    /** Adds a certificate as it is, without its key. */
    void add(Certificate certificate) {
        keys.put(certificate, null);
    }

    void forget(Certificate certificate) {
        keys.remove(certificate);
    }

    @Override
    public Certificate take(Upload upload, String actor) {
        var accepted = ReadUpload.of(upload, null, Instant.now());
        return add(upload.tpp(), accepted.kind(), upload.environment(), new IssuedCertificate(accepted.chain(), accepted.key()));
    }

    @Override
    public Read read(Upload upload) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Certificate> find(String id) {
        return keys.keySet().stream().filter(certificate -> certificate.id().equals(id)).findFirst();
    }

    @Override
    public List<Certificate> of(String tpp) {
        return keys.keySet().stream().filter(certificate -> certificate.tpp().equals(tpp)).toList();
    }

    @Override
    public Optional<Certificate> inUse(String tpp, Certificate.Kind kind, String environment, String bank) {
        return of(tpp).stream().filter(certificate -> certificate.kind() == kind && certificate.environment().equals(environment))
                .reduce((earlier, later) -> later);
    }

    @Override
    public Page page(Sought sought, String after, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<String, List<Finding>> findings(Collection<Certificate> several) {
        return several.stream().collect(Collectors.toMap(Certificate::id, each -> List.of()));
    }

    @Override
    public Certificate retire(String id, String reason, String actor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public X509KeyManager keyManager(Certificate certificate) {
        return new OneCertificate(certificate.chain(), () -> signingKey(certificate));
    }

    @Override
    public PrivateKey signingKey(Certificate certificate) {
        return find(certificate.id()).map(keys::get).orElseThrow();
    }
}
