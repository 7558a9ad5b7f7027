package io.portolan.certificate;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The kinds of keys that are made here. */
enum KeyType {
    RSA_2048("RSA 2048"), RSA_3072("RSA 3072"), RSA_4096("RSA 4096"), EC_P256("EC P-256"), EC_P384("EC P-384");

    private final String said;

    KeyType(String said) {
        this.said = said;
    }

    String said() {
        return said;
    }

    static Optional<KeyType> of(String text) {
        return Arrays.stream(values()).filter(type -> bare(type.said).equals(bare(text))).findFirst();
    }

    static String all() {
        return Arrays.stream(values()).map(KeyType::said).collect(Collectors.joining(", "));
    }

    KeyPair make() {
        try {
            var generator = KeyPairGenerator.getInstance(isRsa() ? "RSA" : "EC");
            generator.initialize(isRsa() ? new RSAKeyGenParameterSpec(Integer.parseInt(said.substring(4)), RSAKeyGenParameterSpec.F4)
                    : new ECGenParameterSpec(this == EC_P256 ? "secp256r1" : "secp384r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java makes RSA and EC keys", e);
        }
    }

    String signature() {
        return isRsa() ? "SHA256withRSA" : this == EC_P256 ? "SHA256withECDSA" : "SHA384withECDSA";
    }

    private boolean isRsa() {
        return said.startsWith("RSA");
    }

    private static String bare(String text) {
        return text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    }
}
