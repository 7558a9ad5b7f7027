package io.portolan.handout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** What a file that is handed out says of itself: what it holds, and how anybody can check it without us. */
final class HandoutReadme {

    private HandoutReadme() {
    }

    static String text(String what, String asked, HandoutKey key, Instant at) {
        return """
                %s
                %s
                Made %s UTC.

                Is it as it was made?

                  sha256sum --check SHA256SUMS
                  openssl dgst -sha256 -verify public-key.pem -signature SHA256SUMS.sig SHA256SUMS

                The first line checks every file, the second that SHA256SUMS was signed (ECDSA on P-256 with SHA-256).
                That the key is ours: its id, the thumbprint of RFC 7638, is
                  %s
                and the installation that made this file publishes it, for everybody, under /jwks/portolan.

                %s""".formatted(what, asked, Html.MOMENT.format(at), key.id(), JournalLines.HOW_TO_CHECK);
    }

    /** The program that checks the whole file. */
    static String checker() {
        try (var in = HandoutReadme.class.getResourceAsStream("/handout/check.py")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
