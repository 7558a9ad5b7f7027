package io.portolan.certificate;

import io.portolan.vault.Secret;
import java.security.PrivateKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.asn1.x9.X962Parameters;

/** A private key as text: PKCS #8 (RFC 5958), PKCS #1 (RFC 8017) or SEC 1 (RFC 5915), plain or encrypted, in PEM or as the base64 of DER. */
final class PemKey {

    private PemKey() {
    }

    /** Reads a key that is not encrypted. */
    static PrivateKey read(Secret text) {
        return read(text, null);
    }

    /** Reads the first key of a text; the password may be null where it is not encrypted. */
    static PrivateKey read(Secret text, Secret password) {
        var blocks = text.reveal(characters -> PemText.hasBlocks(characters) ? PemText.blocks(characters)
                : PemText.bare(characters).map(der -> List.of(new PemText.Block("PRIVATE KEY", null, der))).orElse(List.of()));
        try {
            return read(blocks, password);
        } finally {
            blocks.forEach(block -> Arrays.fill(block.der(), (byte) 0));
        }
    }

    static PrivateKey read(List<PemText.Block> blocks, Secret password) {
        var curve = blocks.stream().filter(block -> block.type().equals("EC PARAMETERS") && Nesting.isBearable(block.der())).findFirst()
                .map(block -> X962Parameters.getInstance(block.der())).orElse(null);
        for (var block : blocks) {
            if (block.isPrivateKey()) {
                return read(block, curve, password);
            }
        }
        throw Unsuitable.because("key", "There is no private key in it; it is expected as PEM, beginning with"
                + " -----BEGIN PRIVATE KEY-----.");
    }

    private static PrivateKey read(PemText.Block block, X962Parameters curve, Secret password) {
        if (block.type().equals("OPENSSH PRIVATE KEY")) {
            throw Unsuitable.because("key", "The private key is in OpenSSH's own form; write it as PEM first, with ssh-keygen -p -m PEM.");
        }
        if (block.encryption() != null) {
            return EncryptedKeys.legacy(block, curve, password);
        }
        var form = KeyForms.encrypted(block.der());
        return form.isPresent() ? EncryptedKeys.pkcs8(form.get(), password) : plain(block.der(), curve);
    }

    /** Reads a key in DER that is not encrypted, in whichever of its three forms. */
    static PrivateKey plain(byte[] der, X962Parameters curve) {
        try {
            return KeyForms.key(KeyForms.plain(der, curve));
        } catch (RuntimeException e) {
            // the cause is left out: it may quote the key
            throw Unsuitable.because("key", "The private key cannot be read; it is expected as PEM with an RSA or EC key.");
        }
    }

    /** The key as PEM in PKCS #8. */
    static Secret written(PrivateKey key) {
        var encoded = key.getEncoded();
        var body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encode(encoded);
        var pem = new StringBuilder("-----BEGIN PRIVATE KEY-----\n");
        for (var character : body) {
            pem.append((char) character);
        }
        pem.append("\n-----END PRIVATE KEY-----\n");
        Arrays.fill(encoded, (byte) 0);
        Arrays.fill(body, (byte) 0);
        var secret = Secret.of(pem);
        pem.replace(0, pem.length(), "\0".repeat(pem.length()));
        return secret;
    }
}
