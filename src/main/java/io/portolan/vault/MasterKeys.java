package io.portolan.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.util.SecretBytes;
import io.portolan.refusal.CannotStart;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** The master keys of this node: the first encrypts, all decrypt. A key is known by an id that is computed from it one way. */
final class MasterKeys {

    private static final int KEY_BYTES = 32;
    private static final int IV_BYTES = 12;
    private static final int TAG_BYTES = 16;
    private static final byte[] ID_LABEL = "portolan master key id".getBytes(StandardCharsets.US_ASCII);

    private final List<String> ids = new ArrayList<>();
    private final Aead aead;

    private MasterKeys(List<byte[]> keys) throws GeneralSecurityException {
        AeadConfig.register();
        var keyset = KeysetHandle.newBuilder();
        for (var key : keys) {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(ID_LABEL);
            var hash = digest.digest(key);
            var id = ByteBuffer.wrap(hash).getInt();
            var entry = KeysetHandle.importKey(AesGcmKey.builder().setParameters(parameters())
                    .setKeyBytes(SecretBytes.copyFrom(key, InsecureSecretKeyAccess.get())).setIdRequirement(id).build()).withFixedId(id);
            keyset.addEntry(ids.isEmpty() ? entry.makePrimary() : entry);
            ids.add(HexFormat.of().formatHex(hash, 0, 8));
        }
        aead = keyset.build().getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    /** Reads keys in base64, separated by commas or white space; {@code origin} says in words where they stand. */
    static MasterKeys read(Secret text, String origin) {
        var keys = new ArrayList<byte[]>();
        try {
            for (var key : text.reveal(characters -> characters.toString().strip().split("[,\\s]+"))) {
                keys.add(Base64.getDecoder().decode(key));
            }
            if (keys.stream().anyMatch(key -> key.length != KEY_BYTES)) {
                throw new IllegalArgumentException("wrong length");
            }
            return new MasterKeys(keys);
        } catch (IllegalArgumentException e) {
            throw new CannotStart("The master key in %s is not 32 bytes in base64.".formatted(origin),
                    "Put back the right one; a new one, only for an installation without secrets, comes from: openssl rand -base64 32");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the master keys in %s cannot be used".formatted(origin), e);
        } finally {
            keys.forEach(key -> Arrays.fill(key, (byte) 0));
        }
    }

    private static AesGcmParameters parameters() throws GeneralSecurityException {
        return AesGcmParameters.builder().setKeySizeBytes(KEY_BYTES).setIvSizeBytes(IV_BYTES).setTagSizeBytes(TAG_BYTES)
                .setVariant(AesGcmParameters.Variant.TINK).build();
    }

    /** The id of the key that encrypts. */
    String primary() {
        return ids.get(0);
    }

    /** The ids of all keys. */
    List<String> ids() {
        return List.copyOf(ids);
    }

    /** Encrypts with the first key and decrypts with whichever fits. */
    Aead aead() {
        return aead;
    }
}
