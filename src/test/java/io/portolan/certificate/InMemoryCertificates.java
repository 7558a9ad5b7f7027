package io.portolan.certificate;

import io.portolan.simulator.IssuedCertificate;
import io.portolan.vault.Secret;
import java.security.PrivateKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.net.ssl.X509KeyManager;

/** Certificates for tests, their keys in memory; of those of a kind the last one added is in use. */
public final class InMemoryCertificates implements Certificates {

    private final Map<Certificate, PrivateKey> keys = new LinkedHashMap<>();

    /** Adds a certificate that was issued. */
    public Certificate add(String tpp, Certificate.Kind kind, String environment, IssuedCertificate issued) {
        var certificate = CertificateReading.of(UUID.randomUUID().toString(), tpp, kind, environment, kind.name(), issued.chain());
        keys.put(certificate, issued.key());
        return certificate;
    }

    @Override
    public Certificate take(String tpp, Certificate.Kind kind, String environment, String label, String chainPem, Secret keyPem,
            String actor) {
        var key = PemKey.read(keyPem);
        return add(tpp, kind, environment, new IssuedCertificate(
                PemChain.ordered(chainPem, publicKey -> PemKey.belongsTo(key, publicKey)), key));
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
    public Optional<Certificate> inUse(String tpp, Certificate.Kind kind, String environment) {
        return of(tpp).stream().filter(certificate -> certificate.kind() == kind && certificate.environment().equals(environment))
                .reduce((earlier, later) -> later);
    }

    @Override
    public X509KeyManager keyManager(Certificate certificate) {
        return new OneCertificate(certificate.chain(), () -> keys.get(certificate));
    }

    @Override
    public PrivateKey signingKey(Certificate certificate) {
        return keys.get(certificate);
    }
}
