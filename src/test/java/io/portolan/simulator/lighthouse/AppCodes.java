package io.portolan.simulator.lighthouse;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Codes of an app (RFC 6238, SHA-1, six digits, thirty seconds) as the bank checks them: the present one and the one before. */
final class AppCodes {

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int SECONDS = 30;

    private AppCodes() { }

    /** A seed of 160 bits in Base32. */
    static String seed() {
        var random = new SecureRandom();
        var seed = new StringBuilder();
        for (int i = 0; i < 32; i++) {
            seed.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return seed.toString();
    }

    /** The period in which the code is right, or 0 where it is wrong or not newer than the last. */
    static long period(String seed, String code, long millis, long last) {
        long now = millis / 1000 / SECONDS;
        for (long period = now; period >= now - 1; period--) {
            if (period > last && code(seed, period).equals(code)) {
                return period;
            }
        }
        return 0;
    }

    private static String code(String seed, long period) {
        try {
            var number = BigInteger.ZERO;
            for (char letter : seed.toCharArray()) {
                number = number.shiftLeft(5).or(BigInteger.valueOf(LETTERS.indexOf(letter)));
            }
            var bytes = number.toByteArray();
            var key = new byte[20];
            int length = Math.min(20, bytes.length);
            System.arraycopy(Arrays.copyOfRange(bytes, bytes.length - length, bytes.length), 0, key, 20 - length, length);
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key, "HmacSHA1"));
            var hash = mac.doFinal(ByteBuffer.allocate(8).putLong(period).array());
            int cut = ByteBuffer.wrap(hash, hash[19] & 0xF, 4).getInt() & 0x7FFFFFFF;
            return "%06d".formatted(cut % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
