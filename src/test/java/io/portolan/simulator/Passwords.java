package io.portolan.simulator;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** How a bank makes, hashes and checks what must stay secret. */
public final class Passwords {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int ROUNDS = 20_000;

    private Passwords() { }

    /** A value that nobody can guess, in base64url; 32 bytes make 43 characters. */
    public static String random(int bytes) {
        var made = new byte[bytes];
        RANDOM.nextBytes(made);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(made);
    }

    /** What a password lacks by the bank's rules, as sentences; nothing when it is good. */
    public static List<String> faults(String password) {
        var faults = new ArrayList<String>();
        if (password.length() < 12 || password.length() > 64) {
            faults.add("The password must have between 12 and 64 characters.");
        }
        if (!password.matches(".*[a-z].*") || !password.matches(".*[A-Z].*") || !password.matches(".*\\d.*")) {
            faults.add("The password must have a small letter, a capital letter and a digit.");
        }
        if (!password.matches(".*[!#%+?*_-].*") || !password.matches("[A-Za-z0-9!#%+?*_-]*")) {
            faults.add("The password must have at least one of the symbols ! # % + - _ ? * and no others.");
        }
        return faults;
    }

    /** The salted hash of a password. */
    public static String hash(String password) {
        var salt = new byte[16];
        RANDOM.nextBytes(salt);
        return HexFormat.of().formatHex(salt) + ":" + derived(password, salt);
    }

    /** Whether this is the password of that hash. */
    public static boolean fits(String password, String hash) {
        var parts = hash.split(":");
        return same(derived(password, HexFormat.of().parseHex(parts[0])), parts[1]);
    }

    /** The hash of a long random value, which needs no salt. */
    public static String digest(String random) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(random.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether the texts are the same, compared in constant time. */
    public static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static String derived(String password, byte[] salt) {
        try {
            var spec = new PBEKeySpec(password.toCharArray(), salt, ROUNDS, 256);
            return HexFormat.of().formatHex(
                    SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
