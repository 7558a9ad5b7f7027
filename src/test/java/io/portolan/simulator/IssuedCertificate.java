package io.portolan.simulator;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemWriter;

/** A certificate with its issuers, its own first, and the private key that goes with it. */
public record IssuedCertificate(List<X509Certificate> chain, PrivateKey key) {

    /** The certificate itself. */
    public X509Certificate certificate() {
        return chain.get(0);
    }

    /** The certificates in PEM, its own first (RFC 7468, section 5). */
    public String chainPem() {
        var written = new StringBuilder();
        for (var certificate : chain) {
            try {
                written.append(pem("CERTIFICATE", certificate.getEncoded()));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
        return written.toString();
    }

    /** The private key in PEM, as unencrypted PKCS #8 (RFC 7468, section 10). */
    public String keyPem() {
        return pem("PRIVATE KEY", key.getEncoded());
    }

    KeyStore keyStore(char[] password) throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("own", key, password, chain.toArray(X509Certificate[]::new));
        return store;
    }

    @Override
    public String toString() {
        return certificate().getSubjectX500Principal().toString();
    }

    private static String pem(String type, byte[] content) {
        var written = new StringWriter();
        try (var writer = new PemWriter(written)) {
            writer.writeObject(new PemObject(type, content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return written.toString();
    }
}
