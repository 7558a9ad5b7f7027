package io.portolan.certificate;

import io.portolan.vault.Secret;
import java.nio.charset.StandardCharsets;

/**
 * A certificate that somebody hands in.
 *
 * @param kind what it is for, or null where the certificate says so itself
 * @param environment the kind of environments that it is for, {@code test} or {@code live}, or the one environment of a bank that has
 * handed it out, such as {@code xx-bank/sandbox}
 * @param bank the bank that has supplied it for its own sandbox, or null
 * @param label what people call it; where it is null, its kind
 * @param content the certificate with its issuers in any order, perhaps with its key: PEM, DER, PKCS #7 or PKCS #12
 * @param key its private key as PEM or as the base64 of DER, or null
 * @param password the password of the key or of the PKCS #12 file, or null
 */
public record Upload(String tpp, Certificate.Kind kind, String environment, String bank, String label, byte[] content, Secret key, Secret password) {

    /** What is for one environment of a bank, that bank has supplied. */
    public Upload {
        bank = bank == null && environment != null && environment.contains("/") ? environment.substring(0, environment.indexOf('/')) : bank;
    }

    /** One with its issuers and its key as PEM. */
    public static Upload pem(String tpp, Certificate.Kind kind, String environment, String label, String chain, Secret key) {
        return new Upload(tpp, kind, environment, null, label, chain.getBytes(StandardCharsets.UTF_8), key, null);
    }

    /** Leaves out what may hold a key. */
    @Override
    public String toString() {
        return "Upload[" + tpp + ", " + kind + ", " + environment + (bank == null ? "" : ", supplied by " + bank) + "]";
    }
}
