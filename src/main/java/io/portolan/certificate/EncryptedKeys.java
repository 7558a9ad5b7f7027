package io.portolan.certificate;

import io.portolan.refusal.Refused;
import io.portolan.vault.Secret;
import java.security.PrivateKey;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.x9.X962Parameters;
import org.bouncycastle.openssl.jcajce.JcePEMDecryptorProviderBuilder;
import org.bouncycastle.operator.InputDecryptorProvider;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEInputDecryptorProviderBuilder;

/** Decrypts private keys: PKCS #8 with PBES1, PBES2 or the ciphers of PKCS #12 (RFC 8018, RFC 7292), and PEM with a DEK-Info (RFC 1421). */
final class EncryptedKeys {

    private EncryptedKeys() {
    }

    static PrivateKey pkcs8(EncryptedPrivateKeyInfo encrypted, Secret password) {
        return with(password, characters -> pkcs8(encrypted, characters));
    }

    static PrivateKey pkcs8(EncryptedPrivateKeyInfo encrypted, char[] password) {
        if (!Iterations.areBearable(encrypted.getEncryptionAlgorithm())) {
            throw Unsuitable.because("key", "The private key demands more rounds of its password than anybody needs; encrypt it anew with the usual number.");
        }
        try {
            return KeyForms.key(new PKCS8EncryptedPrivateKeyInfo(encrypted).decryptPrivateKeyInfo(decryptor(password)));
        } catch (Exception e) {
            // the cause is left out: it may quote the key
            throw wrong();
        }
    }

    static InputDecryptorProvider decryptor(char[] password) {
        return new JcePKCSPBEInputDecryptorProviderBuilder().setProvider(X509Files.LENIENT).build(password);
    }

    static PrivateKey legacy(PemText.Block block, X962Parameters curve, Secret password) {
        return with(password, characters -> {
            byte[] der = null;
            try {
                var parts = block.encryption().split(",", 2);
                der = new JcePEMDecryptorProviderBuilder().setProvider(X509Files.LENIENT).build(characters).get(parts[0])
                        .decrypt(block.der(), HexFormat.of().parseHex(parts[1]));
                return PemKey.plain(der, curve);
            } catch (Exception e) {
                // a wrong password mostly breaks the padding, but now and then only what is in it
                throw wrong();
            } finally {
                if (der != null) {
                    Arrays.fill(der, (byte) 0);
                }
            }
        });
    }

    private interface Decryption {
        PrivateKey with(char[] password);
    }

    private static PrivateKey with(Secret password, Decryption decryption) {
        if (password == null || password.length() == 0) {
            throw Unsuitable.because("password", "The private key is encrypted; its password is missing.");
        }
        var characters = characters(password);
        try {
            return decryption.with(characters);
        } finally {
            Arrays.fill(characters, '\0');
        }
    }

    /** The characters of a password, which the caller wipes; none for none. */
    static char[] characters(Secret password) {
        return password == null ? new char[0] : password.reveal(text -> {
            var copy = new char[text.length()];
            for (int i = 0; i < copy.length; i++) {
                copy[i] = text.charAt(i);
            }
            return copy;
        });
    }

    private static Refused wrong() {
        return Unsuitable.because("password", "The private key cannot be decrypted: the password is wrong, or the key is damaged.");
    }
}
