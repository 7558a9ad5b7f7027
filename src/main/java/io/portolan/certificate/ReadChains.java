package io.portolan.certificate;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was read of chains of certificates lately, since it takes long and a chain never changes. */
final class ReadChains {

    private static final int MOST = 1000;
    private static final Map<String, ReadChain> LATELY = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, ReadChain> eldest) {
            return size() > MOST;
        }
    });

    private ReadChains() {
    }

    /** A chain, what its first certificate says, and the fingerprints of that and of its key. */
    record ReadChain(List<X509Certificate> chain, CertificateContents contents, String sha256, String keySha256) {

        static ReadChain of(List<X509Certificate> chain) {
            var leaf = chain.get(0);
            return new ReadChain(List.copyOf(chain), ReadCertificate.of(leaf), Fingerprints.of(leaf), Fingerprints.ofKey(leaf));
        }
    }

    /** What stands in this PEM. */
    static ReadChain of(String pem) {
        var known = LATELY.get(pem);
        if (known != null) {
            return known;
        }
        var read = ReadChain.of(CertificateFile.read(pem.getBytes(StandardCharsets.US_ASCII), null).certificates());
        LATELY.put(pem, read);
        return read;
    }
}
