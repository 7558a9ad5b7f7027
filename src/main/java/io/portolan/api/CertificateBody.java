package io.portolan.api;

import io.portolan.certificate.Certificate;
import io.portolan.certificate.Upload;
import io.portolan.refusal.Refused;
import io.portolan.vault.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * A certificate that is handed in: {@code chain} as text (PEM) or {@code file} as the base64 of a file (DER, PKCS #7, PKCS #12), in either with its issuers
 * in any order; its private key as PEM, or none; the password of the key or of the PKCS #12 file; environment is the kind, test or live, or a bank and its environment.
 */
record CertificateBody(String kind, String environment, String bank, String label, @LongText(LONGEST) String chain, @LongText(LONGEST) String file, @LongText(LONGEST) String key,
        String password) {

    /** More than the base64 of the largest file that is taken, so that one that is too large is refused as such. */
    private static final int LONGEST = 8_000_000;


    /** Leaves the key and its password out, and the files that may hold one. */
    @Override
    public String toString() {
        return "CertificateBody[kind=" + kind + ", environment=" + environment + ", label=" + label + "]";
    }

    /** Uses it as an upload, whose secrets are wiped afterwards. */
    <T> T use(String tpp, Function<Upload, T> use) {
        var wrong = new LinkedHashMap<String, String>();
        if (isBlank(chain) && isBlank(file)) {
            wrong.put("chain", "the certificate and its issuers as PEM, or file, the base64 of a file");
        }
        if (isBlank(environment)) {
            wrong.put("environment", "test, live, or the one environment of a bank that handed it out, such as xx-bank/sandbox");
        }
        if (!wrong.isEmpty()) {
            throw Refused.invalid("invalid-values", "Not right: " + String.join(", ", wrong.keySet()) + ".", wrong);
        }
        try (var secretKey = isBlank(key) ? null : Secret.of(key); var secretPassword = password == null ? null : Secret.of(password)) {
            return use.apply(new Upload(tpp, Words.read(Certificate.Kind.class, "kind", kind), environment, isBlank(bank) ? null : bank.strip(), label, content(), secretKey,
                    secretPassword));
        }
    }

    private byte[] content() {
        if (!isBlank(chain)) {
            return chain.getBytes(StandardCharsets.UTF_8);
        }
        try {
            return Base64.getMimeDecoder().decode(file);
        } catch (IllegalArgumentException e) {
            throw Refused.invalid("invalid-values", "file is not base64.", Map.of("file", "the base64 of a file"));
        }
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
