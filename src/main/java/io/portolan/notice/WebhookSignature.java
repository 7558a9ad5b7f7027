package io.portolan.notice;

import io.portolan.vault.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Shows the other side that a call is ours and new: {@code t=<seconds>,v1=<HMAC-SHA-256 of t, a dot and the body>}, once for each secret that counts. */
final class WebhookSignature {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    private WebhookSignature() {
    }

    static Secret newSecret() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Secret.of("whs_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    static String of(long seconds, String body, List<Secret> secrets) {
        return "t=" + seconds + secrets.stream().map(secret -> ",v1=" + hmac(secret, seconds + "." + body)).collect(Collectors.joining());
    }

    private static String hmac(Secret secret, String text) {
        return secret.revealUtf8(key -> {
            try {
                var mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(key, "HmacSHA256"));
                return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every Java has HMAC-SHA-256", e);
            }
        });
    }
}
