package io.portolan.vault;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes time-based one-time passwords (RFC 6238) from a seed as portals show it: in Base32, or as an otpauth address. */
public final class Totp {

    private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final Pattern PARAMETER = Pattern.compile("[?&]([a-z]+)=([^&]*)");

    private byte[] key;
    private String algorithm = "HmacSHA1";
    private int digits = 6;
    private Duration period = Duration.ofSeconds(30);

    private Totp() {
    }

    /** Reads a seed; throws IllegalArgumentException, without the seed in it, where it is none. */
    public static Totp of(Secret seed) {
        return seed.reveal(text -> of(text.toString().strip()));
    }

    /** Hands over the ways in which a portal may write a seed: as it is kept, and its bare key in capitals and small letters, with and without gaps. */
    public static void written(Secret seed, Consumer<CharSequence> each) {
        seed.<Void>reveal(text -> {
            each.accept(text);
            var shared = PARAMETER.matcher(text).results().filter(part -> part.group(1).equals("secret")).map(part -> part.group(2)).findFirst();
            var bare = shared.orElseGet(text::toString).replaceAll("[\\s\\u00a0=-]", "");
            var gaps = bare.replaceAll(".{4}(?=.)", "$0 ");
            for (var way : List.of(bare, gaps, gaps.replace(' ', '-'))) {
                each.accept(way.toUpperCase(Locale.ROOT));
                each.accept(way.toLowerCase(Locale.ROOT));
            }
            return null;
        });
    }

    private static Totp of(String seed) {
        var made = new Totp();
        if (!seed.toLowerCase(Locale.ROOT).startsWith("otpauth:")) {
            made.key = bytes(seed);
            return made;
        }
        var parameters = PARAMETER.matcher(seed);
        while (parameters.find()) {
            made.set(parameters.group(1), URLDecoder.decode(parameters.group(2), StandardCharsets.UTF_8));
        }
        if (made.key == null || !seed.toLowerCase(Locale.ROOT).startsWith("otpauth://totp/")) {
            throw new IllegalArgumentException("this otpauth address holds no seed of time-based codes");
        }
        return made;
    }

    private void set(String name, String value) {
        switch (name) {
            case "secret" -> key = bytes(value);
            case "algorithm" -> algorithm = "Hmac" + value.toUpperCase(Locale.ROOT).replace("-", "").replace("HMAC", "");
            case "digits" -> digits = Math.min(8, Math.max(6, number(value)));
            case "period" -> period = Duration.ofSeconds(Math.max(1, number(value)));
            default -> { }
        }
    }

    private static int number(String value) {
        if (!value.matches("\\d{1,4}")) {
            throw new IllegalArgumentException("this otpauth address holds something else than a number");
        }
        return Integer.parseInt(value);
    }

    private static byte[] bytes(String base32) {
        var written = base32.replaceAll("[\\s\\u00a0=-]", "").toUpperCase(Locale.ROOT);
        if (!written.matches("[A-Z2-7]{16,}")) {
            throw new IllegalArgumentException("this is no seed of one-time codes: 16 or more of A-Z and 2-7");
        }
        var out = ByteBuffer.allocate(written.length() * 5 / 8);
        int buffer = 0;
        int bits = 0;
        for (char letter : written.toCharArray()) {
            buffer = buffer << 5 | BASE_32.indexOf(letter);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                out.put((byte) (buffer >> bits));
                buffer &= (1 << bits) - 1;
            }
        }
        return out.array();
    }

    /** The number of the period in which this moment lies. */
    public long counter(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), period.toSeconds());
    }

    /** When a period begins. */
    public Instant start(long counter) {
        return Instant.ofEpochSecond(counter * period.toSeconds());
    }

    /** The code of a period (RFC 4226, section 5.3); the caller closes it. */
    public Secret code(long counter) {
        try {
            var mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key, algorithm));
            var hash = mac.doFinal(ByteBuffer.allocate(8).putLong(counter).array());
            int offset = hash[hash.length - 1] & 0xf;
            int binary = ByteBuffer.wrap(hash, offset, 4).getInt() & 0x7fffffff;
            return Secret.of(String.format("%0" + digits + "d", binary % (int) Math.pow(10, digits)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("codes by " + algorithm + " cannot be made", e);
        }
    }
}
