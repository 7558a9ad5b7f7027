package io.portolan.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;

/**
 * A secret encrypted with a data key of its own, and that key encrypted with a master key; both only open for the name and
 * the TPP that they were closed for, so that rows cannot be swapped.
 *
 * @param masterKey the id of the master key
 * @param wrappedKey the encrypted data key
 * @param body the encrypted secret
 */
record Envelope(String masterKey, byte[] wrappedKey, byte[] body) {

    static Envelope close(MasterKeys keys, SecretName name, String tpp, Secret secret) throws GeneralSecurityException {
        var about = about(name, tpp);
        var dataKey = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
        var aead = dataKey.getPrimitive(RegistryConfiguration.get(), Aead.class);
        var plain = secret.revealUtf8(byte[]::clone);
        try {
            return new Envelope(keys.primary(), wrap(keys, dataKey, about), aead.encrypt(plain, about));
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    Secret open(MasterKeys keys, SecretName name, String tpp) throws GeneralSecurityException {
        var about = about(name, tpp);
        var plain = dataKey(keys, about).getPrimitive(RegistryConfiguration.get(), Aead.class).decrypt(body, about);
        try {
            return Secret.ofUtf8(plain);
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    /** The same envelope with its data key encrypted by the first master key. */
    Envelope rewrapped(MasterKeys keys, SecretName name, String tpp) throws GeneralSecurityException {
        var about = about(name, tpp);
        return new Envelope(keys.primary(), wrap(keys, dataKey(keys, about), about), body);
    }

    private KeysetHandle dataKey(MasterKeys keys, byte[] about) throws GeneralSecurityException {
        return TinkProtoKeysetFormat.parseEncryptedKeyset(wrappedKey, keys.aead(), about);
    }

    private static byte[] wrap(MasterKeys keys, KeysetHandle dataKey, byte[] about) throws GeneralSecurityException {
        return TinkProtoKeysetFormat.serializeEncryptedKeyset(dataKey, keys.aead(), about);
    }

    /** A name holds no colon, so no two pairs give the same bytes. */
    private static byte[] about(SecretName name, String tpp) {
        return (name.value() + ":" + tpp).getBytes(StandardCharsets.UTF_8);
    }
}
